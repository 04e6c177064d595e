import type { ConditionGroup } from "../../engine/change/condition";
import type { RuleField } from "../../engine/change/rule-fields";
import type { SentencePart } from "../../engine/change/say-change";
import type { Json } from "../../engine/json";
import type { Refusal } from "../../engine/refusal";
import type { Truth } from "../../engine/rules/types";
import type { Text } from "../../engine/text";
import type { RuleExample } from "../../engine/workflow-source";
import type { ProposalRow, ProposalView, ScopeAsk } from "./changes";
import type { Result } from "./result";
import type { Session } from "./session";

export type { ConditionGroup, ConditionItem, Condition } from "../../engine/change/condition";
export type { RuleField } from "../../engine/change/rule-fields";

/** One rule in a list of all. */
export interface RuleRow {
  name: string;
  title: Text;
  /** False where the package keeps what it says, or where that is law. */
  isOpen: boolean;
  /** True where rows of the builder cannot say all of it. */
  isAdvanced: boolean;
  isChanged: boolean;
}

export interface RuleAsk extends ScopeAsk {
  package: string;
  rule: string;
}

/** A rule as a page sends it. */
export interface RuleEditInput {
  /** Whether the rows of the builder count, or the rule as text. */
  mode: "rows" | "text";
  /** `ConditionGroup` as JSON. */
  rows: string;
  /** The rule as json-logic. */
  when: string;
  /** The examples as JSON, as in the package's file. */
  examples: string;
  refusal: { zh: string; en: string };
}

/** One example as the rule decides it. */
export interface ExampleView {
  title: Text;
  /** What the rule reads of it; null where it is not there. */
  values: { path: string; title: Text; value: Text | null }[];
  expect: Truth;
  found: Truth;
  agrees: boolean;
  /** Which clauses decided. */
  clauses: { truth: Truth; text: Text }[];
  /** As it stands in the file. */
  source: RuleExample;
}

/** What a rule comes to, as it was edited. */
export interface RuleVerdict {
  /** Why it could not be kept like this. */
  refusal: Refusal | null;
  /** The sentence, with what differs from the rule that holds. */
  sentence: SentencePart[];
  isChanged: boolean;
  /** Null where it cannot be read. */
  rows: ConditionGroup | null;
  /** The parts that stay whole, in words. */
  fixed: { logic: Json; said: Text }[];
  /** The rule and its examples as text. */
  when: string;
  examplesText: string;
  examples: ExampleView[];
}

export interface RulePage {
  county: { id: string; name: string };
  package: { id: string; title: Text };
  name: string;
  title: Text;
  /** Why only words and further examples can be changed; null where all can. */
  closed: Text | null;
  /** Why rows do not say all of it; null where they do. */
  beyondRows: Text | null;
  mode: RuleEditInput["mode"];
  fields: RuleField[];
  verdict: RuleVerdict;
  /** The sentence that a refused person reads; null where nobody is refused by it. */
  refusal: { zh: string; en: string } | null;
  models: { id: string; title: Text; villages: number }[];
  model: string | null;
  source: {
    standard: Text;
    /** Null where it is the same as the standard. */
    parent: Text | null;
    legal: Text | null;
    uses: Text[];
    /** Parameters that it reads, each with a page of its own. */
    parameters: { name: string; title: Text; value: Text }[];
  };
  draft: ProposalView | null;
  others: ProposalRow[];
  list: { id: string; title: Text; rules: RuleRow[] }[];
}

export interface SaveRuleInput extends RuleAsk {
  edit: RuleEditInput;
  why: string;
  wantedFrom: string;
  revision: number | null;
}

/** A rule as a sentence, with its examples and its reasons. */
export interface RuleEditorApi {
  /** `edit`: what was typed; null opens the rule as it stands in the person's draft, or as it holds. */
  rulePage(
    session: Session,
    ask: RuleAsk & { edit: RuleEditInput | null },
  ): Promise<Result<RulePage>>;
  /** What an edited rule comes to; nothing is stored. */
  tryRule(session: Session, ask: RuleAsk & { edit: RuleEditInput }): Promise<Result<RuleVerdict>>;
  /** Puts the rule into the person's draft. Refuses `change/rule-…` and what `savePart` refuses. */
  saveRule(session: Session, input: SaveRuleInput): Promise<Result<{ id: string }>>;
}
