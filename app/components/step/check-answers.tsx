import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { idOfPointer } from "../../engine/form/field-name";
import { useSay } from "../../i18n/use-say";
import type { StepForm } from "../../runtime/api";
import { AnswerList } from "../answer-list";
import { Card } from "../card";
import { CsrfField } from "../csrf-field";
import { ErrorSummary } from "../error-summary";
import { SubmitButton } from "../submit-button";
import { EnteredForFields } from "./entered-for-fields";
import { StepFacts } from "./step-facts";
import styles from "./step-page.module.css";
import type { StepReply } from "./step-reply";
import { useReplyFaults } from "./use-reply-faults";

/** The answers once more, in words, before a step that has consequences. Going back keeps them all. */
export function CheckAnswers({ step, reply }: { step: StepForm; reply: StepReply }) {
  const { t } = useTranslation();
  const say = useSay();
  const faults = useReplyFaults(reply);
  const named = (step.next?.offered ?? []).flatMap(({ id, name }) =>
    reply.next.includes(id) ? [name] : [],
  );
  return (
    <Form method="post" encType="multipart/form-data" noValidate className={styles.form}>
      <button type="submit" name="intent" value="send" tabIndex={-1} className={styles.default}>
        {say(step.label)}
      </button>
      <CsrfField />
      <input type="hidden" name="commandId" value={step.commandId} />
      <input type="hidden" name="expectedSeq" value={step.expectedSeq} />
      <input type="hidden" name="place" value={reply.place} />
      <input type="hidden" name="answers" value={JSON.stringify(reply.answers)} />
      {reply.next.map((one) => (
        <input key={one} type="hidden" name="next" value={one} />
      ))}
      <div className={styles.fields}>
        <ErrorSummary
          title={t("form.faults", { count: faults.length })}
          faults={faults.map(({ pointer, message }) => ({ id: idOfPointer(pointer), message }))}
        />
        <div className={styles.list}>
          <Card>
            <AnswerList rows={reply.rows} />
            {named.length > 0 && (
              <p>{t("operations.nextNamed", { names: named.join(t("operations.and")) })}</p>
            )}
          </Card>
        </div>
        <EnteredForFields kept={reply.enteredFor} faults={faults} />
      </div>
      <div className={styles.foot}>
        <div className={styles.buttons}>
          <SubmitButton kind="go" name="intent" value="send">
            {say(step.label)}
          </SubmitButton>
          <SubmitButton name="intent" value="back">
            {t("step.back")}
          </SubmitButton>
        </div>
      </div>
      <StepFacts step={step} />
    </Form>
  );
}
