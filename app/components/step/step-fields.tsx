import { Form } from "@remix-run/react";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { idOfPointer } from "../../engine/form/field-name";
import { readPostedForm } from "../../engine/form/posted-form";
import { useSay } from "../../i18n/use-say";
import type { StepForm } from "../../runtime/api";
import { CsrfField } from "../csrf-field";
import { ErrorSummary } from "../error-summary";
import { findFaults, type FormFault } from "../form/find-faults";
import { SchemaForm, textsOf } from "../form/schema-form";
import { nextWord } from "../operations/next-word";
import { PeopleField } from "../operations/people-field";
import { SubmitButton } from "../submit-button";
import { EnteredForFields } from "./entered-for-fields";
import { PlaceField } from "./place-field";
import { RefusedAnswer } from "./refused-answer";
import { useReplyFaults } from "./use-reply-faults";
import { StepFacts } from "./step-facts";
import styles from "./step-page.module.css";
import type { StepReply } from "./step-reply";

/** The form of a step. The server decides; what is plainly missing is said before it is sent. */
export function StepFields({ step, reply }: { step: StepForm; reply: StepReply | undefined }) {
  const { t } = useTranslation();
  const say = useSay();
  const [found, setFound] = useState<{ faults: readonly FormFault[]; after?: StepReply }>();
  const given = useReplyFaults(reply);
  const isOurs = found !== undefined && found.after === reply;
  const faults = isOurs ? found.faults : given;

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent as SubmitEvent;
    const intent = submitter instanceof HTMLButtonElement ? submitter.value : "send";
    if (intent !== "send" && intent !== "check") return;
    const read = readPostedForm(textsOf(event.currentTarget));
    const plain = read.ok ? findFaults(step.schema, read.form, say) : [];
    if (plain.length === 0) return;
    event.preventDefault();
    setFound({ faults: plain, after: reply });
  }

  const intent = step.confirm ? "check" : "send";
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      noValidate
      className={styles.form}
      onSubmit={onSubmit}
    >
      <button type="submit" name="intent" value={intent} tabIndex={-1} className={styles.default}>
        {say(step.label)}
      </button>
      <CsrfField />
      <input type="hidden" name="commandId" value={step.commandId} />
      <input type="hidden" name="expectedSeq" value={step.expectedSeq} />
      <div className={styles.fields}>
        <ErrorSummary
          title={t("form.faults", { count: faults.length })}
          faults={faults.map(({ pointer, message }) => ({ id: idOfPointer(pointer), message }))}
        />
        {!isOurs && reply && faults.length === 0 && <RefusedAnswer step={step} reply={reply} />}
        <PlaceField places={step.places} chosen={reply?.place} />
        <SchemaForm
          schema={step.schema}
          ui={step.ui}
          answers={reply?.answers ?? step.formData}
          faults={faults}
          numbered={step.caseId === null}
        />
        {step.next && (
          <PeopleField
            people={{ ...step.next, many: step.next.most > 1 }}
            name="next"
            legend={t(nextWord(step.next), { least: step.next.least })}
            chosen={reply?.next ?? []}
            search={reply?.search ?? ""}
            find="update"
          />
        )}
        {!step.confirm && <EnteredForFields kept={reply?.enteredFor} faults={faults} />}
      </div>
      <div className={styles.foot}>
        <div className={styles.buttons}>
          <SubmitButton kind="go" name="intent" value={intent}>
            {step.confirm ? t("step.toCheck") : say(step.label)}
          </SubmitButton>
        </div>
      </div>
      <StepFacts step={step} />
    </Form>
  );
}
