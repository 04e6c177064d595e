import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { RulePage } from "../../runtime/api";
import { Button } from "../button";
import { Gate } from "../gate";
import styles from "./rule-sheet.module.css";
import { Sentence } from "./sentence";
import type { RuleDraft } from "./use-rule-draft";

const RuleBuilder = lazy(() =>
  import("./rule-builder").then(({ RuleBuilder: builder }) => ({ default: builder })),
);

/** The rule's sentence over its rows, or over its text. */
export function RuleSheet({ page, draft }: { page: RulePage; draft: RuleDraft }) {
  const { t } = useTranslation();
  const say = useSay();
  const { verdict, mode, rows, isLive } = draft;
  const isByRows = isLive && mode === "rows" && rows !== null && page.closed === null;
  const isByText = page.closed === null && !isByRows;
  return (
    <section className={styles.sheet}>
      <div className={styles.sentence} aria-live="polite">
        <Sentence parts={verdict.sentence} />
      </div>
      {(page.closed ?? page.beyondRows) && (
        <p className={styles.note}>{say(page.closed ?? page.beyondRows ?? { zh: "" })}</p>
      )}
      {isByRows && (
        <Suspense fallback={null}>
          <RuleBuilder
            rows={rows}
            fields={page.fields}
            fixed={verdict.fixed}
            onChange={draft.setRows}
          />
        </Suspense>
      )}
      {isByText && <RuleText draft={draft} />}
      {!isByText && <input type="hidden" name="when" value={draft.when} />}
      {isLive && verdict.refusal && (
        <div className={styles.fault}>
          <Gate sentence={verdict.refusal.message} alert />
          <Faults verdict={verdict} />
        </div>
      )}
      <p className={styles.state} role="status">
        {draft.isUnfinished && t("ruleEditor.unfinished")}
        {draft.isOffline && t("ruleEditor.offline")}
      </p>
      {page.closed === null && isLive && (verdict.rows !== null || mode === "rows") && (
        <footer className={styles.foot}>
          <Button
            mini
            type="button"
            onClick={() => draft.setMode(mode === "rows" ? "text" : "rows")}
          >
            {t(mode === "rows" ? "ruleEditor.toText" : "ruleEditor.toRows")}
          </Button>
          {isByRows && <span className={styles.hint}>{t("ruleEditor.onlyFitting")}</span>}
        </footer>
      )}
    </section>
  );
}

function RuleText({ draft }: { draft: RuleDraft }) {
  const { t } = useTranslation();
  return (
    <div className={styles.text}>
      <label htmlFor="when">{t("ruleEditor.textLabel")}</label>
      <textarea
        id="when"
        name="when"
        rows={Math.min(18, Math.max(6, draft.when.split("\n").length))}
        spellCheck={false}
        aria-describedby="when-hint"
        value={draft.isLive ? draft.when : undefined}
        defaultValue={draft.isLive ? undefined : draft.when}
        onChange={({ target }) => draft.setWhen(target.value)}
      />
      <p id="when-hint">{t("ruleEditor.textHint")}</p>
      {!draft.isLive && (
        <Button mini name="intent" value="see">
          {t("ruleEditor.again")}
        </Button>
      )}
    </div>
  );
}

/** Each thing that keeps the rule from being kept, where there are several. */
function Faults({ verdict }: Pick<RuleDraft, "verdict">) {
  const say = useSay();
  const fields = verdict.refusal?.fields ?? [];
  if (fields.length < 2) return null;
  return (
    <ul className={styles.faults}>
      {fields.map(({ pointer, message }, index) => (
        <li key={`${pointer} ${index}`}>{say(message)}</li>
      ))}
    </ul>
  );
}
