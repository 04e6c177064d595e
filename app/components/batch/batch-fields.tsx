import { Form } from "@remix-run/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { idOfPointer } from "../../engine/form/field-name";
import { say as sayIn } from "../../engine/text";
import { useLanguage, useSay } from "../../i18n/use-say";
import type { BatchForm, BatchMatter } from "../../runtime/api";
import { ButtonLink } from "../button";
import { CsrfField } from "../csrf-field";
import { ErrorSummary } from "../error-summary";
import fieldStyles from "../field.module.css";
import { SchemaForm } from "../form/schema-form";
import { OperationFields } from "../operations/operation-fields";
import { SubmitButton } from "../submit-button";
import { batchAddress, type BatchReply } from "./batch-page";
import styles from "./batch.module.css";
import { VoteFields } from "./vote-fields";

interface BatchFieldsProps {
  form: BatchForm;
  /** Everything that was ticked in the list. */
  all: readonly BatchMatter[];
  reply: BatchReply | undefined;
}

/** What is asked once for all the matters, and which of them it is for. */
export function BatchFields({ form, all, reply }: BatchFieldsProps) {
  const { t } = useTranslation();
  const say = useSay();
  const faults = useFaults(reply);
  const { step, operation, vote, batchId, label, what, matters } = form;
  const typed = reply?.posted ?? undefined;
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      noValidate={step !== undefined}
      action={batchAddress(all, what)}
      className={styles.parts}
    >
      <button type="submit" name="intent" value="send" tabIndex={-1} className={styles.default}>
        {say(label)}
      </button>
      <CsrfField />
      <input type="hidden" name="commandId" value={batchId} />
      <input type="hidden" name="expectedSeq" value="0" />
      <ErrorSummary
        title={t("form.faults", { count: faults.length })}
        faults={faults.map(({ pointer, message }) => ({ id: idOfPointer(pointer), message }))}
      />
      <p className={fieldStyles.hint}>{t("batch.once")}</p>
      {step && (
        <SchemaForm
          schema={step.schema}
          ui={step.ui}
          answers={typed?.answers ?? step.formData}
          faults={faults}
          numbered={false}
        />
      )}
      {operation && <OperationFields form={operation} chosen={[]} kept={typed} find="update" />}
      {vote && <VoteFields vote={vote} typed={typed} />}
      <Matters matters={matters} ticked={typed?.cases} />
      {operation && <p className={styles.then}>{say(operation.then)}</p>}
      <div className={styles.buttons}>
        <SubmitButton kind="go" name="intent" value="send">
          {t("batch.send", { label: say(label), count: matters.length })}
        </SubmitButton>
        <ButtonLink kind="text" to={batchAddress(all)}>
          {t("operations.notNow")}
        </ButtonLink>
      </div>
    </Form>
  );
}

function Matters({
  matters,
  ticked,
}: {
  matters: BatchForm["matters"];
  ticked: readonly string[] | undefined;
}) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <fieldset className={fieldStyles.field}>
      <legend className={fieldStyles.label}>{t("batch.matters")}</legend>
      <p className={fieldStyles.hint}>{t("batch.leaveOut")}</p>
      <div className={styles.ticks}>
        {matters.map(({ caseId, seq, task, number, title, states }) => (
          <label key={caseId}>
            <input
              type="checkbox"
              name="case"
              value={caseId}
              defaultChecked={ticked?.includes(caseId) ?? true}
            />
            <input type="hidden" name={`seq:${caseId}`} value={seq} />
            {task !== undefined && <input type="hidden" name={`task:${caseId}`} value={task} />}
            <span>
              <b>{say(title)}</b>
              <span className={styles.quiet}>
                {[number, ...states.map(say)].filter(Boolean).join("·")}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Fields that were wrong: the same form was sent for all, so the first refusal has them. */
function useFaults(reply: BatchReply | undefined) {
  const language = useLanguage();
  return useMemo(() => {
    const fields = (reply?.outcomes ?? []).map(({ refusal }) => refusal?.fields ?? []);
    const [first = []] = fields.filter((some) => some.length > 0);
    return first.map(({ pointer, message }) => ({ pointer, message: sayIn(message, language) }));
  }, [reply, language]);
}
