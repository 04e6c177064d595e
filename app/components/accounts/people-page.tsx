import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PeopleDesk } from "../../runtime/api";
import { ButtonLink } from "../button";
import { Card } from "../card";
import { CsrfField } from "../csrf-field";
import { TextField } from "../field";
import { Gate } from "../gate";
import { Icon } from "../icon";
import { PageFrame } from "../page-frame";
import type { ShownRefusal } from "../shown-refusal";
import { SubmitButton } from "../submit-button";
import styles from "./accounts.module.css";
import { PeopleSearch } from "./people-search";
import { PersonCard } from "./person-card";
import { PostFields } from "./post-fields";
import { searchOf } from "./search-of";

interface PeoplePageProps {
  desk: PeopleDesk;
  /** The account whose card shows the fields of a further post. */
  postFor: string | null;
  /** A password that was just made: shown once. */
  secret: { login: string; password: string } | null;
  done: boolean;
  refusal: ShownRefusal | null;
}

/** Who has an account in an administrator's units, with their posts; adding, ending, resetting, disabling. */
export function PeoplePage({ desk, postFor, secret, done, refusal }: PeoplePageProps) {
  const { t } = useTranslation();
  return (
    <PageFrame section="me" back={{ to: "/me", label: t("nav.me") }}>
      <h1>{t("accounts.people")}</h1>
      <p className={styles.lead}>
        {desk.search === ""
          ? t("accounts.lead", { count: desk.count })
          : t("accounts.found", { count: desk.count, search: desk.search })}{" "}
        <Link to="/units">{t("accounts.toUnits")}</Link>
      </p>
      {refusal && <Gate sentence={refusal.message} alert />}
      {secret && (
        <section className={styles.secret} role="status">
          <p>{t("accounts.password", { login: secret.login })}</p>
          <p className={styles.password}>{secret.password}</p>
          <p>{t("accounts.passwordHint")}</p>
        </section>
      )}
      {done && !secret && (
        <p className={styles.done} role="status">
          {t("accounts.done")}
        </p>
      )}
      <div className={styles.columns}>
        <div>
          <PeopleSearch search={desk.search} />
          {desk.people.length > 0 && (
            <ul className={styles.list}>
              {desk.people.map((person) => (
                <PersonCard
                  key={person.login}
                  person={person}
                  desk={desk}
                  isAdding={person.login === postFor}
                />
              ))}
            </ul>
          )}
          {desk.next && (
            <p className={styles.next}>
              <ButtonLink mini to={`?${searchOf({ q: desk.search, after: desk.next })}`}>
                {t("worklist.next")}
                <Icon name="next" />
              </ButtonLink>
            </p>
          )}
        </div>
        <aside>
          <Card title={t("accounts.add")}>
            <Form method="post">
              <CsrfField />
              <TextField
                id="login"
                name="login"
                label={t("accounts.login")}
                hint={t("accounts.loginHint")}
                autoComplete="off"
              />
              <TextField id="name" name="name" label={t("accounts.name")} autoComplete="off" />
              <PostFields id="new" desk={desk} />
              <div className={styles.button}>
                <SubmitButton kind="go" wide name="intent" value="add">
                  {t("accounts.save")}
                </SubmitButton>
              </div>
            </Form>
          </Card>
        </aside>
      </div>
    </PageFrame>
  );
}
