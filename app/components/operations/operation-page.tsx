import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { OperationForm } from "../../runtime/api";
import { ButtonLink } from "../button";
import { CsrfField } from "../csrf-field";
import { Gate } from "../gate";
import { PageFrame } from "../page-frame";
import { SubmitButton } from "../submit-button";
import type { KeptOperation } from "./kept-operation";
import { operationAddress } from "./operation-address";
import { OperationFields } from "./operation-fields";
import styles from "./operation-page.module.css";

interface OperationPageProps {
  form: OperationForm;
  /** Who is chosen already: by the link that led here. */
  chosen: readonly string[];
  kept: KeptOperation | undefined;
}

/** One operation: on what, whom, why, until when; and before it is done, what happens then. */
export function OperationPage({ form, chosen, kept }: OperationPageProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { caseId, matter, label, about, which, refusal } = form;
  const of = [matter.number, say(matter.title)].filter(Boolean).join(t("operations.between"));
  return (
    <PageFrame
      section="cases"
      width="text"
      back={{ to: `/cases/${caseId}`, label: t("operations.toMatter") }}
    >
      <header className={styles.head}>
        <p>{of}</p>
        <h1>{say(label)}</h1>
        {about && <p>{say(about)}</p>}
      </header>
      {kept?.refusal && (
        <Gate
          sentence={kept.refusal.message}
          reasons={kept.refusal.reasons}
          code={kept.refusal.code}
          alert
        />
      )}
      {refusal && !kept?.refusal && <Gate sentence={refusal.message} />}
      {which.length > 0 ? (
        <Which form={form} />
      ) : refusal ? (
        <ButtonLink to={`/cases/${caseId}`}>{t("operations.seeMatter")}</ButtonLink>
      ) : (
        <Fields form={form} chosen={chosen} kept={kept} />
      )}
    </PageFrame>
  );
}

/** Where it could be about several things: each is a link to the page for it. */
function Which({ form }: { form: OperationForm }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section className={styles.which}>
      <h2>{t("operations.which")}</h2>
      {form.which.map(({ title, entry }) => (
        <ButtonLink
          key={`${entry.task} ${entry.answers}`}
          wide
          to={operationAddress(form.caseId, entry)}
        >
          {say(title)}
        </ButtonLink>
      ))}
    </section>
  );
}

function Fields({ form, chosen, kept }: OperationPageProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { caseId, key, task, answers, label } = form;
  const action = operationAddress(caseId, {
    key,
    ...(task === undefined ? {} : { task }),
    ...(answers === undefined ? {} : { answers: answers.id }),
  });
  return (
    <Form method="post" action={action} className={styles.form}>
      <CsrfField />
      <input type="hidden" name="commandId" value={form.commandId} />
      <input type="hidden" name="expectedSeq" value={form.expectedSeq} />
      <OperationFields form={form} chosen={chosen} kept={kept} />
      <p className={styles.then}>
        <b>{t("operations.then")}</b>
        {say(form.then)}
      </p>
      <div className={styles.buttons}>
        <SubmitButton kind="go" name="intent" value="send">
          {say(label)}
        </SubmitButton>
        <ButtonLink kind="text" to={`/cases/${caseId}`}>
          {t("operations.notNow")}
        </ButtonLink>
      </div>
    </Form>
  );
}
