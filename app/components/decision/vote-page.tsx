import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { TypedVote } from "./typed-vote";
import { useSay } from "../../i18n/use-say";
import type { VoteForm } from "../../runtime/api";
import { Card } from "../card";
import { KnownAnswers } from "../case/known-answers";
import { CsrfField } from "../csrf-field";
import { DueChip } from "../due-chip";
import { ErrorSummary } from "../error-summary";
import fieldStyles from "../field.module.css";
import { Gate } from "../gate";
import { PageFrame } from "../page-frame";
import type { ShownRefusal } from "../shown-refusal";
import stepStyles from "../step/step-page.module.css";
import { SubmitButton } from "../submit-button";
import { AnswerFields } from "./answer-fields";
import { DecisionPanel } from "./decision-panel";
import { SheetFields } from "./sheet-fields";
import { useFieldFaults } from "../use-field-faults";
import styles from "./vote-page.module.css";

interface VotePageProps {
  form: VoteForm;
  /** What was sent and refused, with all that was typed. */
  reply: { refusal: ShownRefusal; typed: TypedVote } | undefined;
}

/** One signature: what a rejection does and how it stands come first, then the answer. */
export function VotePage({ form, reply }: VotePageProps) {
  const { t } = useTranslation();
  const say = useSay();
  const faults = useFieldFaults(reply?.refusal);
  const { matter, decision, asked, paper } = form;
  const refusal = faults.all.length === 0 ? reply?.refusal : undefined;
  return (
    <PageFrame section="cases" back={{ to: `/cases/${form.caseId}`, label: t("step.toMatter") }}>
      <p className={stepStyles.help}>
        {[matter.number, say(matter.title), say(decision.title)].filter(Boolean).join("·")}
      </p>
      <header className={stepStyles.head}>
        <h1>{paper === null ? t("decision.asked", { asked: say(asked) }) : say(paper.title)}</h1>
        <DueChip due={form.due} />
      </header>
      <p className={styles.rule}>{say(decision.rejection)}</p>
      <Form method="post" encType="multipart/form-data" noValidate className={stepStyles.form}>
        <CsrfField />
        <input type="hidden" name="commandId" value={form.commandId} />
        <input type="hidden" name="expectedSeq" value={form.expectedSeq} />
        <div className={stepStyles.fields}>
          <ErrorSummary
            title={t("form.faults", { count: faults.all.length })}
            faults={faults.all}
          />
          {refusal && (
            <Gate sentence={refusal.message} reasons={refusal.reasons} code={refusal.code} alert />
          )}
          {paper === null ? (
            <AnswerFields answers={form.answers} typed={reply?.typed} faults={faults} />
          ) : (
            <SheetFields typed={reply?.typed} faults={faults} />
          )}
          <p className={fieldStyles.hint}>{t("decision.finalHint")}</p>
        </div>
        <div className={stepStyles.foot}>
          <div className={stepStyles.buttons}>
            <SubmitButton kind="go" name="intent" value="vote">
              {t("decision.send")}
            </SubmitButton>
          </div>
        </div>
        <aside className={stepStyles.aside}>
          <Card>
            <DecisionPanel caseId={form.caseId} decision={decision} beside />
          </Card>
          <KnownAnswers answers={form.known} />
        </aside>
      </Form>
    </PageFrame>
  );
}
