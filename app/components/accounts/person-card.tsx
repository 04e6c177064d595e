import { Form, Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { PeopleDesk, PersonRow, PostRow } from "../../runtime/api";
import { ButtonLink } from "../button";
import { CsrfField } from "../csrf-field";
import { SubmitButton } from "../submit-button";
import styles from "./accounts.module.css";
import { PostFields } from "./post-fields";
import { searchOf } from "./search-of";

interface PersonCardProps {
  person: PersonRow;
  desk: PeopleDesk;
  /** Whether the fields of a further post are shown: on one card at a time, each knows every role and unit. */
  isAdding: boolean;
}

/** One account: who, which posts from when until when, and what may be done with it. */
export function PersonCard({ person, desk, isAdding }: PersonCardProps) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const here = { q: params.get("q"), after: params.get("after") };
  const say = useSay();
  const span = ({ from, to }: PostRow) =>
    to === null
      ? t("accounts.since", { from: say(from) })
      : t("accounts.span", { from: say(from), to: say(to) });
  const mark = person.isDisabled
    ? t("accounts.disabled")
    : person.isSelf
      ? t("accounts.self")
      : null;
  return (
    <li className={styles.person} id={person.login}>
      <p className={styles.name}>
        <b>{person.name}</b>
        <span>{person.login}</span>
        {mark && <em>{mark}</em>}
      </p>
      <ul className={styles.posts}>
        {person.posts.map((post) => (
          <li key={post.id} className={post.isOpen ? undefined : styles.over}>
            <span>{`${say(post.role)}·${post.unitName}`}</span>
            <span>{span(post)}</span>
            {post.isOpen && (
              <Form method="post">
                <CsrfField />
                <input type="hidden" name="login" value={person.login} />
                <input type="hidden" name="post" value={post.id} />
                <SubmitButton kind="text" mini name="intent" value="endPost">
                  {t("accounts.end")}
                </SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.acts}>
        {isAdding ? (
          <Form method="post" className={styles.adding}>
            <CsrfField />
            <input type="hidden" name="login" value={person.login} />
            <PostFields id={person.login} desk={desk} />
            <div className={styles.button}>
              <SubmitButton mini name="intent" value="addPost">
                {t("accounts.save")}
              </SubmitButton>
              <Link to={`?${searchOf(here)}#${person.login}`}>{t("accounts.notNow")}</Link>
            </div>
          </Form>
        ) : (
          <ButtonLink mini to={`?${searchOf({ ...here, post: person.login })}#${person.login}`}>
            {t("accounts.addPost")}
          </ButtonLink>
        )}
        <Form method="post">
          <CsrfField />
          <input type="hidden" name="login" value={person.login} />
          <SubmitButton mini name="intent" value="reset">
            {t("accounts.reset")}
          </SubmitButton>
        </Form>
        {!person.isSelf && !person.isDisabled && (
          <Form method="post">
            <CsrfField />
            <input type="hidden" name="login" value={person.login} />
            <SubmitButton mini name="intent" value="disable">
              {t("accounts.disable")}
            </SubmitButton>
          </Form>
        )}
      </div>
    </li>
  );
}
