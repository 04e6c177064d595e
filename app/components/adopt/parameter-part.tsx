import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { AdoptionParameter } from "../../runtime/api";
import { Card } from "../card";
import { CsrfField } from "../csrf-field";
import { ErrorSummary } from "../error-summary";
import { Icon } from "../icon";
import { SubmitButton } from "../submit-button";
import type { AdoptionPageProps } from "./adoption-page";
import styles from "./adopt.module.css";

/** The parameters that the model opens, to be set for this adoption alone. An empty field follows the model. */
export function ParameterForm({ view, commandId, refusal, typed }: AdoptionPageProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { parameters, seq } = view;
  const isOurs = typed["intent"] === "parameters";
  const faults = isOurs ? (refusal?.fields ?? []) : [];
  return (
    <Card title={t("adopt.parameters")}>
      <Form method="post" className={styles.form}>
        <CsrfField />
        <input type="hidden" name="commandId" value={commandId} />
        <input type="hidden" name="seq" value={seq} />
        <p className={styles.small}>
          {t(parameters.length === 0 ? "adopt.noParameters" : "adopt.parametersHelp")}
        </p>
        <ErrorSummary
          title={t("form.faults", { count: faults.length })}
          faults={faults.map(({ pointer, message }) => ({
            id: fieldId(pointer),
            message: say(message),
          }))}
        />
        {parameters.map((parameter) => {
          const { id, title, written, example } = parameter;
          const fault = faults.find(({ pointer }) => pointer === id)?.message;
          return (
            <div key={id} className={styles.parameter}>
              <div>
                <label htmlFor={fieldId(id)}>{say(title)}</label>
                <Facts parameter={parameter} />
              </div>
              <div>
                {fault && (
                  <p className={styles.fault}>
                    <Icon name="over" />
                    {say(fault)}
                  </p>
                )}
                <input
                  id={fieldId(id)}
                  name={`set:${id}`}
                  defaultValue={isOurs ? (typed[`set:${id}`] ?? "") : written}
                  placeholder={example}
                  maxLength={60}
                  autoComplete="off"
                  aria-invalid={fault ? true : undefined}
                />
              </div>
            </div>
          );
        })}
        <SubmitButton kind="go" name="intent" value="parameters">
          {t("adopt.setThem")}
        </SubmitButton>
      </Form>
    </Card>
  );
}

/** The same to read: what the model says, and what was set for this adoption. */
export function ParameterList({ parameters }: { parameters: readonly AdoptionParameter[] }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <Card title={t("adopt.parameters")}>
      {parameters.map((parameter) => (
        <div key={parameter.id} className={styles.parameter}>
          <div>
            <b>{say(parameter.title)}</b>
            <Facts parameter={parameter} />
          </div>
          <p>
            {parameter.written === "" ? (
              t("adopt.standard")
            ) : (
              <>
                {t("adopt.set")} <b>{parameter.written}</b>
              </>
            )}
          </p>
        </div>
      ))}
    </Card>
  );
}

function Facts({ parameter }: { parameter: AdoptionParameter }) {
  const { t } = useTranslation();
  const say = useSay();
  const { standard, range, source, certainty } = parameter;
  return (
    <p className={styles.small}>
      {[
        `${t("adopt.standard")} ${say(standard)}`,
        range && `${t("adopt.range")} ${say(range)}`,
        t("joins.note", {
          text: `${t("adopt.from")} ${say(source)}`,
          note: t(`adopt.certainty.${certainty}`),
        }),
      ]
        .filter(Boolean)
        .join(t("joins.clause"))}
    </p>
  );
}

function fieldId(id: string): string {
  return `set-${id.replace(/[^a-zA-Z]/g, "-")}`;
}
