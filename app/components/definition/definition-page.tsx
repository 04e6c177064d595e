import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { DefinitionPage as Page } from "../../runtime/api";
import { PageFrame } from "../page-frame";
import { ScopeChooser } from "../rules/scope-chooser";
import { AddPart } from "./add-part";
import styles from "./definition-page.module.css";
import { PartList } from "./part-list";

/** Every part of a workflow's definition in the words of its process; each leads to its text. */
export function DefinitionPage({ page }: { page: Page }) {
  const { t } = useTranslation();
  const say = useSay();
  const rules = `/rules?unit=${page.county.id}`;
  return (
    <PageFrame section="rules" back={{ to: rules, label: t("rules.title") }}>
      <p className={styles.crumb}>
        <Link to={rules}>{t("rules.title")}</Link>
        {` › ${say(page.package.title)} › ${t("definition.title")}`}
      </p>
      <h1>{t("definition.titleOf", { title: say(page.package.title) })}</h1>
      <p className={styles.lead}>{t("definition.lead")}</p>
      <ScopeChooser choice={page} />
      {page.draft && (
        <p className={styles.draft}>
          <Link to={`/rules/changes/${page.draft.id}`}>{t("definition.draft")}</Link>
        </p>
      )}
      <nav className={styles.jumps} aria-label={t("definition.groups")}>
        {page.groups.map(({ id, title }) => (
          <a key={id} href={`#${id}`}>
            {say(title)}
          </a>
        ))}
      </nav>
      <div className={styles.groups}>
        {page.groups.map((group) => (
          <section key={group.id} id={group.id} className={styles.group}>
            <h2>{say(group.title)}</h2>
            <PartList page={page} rows={group.parts} />
            {group.add !== null && <AddPart page={page} map={group.add} group={say(group.title)} />}
          </section>
        ))}
      </div>
    </PageFrame>
  );
}
