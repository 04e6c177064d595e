import { useTranslation } from "react-i18next";
import { showDay } from "../../engine/time/zone";
import { useLanguage, useSay } from "../../i18n/use-say";
import type { CaseView } from "../../runtime/api";
import { Card } from "../card";
import { DueChip } from "../due-chip";
import styles from "./deadlines.module.css";

/** The clocks that run, each with its last day and how it was counted. */
export function Deadlines({ deadlines }: Pick<CaseView, "deadlines">) {
  const { t } = useTranslation();
  const say = useSay();
  const language = useLanguage();
  if (deadlines.length === 0) return null;
  return (
    <Card title={t("case.deadlines")}>
      <ul className={styles.deadlines}>
        {deadlines.map(({ title, due, basis, legal }) => (
          <li key={title.zh}>
            <p className={styles.line}>
              <b>{say(title)}</b>
              {due.day && <time dateTime={due.day}>{showDay(due.day, language)}</time>}
            </p>
            <p className={styles.line}>
              <span className={styles.basis}>{say(basis)}</span>
              <DueChip due={due} />
            </p>
            {legal && <p className={styles.basis}>{t("gate.legal", { law: say(legal) })}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
