import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { SubstituteChoices } from "../../runtime/api";
import { SelectField } from "../accounts/select-field";
import { Button } from "../button";
import { Card } from "../card";
import { CsrfField } from "../csrf-field";
import { TextField } from "../field";
import { Gate } from "../gate";
import { PageFrame } from "../page-frame";
import type { ShownRefusal } from "../shown-refusal";
import { SubmitButton } from "../submit-button";
import styles from "./substitutes.module.css";

/** What was typed, where it was refused. */
export interface TypedSubstitute {
  substitute: string;
  from: string;
  to: string;
  packages: string[];
  reason: string;
}

interface SubstitutesPageProps {
  choices: SubstituteChoices;
  typed: TypedSubstitute | null;
  refusal: ShownRefusal | null;
}

/** Naming a substitute: for oneself, or as a chief for one of the station. */
export function SubstitutesPage({ choices, typed, refusal }: SubstitutesPageProps) {
  const { t } = useTranslation();
  const { people, user, substitutes } = choices;
  const isSelf = people[0]?.login === user.login;
  return (
    <PageFrame section="me" width="text" back={{ to: "/me", label: t("nav.me") }}>
      <h1>{t("substitutes.name")}</h1>
      <p className={styles.lead}>
        {t(isSelf ? "substitutes.lead" : "substitutes.leadOther", { name: user.name })}
      </p>
      {refusal && <Gate sentence={refusal.message} code={refusal.code} alert />}
      {people.length > 1 && (
        <Form method="get" className={styles.choose}>
          <SelectField
            key={user.login}
            id="for"
            name="for"
            label={t("substitutes.user")}
            defaultValue={user.login}
            options={people.map(({ login, name }) => ({ value: login, label: name }))}
          />
          <Button mini>{t("substitutes.change")}</Button>
        </Form>
      )}
      <Card>
        {substitutes.length === 0 ? (
          <p>{t("substitutes.none")}</p>
        ) : (
          <SubstituteForm choices={choices} typed={typed} />
        )}
      </Card>
      <p className={styles.after}>{t("substitutes.limits")}</p>
    </PageFrame>
  );
}

function SubstituteForm({ choices, typed }: Omit<SubstitutesPageProps, "refusal">) {
  const { t } = useTranslation();
  const say = useSay();
  const { user, substitutes, packages, today } = choices;
  return (
    <Form method="post" key={user.login}>
      <CsrfField />
      <input type="hidden" name="user" value={user.login} />
      <SelectField
        id="substitute"
        name="substitute"
        label={t("substitutes.substitute")}
        {...(typed ? { defaultValue: typed.substitute } : {})}
        options={substitutes.map(({ login, name, unitName }) => ({
          value: login,
          label: t("joins.note", { text: name, note: unitName }),
        }))}
      />
      <div className={styles.days}>
        <TextField
          id="from"
          name="from"
          type="date"
          min={today}
          label={t("substitutes.from")}
          defaultValue={typed?.from ?? today}
        />
        <TextField
          id="to"
          name="to"
          type="date"
          min={today}
          label={t("substitutes.to")}
          defaultValue={typed?.to ?? ""}
        />
      </div>
      <TextField
        id="reason"
        name="reason"
        maxLength={100}
        label={t("substitutes.reason")}
        hint={t("substitutes.reasonHint")}
        defaultValue={typed?.reason ?? ""}
      />
      <fieldset className={styles.packages}>
        <legend>{t("substitutes.packages")}</legend>
        <p>{t("substitutes.packagesHint")}</p>
        <div className={styles.boxes}>
          {packages.map(({ id, title }) => (
            <label key={id}>
              <input
                type="checkbox"
                name="packages"
                value={id}
                defaultChecked={typed?.packages.includes(id) ?? false}
              />
              {say(title)}
            </label>
          ))}
        </div>
      </fieldset>
      <SubmitButton kind="go" name="intent" value="set">
        {t("substitutes.save")}
      </SubmitButton>
    </Form>
  );
}
