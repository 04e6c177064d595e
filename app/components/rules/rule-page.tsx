import { Form, Link } from "@remix-run/react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { RulePage as Page } from "../../runtime/api";
import { ButtonLink } from "../button";
import { Card } from "../card";
import { CsrfField } from "../csrf-field";
import { Gate } from "../gate";
import { Icon } from "../icon";
import { PageFrame } from "../page-frame";
import type { ShownRefusal } from "../shown-refusal";
import { DraftCard } from "./draft-card";
import styles from "./parameter-page.module.css";
import type { TypedDraft } from "./parameter-page";
import { ProposalList } from "./proposal-list";
import { RefusalWords } from "./refusal-words";
import { RuleExamples } from "./rule-examples";
import { RuleSheet } from "./rule-sheet";
import { RuleSideList } from "./rule-side-list";
import { RuleSourceCard } from "./rule-source-card";
import { ScopeLinks } from "./scope-links";
import { useRuleDraft } from "./use-rule-draft";
import { VerdictCard } from "./verdict-card";

interface RulePageProps {
  page: Page;
  typed: TypedDraft;
  refusal: ShownRefusal | null;
}

/** One rule: its sentence and rows, its examples decided anew with every change, and the way to others' signatures. */
export function RulePage({ page, typed, refusal }: RulePageProps) {
  const { t } = useTranslation();
  const say = useSay();
  const form = useRef<HTMLFormElement>(null);
  const draft = useRuleDraft(page, form);
  const [selected, setSelected] = useState(0);
  const example = draft.verdict.examples[selected];
  const shown = refusal ?? (draft.isLive ? null : page.verdict.refusal);
  const rules = `/rules?unit=${page.county.id}`;
  return (
    <PageFrame section="rules" back={{ to: rules, label: t("rules.title") }}>
      <p className={styles.crumb}>
        <Link to={rules}>{t("rules.title")}</Link>
        {` › ${say(page.package.title)} › ${say(page.title)}`}
      </p>
      <header className={styles.head}>
        <h1>{say(page.title)}</h1>
        {page.draft && (
          <span className={styles.after}>
            <span className={styles.draft}>
              <Icon name="lack" />
              {t("rules.draft")}
            </span>
            <ButtonLink mini to={`/rules/changes/${page.draft.id}/trial`}>
              {t("change.trialOpen")}
            </ButtonLink>
          </span>
        )}
      </header>
      <ScopeLinks {...page} />
      <div className={styles.columns}>
        <RuleSideList {...page} />
        <Form method="post" className={styles.form} ref={form}>
          <CsrfField />
          <input type="hidden" name="unit" value={page.county.id} />
          <input type="hidden" name="model" value={page.model ?? ""} />
          <input type="hidden" name="revision" value={page.draft?.revision ?? ""} />
          <input type="hidden" name="mode" value={draft.isLive ? draft.mode : "text"} />
          <input type="hidden" name="rows" value={JSON.stringify(draft.rows)} />
          <div className={styles.work}>
            {shown && <Gate sentence={shown.message} alert />}
            <RuleSheet page={page} draft={draft} />
            <RuleExamples {...{ page, draft, selected }} onSelect={setSelected} />
            <RefusalWords refusal={page.refusal} />
            {page.others.length > 0 && (
              <Card title={t("change.others")} plain>
                <ProposalList rows={page.others} />
              </Card>
            )}
          </div>
          <aside>
            {draft.isLive && example && <VerdictCard example={example} />}
            <RuleSourceCard page={page} />
            <DraftCard draft={page.draft} typed={typed} refusal={refusal} />
          </aside>
        </Form>
      </div>
    </PageFrame>
  );
}
