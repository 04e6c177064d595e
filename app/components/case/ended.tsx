import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { CaseView } from "../../runtime/api";
import { Icon } from "../icon";
import styles from "./ended.module.css";

/** How a matter came out that nobody has to act on any more. */
export function Ended({ view }: { view: Pick<CaseView, "status" | "endTitle"> }) {
  const { t } = useTranslation();
  const say = useSay();
  if (view.status === "open") return null;
  return (
    <section className={styles.ended}>
      <p className={styles.word}>
        <Icon name="yes" />
        {t(`case.status.${view.status}`)}
      </p>
      {view.endTitle && <h2>{say(view.endTitle)}</h2>}
    </section>
  );
}
