import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { ParameterPage as Page } from "../../runtime/api";
import { Card } from "../card";
import { CsrfField } from "../csrf-field";
import { Gate } from "../gate";
import { Icon } from "../icon";
import { PageFrame } from "../page-frame";
import type { ShownRefusal } from "../shown-refusal";
import { DraftCard } from "./draft-card";
import { ExemptionFields } from "./exemption-fields";
import { ParameterControl } from "./parameter-control";
import styles from "./parameter-page.module.css";
import { ParameterSideList } from "./parameter-side-list";
import { ProposalList } from "./proposal-list";
import { ScopeFields } from "./scope-fields";
import { Sentence } from "./sentence";
import { SourceCard } from "./source-card";
import { TouchedTable } from "./touched-table";

/** What was typed beside the value, when the page comes back from the server. */
export interface TypedDraft {
  why: string;
  wantedFrom: string;
  reason: string;
  until: string;
}

interface ParameterPageProps {
  page: Page;
  typed: TypedDraft;
  refusal: ShownRefusal | null;
}

/** One parameter: the sentence of its change, the real matters it touches, and the way to others' signatures. */
export function ParameterPage({ page, typed, refusal }: ParameterPageProps) {
  const { t } = useTranslation();
  const say = useSay();
  const shown = refusal ?? page.fault;
  const newValue = page.sentence.filter(({ mark }) => mark === "new")[0];
  return (
    <PageFrame
      section="rules"
      back={{ to: `/rules?unit=${page.county.id}`, label: t("rules.title") }}
    >
      <p className={styles.crumb}>{say(page.package.title)}</p>
      <header className={styles.head}>
        <h1>{say(page.title)}</h1>
        {page.draft && (
          <span className={styles.draft}>
            <Icon name="lack" />
            {t("rules.draft")}
          </span>
        )}
      </header>
      {page.help && <p className={styles.help}>{say(page.help)}</p>}
      <div className={styles.columns}>
        <ParameterSideList {...page} />
        <Form method="post" className={styles.form}>
          <CsrfField />
          <input type="hidden" name="unit" value={page.county.id} />
          <input type="hidden" name="revision" value={page.draft?.revision ?? ""} />
          <div className={styles.work}>
            {shown && <Gate sentence={shown.message} alert />}
            <section className={styles.sheet}>
              {page.source.notes.map((note) => (
                <p key={note.zh} className={styles.note}>
                  <Icon name="lack" />
                  {say(note)}
                </p>
              ))}
              <div className={styles.sentence}>
                <Sentence parts={page.sentence} />
              </div>
              {page.isOpen ? (
                <div className={styles.control}>
                  <ParameterControl page={page} />
                  <ScopeFields page={page} />
                  {page.floor && <ExemptionFields floor={say(page.floor)} typed={typed} />}
                </div>
              ) : (
                <p className={styles.control}>{t("rules.isFixed")}</p>
              )}
            </section>
            <TouchedTable touched={page.touched} value={newValue ? say(newValue.text) : ""} />
            {page.others.length > 0 && (
              <Card title={t("change.others")} plain>
                <ProposalList rows={page.others} />
              </Card>
            )}
          </div>
          <aside>
            {page.isOpen && <DraftCard draft={page.draft} typed={typed} refusal={refusal} />}
            <SourceCard page={page} />
          </aside>
        </Form>
      </div>
    </PageFrame>
  );
}
