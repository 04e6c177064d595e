import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { ExampleView, RulePage } from "../../runtime/api";
import { AddExample } from "./add-example";
import { Clauses } from "./clauses";
import styles from "./rule-examples.module.css";
import { TruthWord } from "./truth-word";
import type { RuleDraft } from "./use-rule-draft";

interface ExamplesProps {
  page: RulePage;
  draft: RuleDraft;
  selected: number;
  onSelect: (index: number) => void;
}

/** The rule's examples as it decides them now, against what each expects. */
export function RuleExamples({ page, draft, selected, onSelect }: ExamplesProps) {
  const { t } = useTranslation();
  const { verdict, isLive, examples } = draft;
  const rows = verdict.examples;
  // Of a rule that the package keeps, the examples that are there stay.
  const kept = page.closed === null ? 0 : page.verdict.examples.length;
  return (
    <section className={styles.examples} aria-labelledby="examples">
      <h2 id="examples">{t("ruleEditor.examples")}</h2>
      {rows.length === 0 ? (
        <p className={styles.none}>{t("ruleEditor.noExamples")}</p>
      ) : (
        <table className={styles.table} role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader">{t("ruleEditor.example")}</th>
              <th role="columnheader">{t("ruleEditor.expect")}</th>
              <th role="columnheader">{t("ruleEditor.found")}</th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row, index) => (
              <ExampleRow
                key={index}
                {...{ row, index, draft, onSelect }}
                isSelected={isLive && index === selected}
                isKept={index < kept || examples === null}
              />
            ))}
          </tbody>
        </table>
      )}
      {isLive && examples !== null && (
        <AddExample
          page={page}
          verdict={verdict}
          onAdd={(one) => draft.setExamples([...examples, one])}
        />
      )}
      <details className={styles.asText} open={!isLive && rows.length === 0}>
        <summary>{t("ruleEditor.examplesText")}</summary>
        <label className={styles.hidden} htmlFor="examples-text">
          {t("ruleEditor.examplesText")}
        </label>
        <textarea
          id="examples-text"
          name="examples"
          rows={10}
          spellCheck={false}
          aria-describedby="examples-hint"
          value={draft.isLive ? draft.examplesText : undefined}
          defaultValue={draft.isLive ? undefined : draft.examplesText}
          onChange={({ target }) => draft.setExamplesText(target.value)}
        />
        <p id="examples-hint">{t("ruleEditor.examplesTextHint")}</p>
      </details>
    </section>
  );
}

interface RowProps {
  row: ExampleView;
  index: number;
  draft: RuleDraft;
  isSelected: boolean;
  isKept: boolean;
  onSelect: (index: number) => void;
}

function ExampleRow({ row, index, draft, isSelected, isKept, onSelect }: RowProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { examples, setExamples, isLive } = draft;
  const change = (expect: ExampleView["expect"]) =>
    setExamples((examples ?? []).map((one, at) => (at === index ? { ...one, expect } : one)));
  return (
    <tr role="row" className={isSelected ? styles.selected : undefined}>
      <td role="cell" className={styles.what}>
        {isLive ? (
          <button type="button" aria-pressed={isSelected} onClick={() => onSelect(index)}>
            {say(row.title)}
          </button>
        ) : (
          <b>{say(row.title)}</b>
        )}
        <span className={styles.values}>
          {row.values.map(({ path, title, value }) => (
            <span key={path}>
              {say(title)} <b>{value === null ? t("ruleEditor.empty") : say(value)}</b>
            </span>
          ))}
        </span>
        {isSelected && (
          <div className={styles.clauses}>
            <Clauses clauses={row.clauses} />
          </div>
        )}
        {!isLive && (
          <details>
            <summary>{t("ruleEditor.why")}</summary>
            <Clauses clauses={row.clauses} />
          </details>
        )}
      </td>
      <td role="cell" className={styles.expect}>
        <span className={styles.label}>{t("ruleEditor.expect")}</span>
        {isLive && !isKept ? (
          <select
            aria-label={t("joins.label", { name: say(row.title), text: t("ruleEditor.expect") })}
            value={String(examples?.[index]?.expect ?? row.expect)}
            onChange={({ target }) => change(readTruth(target.value))}
          >
            {(["true", "false", "unknown"] as const).map((truth) => (
              <option key={truth} value={truth}>
                {t(`ruleEditor.truth.${truth}`)}
              </option>
            ))}
          </select>
        ) : (
          t(`ruleEditor.truth.${row.expect}`)
        )}
      </td>
      <td role="cell" className={styles.found}>
        <span className={styles.label}>{t("ruleEditor.found")}</span>
        <TruthWord truth={row.found} />
        {!row.agrees && <span className={styles.differs}>{t("ruleEditor.differs")}</span>}
        {isLive && !isKept && (
          <button
            type="button"
            className={styles.remove}
            aria-label={t("joins.label", { name: t("ruleEditor.remove"), text: say(row.title) })}
            onClick={() => setExamples((examples ?? []).filter((_, at) => at !== index))}
          >
            {t("ruleEditor.remove")}
          </button>
        )}
      </td>
    </tr>
  );
}

/** A truth as a control says it. */
export function readTruth(value: string): ExampleView["expect"] {
  return value === "unknown" ? "unknown" : value === "true";
}
