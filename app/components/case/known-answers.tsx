import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { CaseView } from "../../runtime/api";
import { AnswerList } from "../answer-list";
import { Card } from "../card";
import styles from "./known-answers.module.css";

/** What is known of the matter, by section, as far as this reader may see it. Folded: it is looked up, not read. */
export function KnownAnswers({ answers }: Pick<CaseView, "answers">) {
  const { t } = useTranslation();
  const say = useSay();
  const sections = answers.filter(({ rows }) => rows.length > 0);
  if (sections.length === 0) return null;
  return (
    <Card title={t("case.answers")} plain>
      <div className={styles.sections}>
        {sections.map(({ title, rows }, index) => (
          <details key={`${index} ${title.zh}`}>
            <summary>{say(title)}</summary>
            <AnswerList rows={rows} />
          </details>
        ))}
      </div>
    </Card>
  );
}
