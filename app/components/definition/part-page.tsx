import { Form, Link } from "@remix-run/react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { PartPage as Page, PartProblemView } from "../../runtime/api";
import { CsrfField } from "../csrf-field";
import { Gate } from "../gate";
import { PageFrame } from "../page-frame";
import { DraftCard } from "../rules/draft-card";
import type { ShownRefusal } from "../shown-refusal";
import { SubmitButton } from "../submit-button";
import { AlsoFields } from "./also-fields";
import { CodeField, type CursorPlace } from "./code-field";
import { definitionAddress, ruleAddress } from "./part-address";
import styles from "./part-page.module.css";
import { PartProblems } from "./part-problems";
import { PartShown } from "./part-shown";
import { usePartCheck } from "./use-part-check";

interface PartPageProps {
  page: Page;
  typed: { why: string; wantedFrom: string };
  refusal: ShownRefusal | null;
}

/** Parts of a definition as text: their problems while one types, what they make, and the way to others' signatures. */
export function PartPage({ page, typed, refusal }: PartPageProps) {
  const { t } = useTranslation();
  const say = useSay();
  const form = useRef<HTMLFormElement>(null);
  const [texts, setTexts] = useState(() => page.texts.map(({ text }) => text));
  const [goTo, setGoTo] = useState<(CursorPlace & { text: number }) | null>(null);
  const address = `/rules/${page.package.id}/check`;
  const { check, isAsking } = usePartCheck(form, { address, texts, given: page.check });
  const names = page.texts.map(({ title }) => say(title));
  const isUntouched = texts.every((text, index) => text === page.texts[index]?.text);
  const onGoTo = ({ text, line, column }: PartProblemView) => {
    if (text !== null && line !== null) setGoTo({ text, line, column: column ?? 1 });
  };
  const definition = definitionAddress(page);
  return (
    <PageFrame section="rules" back={{ to: definition, label: t("definition.title") }}>
      <p className={styles.crumb}>
        <Link to={`/rules?unit=${page.county.id}`}>{t("rules.title")}</Link>
        {` › ${say(page.package.title)} › `}
        <Link to={definition}>{t("definition.title")}</Link>
      </p>
      <h1>{t("definition.sourceOf", { name: names[0] ?? "" })}</h1>
      <p className={styles.lead}>
        {t("definition.scopeNow", { scope: say(page.scope) })}
        {page.models.length > 0 && (
          <>
            {"·"}
            <Link to={definition}>{t("definition.otherScope")}</Link>
          </>
        )}
      </p>
      <Form method="post" encType="multipart/form-data" ref={form} className={styles.form}>
        <CsrfField />
        <input type="hidden" name="unit" value={page.county.id} />
        <input type="hidden" name="model" value={page.model ?? ""} />
        <input type="hidden" name="revision" value={page.draft?.revision ?? ""} />
        <div className={styles.work}>
          {refusal && <Gate sentence={refusal.message} alert />}
          {page.texts.map(({ part, isNew, says, canRemove }, index) => (
            <section key={part}>
              {page.texts.length > 1 && <h2 className={styles.name}>{names[index]}</h2>}
              {isNew && <p className={styles.says}>{t("definition.isNew")}</p>}
              {says && <p className={styles.says}>{say(says)}</p>}
              {!isNew && <AsSentence to={ruleAddress(page, part)} />}
              <input type="hidden" name="part" value={part} />
              <CodeField
                id={`text${index}`}
                label={t("joins.label", { name: names[index], text: t("definition.text") })}
                hintId="keys"
                value={texts[index] ?? ""}
                onChange={(text) =>
                  setTexts((all) => all.map((one, i) => (i === index ? text : one)))
                }
                marked={linesOf(check.problems, index)}
                goTo={goTo?.text === index ? goTo : null}
              />
              {canRemove && (
                <SubmitButton kind="text" mini name="intent" value={`remove:${part}`}>
                  {t("definition.remove")}
                </SubmitButton>
              )}
            </section>
          ))}
          <p className={styles.keys} id="keys">
            {t("definition.keys")}
          </p>
          <AlsoFields page={page} />
        </div>
        <aside>
          <PartProblems {...{ check, isAsking, isUntouched, names, onGoTo }} />
          <noscript>
            <button name="intent" value="check">
              {t("definition.check")}
            </button>
          </noscript>
          <DraftCard draft={page.draft} typed={typed} refusal={refusal} />
        </aside>
      </Form>
      <PartShown check={check} />
    </PageFrame>
  );
}

function linesOf(problems: readonly PartProblemView[], index: number): ReadonlySet<number> {
  return new Set(
    problems.flatMap(({ text, line }) => (text === index && line !== null ? line : [])),
  );
}

/** The way to the page where a rule is edited row by row. */
function AsSentence({ to }: { to: string | undefined }) {
  const { t } = useTranslation();
  if (to === undefined) return null;
  return (
    <p className={styles.says}>
      <Link to={to}>{t("ruleEditor.asSentence")}</Link>
    </p>
  );
}
