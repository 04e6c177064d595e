import { useTranslation } from "react-i18next";
import type { StepForm } from "../../runtime/api";
import { HistoryItem } from "../case/history";
import historyStyles from "../case/history.module.css";
import { Card } from "../card";
import { Gate } from "../gate";
import styles from "./step-page.module.css";
import type { StepReply } from "./step-reply";

interface RefusedAnswerProps {
  step: Pick<StepForm, "caseId">;
  reply: Pick<StepReply, "refusal" | "changes">;
}

/** Why the step was not taken although its form is in order, and what others did in the meantime. */
export function RefusedAnswer({ step, reply }: RefusedAnswerProps) {
  const { t } = useTranslation();
  const { refusal, changes } = reply;
  if (!refusal) return null;
  return (
    <div className={styles.list}>
      <Gate sentence={refusal.message} reasons={refusal.reasons} code={refusal.code} alert />
      {changes.length > 0 && (
        <Card title={t("step.changes")}>
          <ol className={historyStyles.flow}>
            {changes.map((line) => (
              <HistoryItem key={line.seq} caseId={step.caseId ?? ""} line={line} />
            ))}
          </ol>
        </Card>
      )}
    </div>
  );
}
