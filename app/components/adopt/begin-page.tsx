import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { AdoptionPlace } from "../../runtime/api";
import { Card } from "../card";
import { CsrfField } from "../csrf-field";
import { Gate } from "../gate";
import { PageFrame } from "../page-frame";
import type { ShownRefusal } from "../shown-refusal";
import { SubmitButton } from "../submit-button";
import styles from "./adopt.module.css";
import { Found } from "./found";

interface BeginPageProps {
  place: AdoptionPlace;
  commandId: string;
  refusal: ShownRefusal | null;
}

/** Where a model is to be used: what the comparison says, then all villages of the township or one. */
export function BeginPage({ place, commandId, refusal }: BeginPageProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { unit, unitName, villages, found } = place;
  const back = `/models/compare?unit=${unit}&model=${found.id}`;
  return (
    <PageFrame section="models" back={{ to: back, label: t("models.compareTwo") }} width="text">
      <header className={styles.head}>
        <h1>{t("adopt.beginTitle", { unit: unitName, model: say(found.title) })}</h1>
        <p>{t("adopt.beginHelp")}</p>
      </header>
      {refusal && <Gate sentence={refusal.message} code={refusal.code} alert />}
      <Card title={t("adopt.found")}>
        <Found found={found} />
      </Card>
      <Card title={t("adopt.where")}>
        <Form method="post" className={styles.form}>
          <CsrfField />
          <input type="hidden" name="commandId" value={commandId} />
          <fieldset className={styles.radios}>
            <legend className={styles.hidden}>{t("adopt.where")}</legend>
            <label>
              <input type="radio" name="village" value="" defaultChecked />
              {t("adopt.all", { unit: unitName, count: villages.length })}
            </label>
            <p>{t("adopt.only")}</p>
            {villages.map(({ code, name, kind, model }) => (
              <label key={code}>
                <input type="radio" name="village" value={code} />
                {name}
                <span>
                  {[kind && say(kind), model && say(model.title)].filter(Boolean).join("·")}
                </span>
              </label>
            ))}
          </fieldset>
          <SubmitButton kind="go">{t("adopt.begin")}</SubmitButton>
        </Form>
      </Card>
    </PageFrame>
  );
}
