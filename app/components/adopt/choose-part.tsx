import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import { Card } from "../card";
import { CsrfField } from "../csrf-field";
import { ErrorSummary } from "../error-summary";
import { ModelBadge } from "../models/model-badge";
import { Verdict } from "../models/verdict";
import { SubmitButton } from "../submit-button";
import type { AdoptionPageProps } from "./adoption-page";
import styles from "./adopt.module.css";
import { Found } from "./found";
import { ReasonField } from "./reason-field";

/** The models with their verdicts for these villages; the one looked at with its demands, and the reasons for it. */
export function ChoosePart({ view, commandId, refusal, typed }: AdoptionPageProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { choices, found, caseId, seq } = view;
  const isOurs = typed["intent"] === "choose";
  const faults = isOurs ? (refusal?.fields ?? []) : [];
  const faultOf = (name: string) => faults.find(({ pointer }) => pointer === `/${name}`)?.message;
  const value = (name: "why" | "despite") => (isOurs ? (typed[name] ?? "") : view[name]);
  return (
    <Card title={t("adopt.choose")}>
      <p className={styles.small}>{t("adopt.chooseHelp")}</p>
      <ul className={styles.choices}>
        {choices.map((model) => (
          <li key={model.id} className={model.id === found?.id ? styles.looked : undefined}>
            <ModelBadge model={model} small />
            <Link to={`/models/adopt/${caseId}?model=${model.id}`} preventScrollReset>
              {say(model.title)}
            </Link>
            <span>{t("adopt.suits", { count: model.suits })}</span>
            <Verdict is={model.verdict} />
          </li>
        ))}
      </ul>
      {found && (
        <Form method="post" className={styles.form}>
          <CsrfField />
          <input type="hidden" name="commandId" value={commandId} />
          <input type="hidden" name="seq" value={seq} />
          <input type="hidden" name="model" value={found.id} />
          <ErrorSummary
            title={t("form.faults", { count: faults.length })}
            faults={faults.map(({ pointer, message }) => ({
              id: pointer.slice(1),
              message: say(message),
            }))}
          />
          <Found found={found} />
          {found.verdict === "infeasible" && (
            <ReasonField
              id="despite"
              label={t("adopt.despite")}
              hint={t("adopt.despiteHint")}
              value={value("despite")}
              fault={faultOf("despite")}
            />
          )}
          <ReasonField
            id="why"
            label={t("adopt.why")}
            hint={t("adopt.whyHint")}
            value={value("why")}
            fault={faultOf("why")}
          />
          <SubmitButton kind="go" name="intent" value="choose">
            {t("adopt.chooseThis", { model: say(found.title) })}
          </SubmitButton>
        </Form>
      )}
    </Card>
  );
}
