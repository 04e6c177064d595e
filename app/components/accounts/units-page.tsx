import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { UnitsDesk } from "../../runtime/api";
import { Card } from "../card";
import { CsrfField } from "../csrf-field";
import { TextField } from "../field";
import { Gate } from "../gate";
import { PageFrame } from "../page-frame";
import type { ShownRefusal } from "../shown-refusal";
import { SubmitButton } from "../submit-button";
import styles from "./accounts.module.css";
import { SelectField } from "./select-field";

interface UnitsPageProps extends UnitsDesk {
  done: boolean;
  refusal: ShownRefusal | null;
}

/** What is asked of a new unit with a word on how to write it. */
const HINTED = [
  { name: "id", label: "accounts.unitId", hint: "accounts.unitIdHint" },
  { name: "covers", label: "accounts.covers", hint: "accounts.coversHint" },
  { name: "dutyPhone", label: "accounts.dutyPhone", hint: "accounts.dutyPhoneHint" },
] as const;

/** The units that an administrator manages; adding one beneath them. */
export function UnitsPage({ units, adding, done, refusal }: UnitsPageProps) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <PageFrame section="me" back={{ to: "/me", label: t("nav.me") }}>
      <h1>{t("accounts.units")}</h1>
      <p className={styles.lead}>
        {t("accounts.unitLead", { count: units.length })}{" "}
        <Link to="/people">{t("accounts.toPeople")}</Link>
      </p>
      {refusal && <Gate sentence={refusal.message} alert />}
      {done && (
        <p className={styles.done} role="status">
          {t("accounts.done")}
        </p>
      )}
      <div className={styles.columns}>
        <ul className={styles.list}>
          {units.map((unit) => (
            <li key={unit.id} className={styles.person}>
              <p className={styles.name}>
                <b>{unit.name}</b>
                <span>{say(unit.kind)}</span>
                <span>{unit.id}</span>
              </p>
              <p className={styles.facts}>
                {[unit.parentName, unit.covers, unit.dutyPhone].filter(Boolean).join("·")}
              </p>
              {unit.mayHold && unit.id !== adding?.under.id && (
                <p className={styles.under}>
                  <Link to={`?under=${encodeURIComponent(unit.id)}#add`}>
                    {t("accounts.addUnder")}
                  </Link>
                </p>
              )}
            </li>
          ))}
        </ul>
        {adding && (
          <aside id="add">
            <Card title={t("accounts.addUnitUnder", { name: adding.under.name })}>
              <Form method="post">
                <CsrfField />
                <input type="hidden" name="parent" value={adding.under.id} />
                <TextField
                  id="name"
                  name="name"
                  label={t("accounts.unitName")}
                  autoComplete="off"
                />
                <SelectField
                  id="kind"
                  name="kind"
                  label={t("accounts.kind")}
                  options={adding.kinds.map(({ id, title }) => ({ value: id, label: say(title) }))}
                />
                {HINTED.map(({ name, label, hint }) => (
                  <TextField
                    key={name}
                    {...{ id: name, name, label: t(label), hint: t(hint) }}
                    autoComplete="off"
                  />
                ))}
                <div className={styles.button}>
                  <SubmitButton kind="go" wide name="intent" value="add">
                    {t("accounts.save")}
                  </SubmitButton>
                </div>
              </Form>
            </Card>
          </aside>
        )}
      </div>
    </PageFrame>
  );
}
