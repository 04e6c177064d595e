import { useTranslation } from "react-i18next";
import { showDay } from "../../engine/time/zone";
import { useLanguage, useSay } from "../../i18n/use-say";
import type { CaseView, HistoryLine } from "../../runtime/api";
import { AnswerList } from "../answer-list";
import { Card } from "../card";
import styles from "./history.module.css";

/** What happened, newest first: the stream. On top, as a ring, where the matter stands now. */
export function History({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <Card title={t("case.history")}>
      <ol className={styles.flow}>
        {view.status === "open" &&
          view.states.map(({ path, title }) => (
            <li key={path} className={styles.now}>
              <b>{say(title)}</b>
            </li>
          ))}
        {view.history.map((line) => (
          <HistoryItem key={line.seq} caseId={view.id} line={line} />
        ))}
      </ol>
    </Card>
  );
}

/** One step of the past: who, what, when, and, where it was entered from paper, the original's date. */
export function HistoryItem({ caseId, line }: { caseId: string; line: HistoryLine }) {
  const { t } = useTranslation();
  const say = useSay();
  const language = useLanguage();
  const { title, told, by, roleTitle, when, note, enteredFor, answers } = line;
  const who = [roleTitle && say(roleTitle), told ? undefined : by].filter(Boolean).join(" ");
  return (
    <li>
      <b>{say(title)}</b>
      {who && `·${who}`}
      {enteredFor && <span className={styles.tag}>{t("case.enteredFor")}</span>}
      {enteredFor && (
        <span className={styles.when}>
          {t("case.original", {
            name: enteredFor.name,
            day: showDay(enteredFor.originalDay, language),
          })}
          {enteredFor.photo && (
            <a href={`/cases/${caseId}/attachments/${enteredFor.photo}`}>{t("case.photo")}</a>
          )}
        </span>
      )}
      {note && <q className={styles.note}>{note}</q>}
      <div className={styles.meta}>
        <span className={styles.when}>{say(when)}</span>
        {answers.length > 0 && (
          <details className={styles.answers}>
            <summary>{t("case.showAnswers")}</summary>
            <AnswerList rows={answers} />
          </details>
        )}
      </div>
    </li>
  );
}
