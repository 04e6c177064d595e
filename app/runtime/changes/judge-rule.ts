import {
  isFixed,
  isGroup,
  toPartlyFixed,
  type ConditionGroup,
} from "../../engine/change/condition";
import { decideExamples, type DecidedExample } from "../../engine/change/decide-examples";
import { gapAfter } from "../../engine/change/gap";
import { markDifference } from "../../engine/change/mark-difference";
import type { SentencePart } from "../../engine/change/say-change";
import { plainLogic, sayLogic, type Speaking } from "../../engine/change/say-condition";
import { writePart } from "../../engine/definition/write-part";
import { refuse } from "../../engine/errors";
import { own, sameJson, type Json } from "../../engine/json";
import type { Refusal } from "../../engine/refusal";
import type { DefinitionDocument, RuleSource } from "../../engine/workflow-source";
import type { ExampleView, Result, RuleEditInput, RuleVerdict } from "../api";
import type { DeskParts } from "./desk-parts";
import { judgeParts, type PartEdit } from "./edit-parts";
import { readRuleEdit, rulePointer } from "./edit-rule";
import { withNumbersOf } from "./publish-checks";
import type { OpenRule } from "./open-rule";

/** What a rule comes to as it was edited, or as it stands (`edit` null). Nothing is stored. */
export function judgeRule(
  parts: DeskParts,
  open: OpenRule,
  ask: { name: string; edit: RuleEditInput | null },
): RuleVerdict {
  const { edit, name } = ask;
  const read: Result<RuleSource> =
    edit === null ? { ok: true, value: open.rule } : readRuleEdit(open.rule, edit, open.reading);
  const rule = read.ok ? read.value : open.rule;
  const refusal = read.ok ? faultOf(parts, open, { name, rule }) : read.refusal;
  const verdict = verdictOf(open, { name, rule, refusal });
  // What cannot be read stays as it was typed.
  if (read.ok || edit === null) return verdict;
  return { ...verdict, when: edit.when, examplesText: edit.examples };
}

/**
 * Why an edited rule cannot be kept: it is not open, it compares unlike things, its examples come out otherwise. Null
 * where it can, and where nothing was edited.
 */
export function faultOf(
  parts: DeskParts,
  open: OpenRule,
  { name, rule }: { name: string; rule: RuleSource },
): Refusal | null {
  if (sameJson(asJson(rule), asJson(open.rule))) return null;
  const { ground, draft } = open;
  const before = draft ?? ground.latest ?? { patch: [], exemptions: [] };
  const { validator } = parts.grounds;
  const roles = parts.definitions.roles;
  const input = { ground, before, edits: [ruleEdit(name, rule)], validator };
  const judged = judgeParts({ ...parts, roles }, input);
  if (judged.ok) return null;
  const { problems } = judged;
  const isOfExamples = problems.every(({ code }) => code === "check/example-fails");
  return problems.length > 0 && isOfExamples
    ? refuse("change/examples-fail", { count: problems.length })
    : judged.refusal;
}

/** A rule as an edited part of its definition. */
export function ruleEdit(name: string, rule: RuleSource): PartEdit {
  return { part: rulePointer(name), text: JSON.stringify(rule) };
}

function verdictOf(
  open: OpenRule,
  { name, rule, refusal }: { name: string; rule: RuleSource; refusal: Refusal | null },
): RuleVerdict {
  const { ground, standing, document, reading } = open;
  const rules = { ...document.workflow.rules, [name]: rule };
  const edited: DefinitionDocument = { ...document, workflow: { ...document.workflow, rules } };
  const speaking: Speaking = { ...reading.words, document };
  const held = own(standing.workflow.rules, name);
  const rows = toPartlyFixed(rule.when) ?? null;
  const decided = decideExamples(rule, {
    ...reading,
    // As they are held to before publication: with the numbers that the package's own were written with.
    document: withNumbersOf(ground.told, edited),
  });
  return {
    refusal,
    sentence: sentenceOf({ rule, held, speaking }),
    isChanged: !sameJson(asJson(rule), asJson(held)),
    rows,
    fixed: rows === null ? [] : fixedIn(rows, speaking),
    when: writePart(rule.when).trimEnd(),
    examplesText: writePart((rule.examples ?? []) as unknown as Json).trimEnd(),
    examples: decided.map(viewExample),
  };
}

function sentenceOf(ask: {
  rule: RuleSource;
  held: RuleSource | undefined;
  speaking: Speaking;
}): SentencePart[] {
  const { rule, held, speaking } = ask;
  const { zh, en = zh } = rule.title;
  const before = held === undefined ? [] : sayLogic(held.when, speaking);
  const said = sayLogic(rule.when, speaking);
  const gap = gapAfter(said.at(-1) ?? { zh: "" });
  return [
    { text: { zh: "当", en: "When " } },
    ...markDifference(before, said),
    { text: { zh: `${gap}时，“${zh}”成立。`, en: `, “${en}” holds.` } },
  ];
}

function fixedIn({ items }: ConditionGroup, speaking: Speaking): RuleVerdict["fixed"] {
  return items.flatMap((item) => {
    if (isGroup(item)) return fixedIn(item, speaking);
    return isFixed(item) ? [{ logic: item.fixed, said: plainLogic(item.fixed, speaking) }] : [];
  });
}

function viewExample(decided: DecidedExample, index: number): ExampleView {
  const { example, truth, agrees, clauses, values } = decided;
  const number = { zh: `例 ${index + 1}`, en: `Example ${index + 1}` };
  return {
    title: example.title ?? number,
    values,
    expect: example.expect,
    found: truth,
    agrees,
    clauses: clauses.map(({ truth: holds, text }) => ({ truth: holds, text })),
    source: example,
  };
}

function asJson(value: unknown): Json | undefined {
  return value as Json | undefined;
}
