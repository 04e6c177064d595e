import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { AdoptionPlace, AdoptionVillage } from "../../runtime/api";
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

/** Where a model is to be used: what the comparison says, then all villages of the township, those of a kind, or one. */
export function BeginPage({ place, commandId, refusal }: BeginPageProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { unit, unitName, villages, found } = place;
  const back = `/models/compare?unit=${unit}&model=${found.id}`;
  const kinds = [
    ...new Map(villages.flatMap(({ kind }) => (kind ? [[kind.id, kind] as const] : []))).values(),
  ];
  /** 石桥村（一区一警，单独采用）: a village with what it works by, where that is another model. */
  const wordsOf = ({ name, model, alone }: AdoptionVillage): string => {
    const other = model !== null && model.id !== found.id ? say(model.title) : null;
    const note = [other, alone && t("adopt.alone")].filter(Boolean).join(t("joins.comma"));
    return note === "" ? name : t("joins.note", { text: name, note });
  };
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
              <input type="radio" name="where" value="all" defaultChecked />
              {t("adopt.all", { unit: unitName, count: villages.length })}
            </label>
            <p>{t("adopt.onlyKind")}</p>
            {kinds.map(({ id, title }) => {
              const here = villages.filter(({ kind }) => kind?.id === id);
              return (
                <label key={id}>
                  <input type="radio" name="where" value={`kind:${id}`} />
                  {t("adopt.ofKind", { kind: say(title), count: here.length })}
                  <span>{here.map(wordsOf).join(t("joins.list"))}</span>
                </label>
              );
            })}
            <p>{t("adopt.only")}</p>
            {villages.map((village) => (
              <label key={village.code}>
                <input type="radio" name="where" value={`village:${village.code}`} />
                {village.name}
                <span>
                  {[
                    village.kind && say(village.kind.title),
                    village.model && say(village.model.title),
                    village.alone && t("adopt.alone"),
                  ]
                    .filter(Boolean)
                    .join("·")}
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
