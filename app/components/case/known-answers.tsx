import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { CaseView } from "../../runtime/api";
import { AnswerList } from "../answer-list";
import { Card } from "../card";
import styles from "./known-answers.module.css";

/** What is known of the matter, by section, as far as this reader may see it. */
export function KnownAnswers({ answers }: Pick<CaseView, "answers">) {
  const { t } = useTranslation();
  const say = useSay();
  const sections = answers.filter(({ rows }) => rows.length > 0);
  if (sections.length === 0) return null;
  return (
    <Card title={t("case.answers")}>
      {sections.map(({ title, rows }) => (
        <section key={title.zh} className={styles.section}>
          <h3>{say(title)}</h3>
          <AnswerList rows={rows} />
        </section>
      ))}
    </Card>
  );
}
