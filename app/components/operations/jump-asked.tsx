import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { JumpAsked as Asked } from "../../runtime/api";
import { ButtonLink } from "../button";
import { operationAddress } from "./operation-address";
import styles from "./jump-asked.module.css";

/** A jump that somebody asked for: where to, why, and the two answers of a second person. */
export function JumpAsked({ caseId, asked }: { caseId: string; asked: Asked | null }) {
  const { t } = useTranslation();
  const say = useSay();
  if (asked === null) return null;
  const { by, to, when, reason, acts } = asked;
  return (
    <section className={styles.asked} aria-label={t("operations.asked")}>
      <p className={styles.word}>{t("operations.asked")}</p>
      <h2>{t("operations.askedTo", { by, to: say(to) })}</h2>
      <p className={styles.reason}>
        <q>{reason}</q> <span>{say(when)}</span>
      </p>
      {acts.length > 0 && (
        <div className={styles.acts}>
          {acts.map((entry) => (
            <ButtonLink key={entry.key} to={operationAddress(caseId, entry)}>
              {say(entry.label)}
            </ButtonLink>
          ))}
        </div>
      )}
    </section>
  );
}
