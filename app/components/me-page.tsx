import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../i18n/use-say";
import type { Inbox, SubstitutesView } from "../runtime/api";
import { Button, ButtonLink } from "./button";
import { Card } from "./card";
import { useFrameData } from "./frame-data";
import { LookForm } from "./look-form";
import styles from "./me-page.module.css";
import { PageFrame } from "./page-frame";
import { SubstitutesCard } from "./substitutes/substitutes-card";

interface MePageProps {
  login: string;
  csrf: string;
  /** Whether this person administers a unit. */
  administers: boolean;
  inbox: Inbox;
  /** Whether these are the newest messages. */
  isFirst: boolean;
  substitutes: SubstitutesView;
  /** What was just done about substitutes. */
  said: "saved" | "ended" | null;
}

/** Who is signed in, what was told them, how pages look to them, and the way out. */
export function MePage(props: MePageProps) {
  const { login, csrf, administers, inbox, isFirst, substitutes, said } = props;
  const { t } = useTranslation();
  const say = useSay();
  const who = useFrameData()?.signedIn?.who;
  return (
    <PageFrame section="me" tabs width="text">
      <h1>{who?.name ?? t("me.title")}</h1>
      {who && <p className={styles.who}>{[say(who.roleTitle), who.unitName, login].join("·")}</p>}
      <div className={styles.out}>
        <form method="post" action="/sign-out">
          <input type="hidden" name="csrf" value={csrf} />
          <Button>{t("signIn.signOut")}</Button>
        </form>
        <ButtonLink kind="text" to="/practice">
          {t("practice.title")}
        </ButtonLink>
      </div>
      {administers && (
        <Card title={t("me.administration")}>
          <ul className={styles.links}>
            <li>
              <Link to="/people">{t("accounts.people")}</Link>
            </li>
            <li>
              <Link to="/units">{t("accounts.units")}</Link>
            </li>
            <li>
              <Link to="/imports">{t("imports.title")}</Link>
            </li>
            <li>
              <Link to="/sweeps">{t("sweeps.title")}</Link>
            </li>
          </ul>
        </Card>
      )}
      {said && (
        <p className={styles.done} role="status">
          {t(`substitutes.${said}`)}
        </p>
      )}
      <SubstitutesCard view={substitutes} />
      <Card title={t("me.inbox")}>
        {inbox.messages.length === 0 && <p className={styles.who}>{t("me.noMessages")}</p>}
        <ul className={styles.messages} hidden={inbox.messages.length === 0}>
          {inbox.messages.map(({ key, text, when, caseId }) => (
            <li key={key}>
              <p>{say(text)}</p>
              <p className={styles.when}>
                {when}
                {caseId && <Link to={`/cases/${caseId}`}>{t("me.see")}</Link>}
              </p>
            </li>
          ))}
        </ul>
        {!(isFirst && inbox.next === null) && (
          <p className={styles.pages}>
            {!isFirst && <Link to="/me">{t("me.newest")}</Link>}
            {inbox.next && (
              <Link to={`/me?after=${encodeURIComponent(inbox.next)}`}>{t("me.earlier")}</Link>
            )}
          </p>
        )}
      </Card>
      <LookForm csrf={csrf} back="/me" />
    </PageFrame>
  );
}
