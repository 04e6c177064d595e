import { parseConditions } from "../../engine/change/parse-conditions";
import {
  isFixed,
  isGroup,
  isSameRule,
  toKeptLogic,
  type Condition,
  type ConditionGroup,
} from "../../engine/change/condition";
import { wordsOf, type KnownWords } from "../../engine/change/scope-words";
import { readPart } from "../../engine/definition/read-part";
import { refuse, type ErrorCode } from "../../engine/errors";
import { isObject, own, type Json } from "../../engine/json";
import { pointerTo } from "../../engine/json-pointer";
import type { Registry } from "../../engine/plugin/registry-types";
import { RefusalError, type Refusal } from "../../engine/refusal";
import { parseLogic } from "../../engine/rules/parse-logic";
import type { Logic } from "../../engine/rules/types";
import { isDay } from "../../engine/time/zone";
import { wordsFor } from "../../engine/variant/vary";
import type { DefinitionDocument, RuleExample, RuleSource } from "../../engine/workflow-source";
import type { Result, RuleEditInput } from "../api";

/** Whether a county may change what a rule says: not where the package keeps it, or where it is law. */
export type RuleOpenness = "open" | "fixed" | "statutory";

/** Looks at what a scope's own changes stand on; a rule that is not there was added by them. */
export function ruleOpenness({ workflow }: DefinitionDocument, rule: string): RuleOpenness {
  const source = own(workflow.rules, rule);
  if (source === undefined) return "open";
  if (source.statutory === true) return "statutory";
  return wordsFor(workflow.vary ?? {}, "rules", rule).has("change") ? "open" : "fixed";
}

/** So many examples a package's file may have. */
const MOST_EXAMPLES = 50;
/** Characters of the sentence that a refused person reads. */
const LONGEST_REFUSAL = 200;
const LONGEST_TEXT = 20_000;

/** What an edited rule is read against. */
export interface RuleReading {
  document: DefinitionDocument;
  /** What the package's plugins contribute. */
  registry: Registry;
  words: KnownWords;
}

/**
 * A rule as it was edited, over the rule as it stands. Whether the definition with it may be and runs is not looked at
 * here. Refuses `change/rule-…`, `change/examples-unreadable`, and what `parseLogic` refuses.
 */
export function readRuleEdit(
  held: RuleSource,
  edit: RuleEditInput,
  reading: RuleReading,
): Result<RuleSource> {
  const when = edit.mode === "rows" ? readRows(edit.rows, reading) : readText(edit.when);
  if (!when.ok) return when;
  const fault = parseFault(when.value, reading.registry);
  if (fault !== undefined) return no(fault);
  const examples = readExamples(edit.examples);
  if (!examples.ok) return examples;
  const { refusal: before, examples: had, ...rest } = held;
  const refusal = readRefusal(edit.refusal, before !== undefined);
  if (!refusal.ok) return refusal;
  const hasExamples = had !== undefined || examples.value.length > 0;
  return {
    ok: true,
    value: {
      ...rest,
      // What is only written in other brackets is no change.
      when: isSameRule(when.value, held.when) ? held.when : when.value,
      ...(refusal.value === null ? {} : { refusal: refusal.value }),
      ...(hasExamples ? { examples: examples.value } : {}),
    },
  };
}

function readRows(text: string, reading: RuleReading): Result<Logic> {
  const read = readPart(text.slice(0, LONGEST_TEXT));
  const rows = read.ok ? parseConditions(read.value) : undefined;
  if (rows === undefined) return no(refuse("change/rule-unfinished"));
  const odd = oddRow(rows, reading);
  if (odd !== undefined) return no(odd);
  const logic = toKeptLogic(rows);
  return logic === undefined ? no(refuse("change/rule-not-kept")) : { ok: true, value: logic };
}

/** The first row whose value is none of its field's. */
function oddRow({ items }: ConditionGroup, reading: RuleReading): Refusal | undefined {
  for (const item of items) {
    if (isFixed(item)) continue;
    const odd = isGroup(item) ? oddRow(item, reading) : oddValue(item, reading);
    if (odd !== undefined) return odd;
  }
  return undefined;
}

function oddValue(
  { path, value }: Condition,
  { document, words }: RuleReading,
): Refusal | undefined {
  if (value === undefined) return undefined;
  const { kind, title } = wordsOf(document, path, words);
  const values = Array.isArray(value) ? value : [value];
  const odd = values.find((one) => {
    if (kind === "number") return typeof one !== "number";
    if (kind === "boolean") return typeof one !== "boolean";
    return kind === "date" && (typeof one !== "string" || !isDay(one));
  });
  if (odd === undefined) return undefined;
  return refuse("change/rule-value", { title, value: String(odd).slice(0, 40) });
}

function readText(text: string): Result<Logic> {
  return readAs("change/rule-unreadable", text);
}

function readAs(code: ErrorCode, text: string): Result<Json> {
  const long = { zh: "太长了。", en: "it is too long." };
  if (text.length > LONGEST_TEXT) return no(refuse(code, { what: long, limit: MOST_EXAMPLES }));
  const read = readPart(text);
  if (read.ok) return read;
  const what = read.problems[0]?.message ?? long;
  return no(refuse(code, { what, limit: MOST_EXAMPLES }));
}

/** What the rule compiler refuses: unknown operators, names that reach a prototype, too deep, too large. */
function parseFault(logic: Logic, { operators }: Registry): Refusal | undefined {
  try {
    parseLogic(logic, operators);
    return undefined;
  } catch (fault) {
    if (fault instanceof RefusalError) return fault.refusal;
    throw fault;
  }
}

function readExamples(text: string): Result<RuleExample[]> {
  const code = "change/examples-unreadable";
  const read = readAs(code, text);
  if (!read.ok) return read;
  const what = { zh: "写法不对。", en: "it has another form." };
  const all = Array.isArray(read.value) ? read.value : null;
  const isWhole = all !== null && all.length <= MOST_EXAMPLES && all.every(isExample);
  if (!isWhole) return no(refuse(code, { what, limit: MOST_EXAMPLES }));
  return { ok: true, value: all as unknown as RuleExample[] };
}

const GIVEN: ReadonlySet<string> = new Set(["data", "facts", "params", "case", "links", "user"]);

function isExample(value: Json): boolean {
  if (!isObject(value)) return false;
  const { given, expect, title, ...rest } = value;
  if (!isObject(given) || Object.keys(rest).length > 0) return false;
  const isSaid = expect === true || expect === false || expect === "unknown";
  const isNamed = title === undefined || (isObject(title) && typeof own(title, "zh") === "string");
  const parts = Object.entries(given);
  return isSaid && isNamed && parts.every(([key, part]) => GIVEN.has(key) && isObject(part));
}

/** Null where there is none: only a rule that had none may be without. */
function readRefusal(
  edited: RuleEditInput["refusal"],
  isNeeded: boolean,
): Result<RuleSource["refusal"] | null> {
  const [zh, en] = [edited.zh.trim(), edited.en.trim()];
  if (zh === "" && en === "" && !isNeeded) return { ok: true, value: null };
  const isLong = [zh, en].some((one) => [...one].length > LONGEST_REFUSAL * (one === en ? 3 : 1));
  if (zh === "" || isLong) {
    return no(refuse("change/rule-without-words", { limit: LONGEST_REFUSAL }));
  }
  return { ok: true, value: en === "" ? { zh } : { zh, en } };
}

function no(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal };
}

/** Where a rule stands in a definition. */
export function rulePointer(rule: string): string {
  return pointerTo("/workflow/rules", rule);
}
