import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { ComparedModel } from "../../runtime/api";
import styles from "./people-row.module.css";

/** More than that is said in words only. */
const MOST = 16;

/** How many people a model needs: those there are, those to be chosen, those that are short. */
export function PeopleRow({ slots }: { slots: ComparedModel["slots"] }) {
  const { t } = useTranslation();
  const say = useSay();
  const sentence = slots.map((slot) => {
    const params = { ...slot, title: say(slot.title) };
    if (slot.short === 0) return t("models.enough", params);
    return slot.recruited ? t("models.recruit", params) : t("models.short", params);
  });
  const [first] = slots;
  return (
    <>
      {first && first.needed <= MOST && (
        <div className={styles.row} aria-hidden="true">
          {Array.from({ length: first.needed }, (_, i) => (
            <i
              key={i}
              className={i < first.there ? styles.there : first.recruited ? styles.chosen : ""}
            >
              {i < first.there || first.recruited ? first.mark : t("models.missing")}
            </i>
          ))}
        </div>
      )}
      <p className={styles.words}>{sentence.join(t("semicolon"))}</p>
    </>
  );
}
