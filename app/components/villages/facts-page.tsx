import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Text } from "../../engine/text";
import { useSay } from "../../i18n/use-say";
import type { VillageFactsView } from "../../runtime/api";
import { SelectField } from "../accounts/select-field";
import { ButtonLink } from "../button";
import { Card } from "../card";
import { CsrfField } from "../csrf-field";
import { ErrorSummary } from "../error-summary";
import { TextField } from "../field";
import { Gate } from "../gate";
import { PageFrame } from "../page-frame";
import { Said } from "../said";
import type { ShownRefusal } from "../shown-refusal";
import { SubmitButton } from "../submit-button";
import styles from "./facts-page.module.css";
import { ModelFits } from "./model-fits";

interface FactsPageProps {
  view: VillageFactsView;
  said: Text | null;
  refusal: ShownRefusal | null;
  /** What was typed, where it was refused. */
  typed: Readonly<Record<string, string>> | null;
}

/** What is known of a village as a whole, who wrote it and when, and which kind of village it makes. */
export function FactsPage({ view, said, refusal, typed }: FactsPageProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { code, name, kind, day, by, mayEdit } = view;
  const standing =
    day === null
      ? t("villages.notWritten")
      : by === null
        ? t("villages.asOf", { day: say(day) })
        : t("villages.writtenBy", { day: say(day), name: by });
  return (
    <PageFrame section="villages" back={{ to: `/villages/${code}`, label: name }}>
      <Said text={said} />
      <header className={styles.head}>
        <h1>{t("villages.factsOf", { village: name })}</h1>
        <p>{[kind && say(kind), standing].filter(Boolean).join("·")}</p>
      </header>
      {refusal && !refusal.fields && <Gate sentence={refusal.message} code={refusal.code} alert />}
      <div className={styles.columns}>
        <div>
          <Card>
            {mayEdit ? (
              <FactsForm view={view} refusal={refusal} typed={typed} />
            ) : (
              <FactsList view={view} />
            )}
          </Card>
          <History view={view} />
        </div>
        <aside>
          <Kind view={view} />
          <ModelFits fits={view.fits} />
        </aside>
      </div>
    </PageFrame>
  );
}

function FactsForm({ view, refusal, typed }: Omit<FactsPageProps, "said">) {
  const { t } = useTranslation();
  const say = useSay();
  const faults = refusal?.fields ?? [];
  return (
    <Form method="post" className={styles.form}>
      <CsrfField />
      <p className={styles.small}>{t("villages.factsHelp")}</p>
      <ErrorSummary
        title={t("form.faults", { count: faults.length })}
        faults={faults.map(({ pointer, message }) => ({ id: pointer, message: say(message) }))}
      />
      <div className={styles.fields}>
        {view.fields.map(({ key, label, hint, options, value, range }) => {
          const fault = faults.find(({ pointer }) => pointer === key)?.message;
          const more = [hint && say(hint), range && say(range)]
            .filter(Boolean)
            .join(t("joins.comma"));
          const field = {
            ...{ id: key, name: key, label: say(label) },
            defaultValue: typed?.[key] ?? value,
          };
          return options.length > 0 ? (
            <SelectField
              key={key}
              {...field}
              options={[
                { value: "", label: t("villages.unknownFact") },
                ...options.map((one) => ({ value: one.value, label: say(one.label) })),
              ]}
            />
          ) : (
            <TextField
              key={key}
              {...field}
              inputMode="numeric"
              autoComplete="off"
              {...(more === "" ? {} : { hint: more })}
              {...(fault ? { fault: say(fault) } : {})}
            />
          );
        })}
      </div>
      <SubmitButton kind="go">{t("villages.saveFacts")}</SubmitButton>
    </Form>
  );
}

function FactsList({ view }: Pick<FactsPageProps, "view">) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <>
      <dl className={styles.list}>
        {view.fields.map(({ key, label, shown }) => (
          <div key={key}>
            <dt>{say(label)}</dt>
            <dd>{say(shown)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.small}>{t("villages.readOnly")}</p>
    </>
  );
}

function History({ view: { history } }: Pick<FactsPageProps, "view">) {
  const { t } = useTranslation();
  const say = useSay();
  if (history.length === 0) return null;
  return (
    <Card title={t("villages.yearsKept")}>
      <ul className={styles.history}>
        {history.map(({ when, by, changes }) => (
          <li key={when.zh}>
            <b>{[say(when), by ?? t("villages.imported")].join(t("joins.comma"))}</b>
            {changes.map((change) => (
              <span key={change.zh}>{say(change)}</span>
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Kind({ view: { code, kind, mayPropose, proposal } }: Pick<FactsPageProps, "view">) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <Card title={t("villages.kindIs")}>
      <p className={styles.kind}>{kind === null ? t("villages.noKind") : say(kind)}</p>
      {proposal && (
        <p className={styles.small}>
          {t("villages.underWay")}{" "}
          <Link to={`/cases/${proposal.caseId}`}>{say(proposal.title)}</Link> {say(proposal.state)}
        </p>
      )}
      {mayPropose && proposal === null && (
        <>
          <p className={styles.small}>{t("villages.proposeHelp")}</p>
          <ButtonLink mini to={`/villages/${code}/kind`}>
            {t("villages.propose")}
          </ButtonLink>
        </>
      )}
    </Card>
  );
}
