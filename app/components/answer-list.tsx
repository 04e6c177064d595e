import { useTranslation } from "react-i18next";
import { useSay } from "../i18n/use-say";
import type { SummaryRow } from "../runtime/api";
import styles from "./answer-list.module.css";

/** Questions and answers to read. A value that this reader may not see whole says so. */
export function AnswerList({ rows }: { rows: readonly SummaryRow[] }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <dl className={styles.answers}>
      {rows.map(({ label, value, masked }, index) => (
        <div key={`${label.zh} ${index}`}>
          <dt>{say(label)}</dt>
          <dd>
            {value}
            {masked && <span className={styles.masked}>{t("case.masked")}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
