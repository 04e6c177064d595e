import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { VersionsPage as Versions } from "../../runtime/api";
import { CsrfField } from "../csrf-field";
import { Gate } from "../gate";
import { PageFrame } from "../page-frame";
import type { ShownRefusal } from "../shown-refusal";
import { SubmitButton } from "../submit-button";
import { ScopeChooser } from "./scope-chooser";
import styles from "./versions-page.module.css";

/** Every version of a county's changes of one package; each can come back. */
export function VersionsPage({ page, refusal }: { page: Versions; refusal: ShownRefusal | null }) {
  const { t } = useTranslation();
  const say = useSay();
  const { title, scope, rows, county, model } = page;
  // A county may have changed it for the villages of one model only.
  const forAll = model === null && page.models.length > 0;
  const restore = (version: string, word: string) => (
    <Form method="post" className={styles.restore}>
      <CsrfField />
      <input type="hidden" name="unit" value={county.id} />
      <input type="hidden" name="model" value={model ?? ""} />
      <input type="hidden" name="version" value={version} />
      <SubmitButton mini name="intent" value={`restore ${version}`}>
        {word}
      </SubmitButton>
    </Form>
  );
  return (
    <PageFrame
      section="rules"
      width="text"
      back={{ to: `/rules?unit=${county.id}`, label: t("rules.title") }}
    >
      <h1>{t("change.versionsOf", { title: say(title) })}</h1>
      <p className={styles.lead}>
        {rows.length === 0
          ? t(forAll ? "change.noVersionsForAll" : "change.noVersions", { scope: say(scope) })
          : t("change.versionsLead")}
      </p>
      <ScopeChooser choice={page} />
      {refusal && <Gate sentence={refusal.message} alert />}
      <ol className={styles.versions}>
        {rows.map((row) => (
          <li key={row.id} className={row.standing === "now" ? styles.now : undefined}>
            <p className={styles.day}>
              <b>{t("change.fromDay", { day: say(row.from) })}</b>
              <span>{t(`change.standing.${row.standing}`)}</span>
            </p>
            {row.summary.map((sentence) => (
              <p key={sentence.zh} className={styles.summary}>
                <Link to={`/rules/changes/${row.id}`}>{say(sentence)}</Link>
              </p>
            ))}
            <p className={styles.facts}>
              {[t("change.by", { name: say(row.by) }), row.documentNumber, row.why]
                .filter(Boolean)
                .join("·")}
            </p>
            {row.standing === "former" && restore(row.id, t("change.restore"))}
          </li>
        ))}
      </ol>
      {rows.length > 0 && restore("", t("change.restoreParent"))}
    </PageFrame>
  );
}
