import { own, type Json } from "../json";
import type { Logic } from "../rules/types";
import type { Text } from "../text";
import type { DefinitionDocument } from "../workflow-source";
import { gapBefore } from "./gap";
import { comparisonWord } from "./comparison-words";
import {
  comparisonOf,
  isFixed,
  isGroup,
  partsOf,
  toConditions,
  type Condition,
  type ConditionGroup,
  type ConditionItem,
} from "./condition";
import { sayConstant, wordsOf, type KnownWords, type PathWords } from "./scope-words";

/** Whose fields and parameters a rule speaks of. */
export interface Speaking extends KnownWords {
  document: DefinitionDocument;
}

/** A rule as a sentence, word by word, so that two of them can be held against each other: 当标的金额大于 3 万元时. */
export function sayLogic(logic: Logic, speaking: Speaking): Text[] {
  return [...sayPart(logic, speaking)];
}

/** The same of rows and groups: what the builder's controls read. */
export function sayConditions(group: ConditionGroup, speaking: Speaking): Text[] {
  return sayGroup(group, speaking);
}

const COMMA: Text = { zh: "，", en: ", " };
const OPEN: Text = { zh: "（", en: "(" };
const CLOSE: Text = { zh: "）", en: ")" };
const JOINS = {
  and: { zh: "并且", en: "and " },
  or: { zh: "或者", en: "or " },
} as const;

function sayPart(logic: Logic, speaking: Speaking): Text[] {
  const group = toConditions(logic);
  if (group !== undefined) return sayGroup(group, speaking);
  const [operator, operands] = partsOf(logic);
  if (operator === undefined) return sayOther("", [logic], speaking);
  switch (operator) {
    case "and":
    case "or":
      return joined(
        operands.map((one) => ({ words: sayPart(one, speaking), isGroup: isJoin(one) })),
        operator,
      );
    case "some":
    case "all":
    case "none":
      return sayItems(operator, operands, speaking);
    case "!":
      return sayNot(operands[0] ?? null, speaking);
    case "missing":
      return [{ zh: "缺", en: "missing: " }, ...listOf(operands.flat(), speaking)];
    default:
      return sayOther(operator, operands, speaking);
  }
}

/** A comparison of things that are worked out; everything else only says what it is worked out from. */
function sayOther(operator: string, operands: Json[], speaking: Speaking): Text[] {
  const comparison = comparisonOf(operator);
  const [left, right] = operands;
  if (
    comparison === undefined ||
    left === undefined ||
    right === undefined ||
    operands.length > 2
  ) {
    return [FROM, ...listOf(pathsIn({ [operator]: operands }), speaking), RECKONED];
  }
  const word = spaced(comparisonWord(comparison, "number"));
  return [...sayOperand(left, speaking), word, ...sayOperand(right, speaking)];
}

function sayOperand(operand: Json, speaking: Speaking): Text[] {
  const [operator, operands] = partsOf(operand);
  const [first, fallback] = operands;
  if (operator === undefined) return [gapped(sayConstant(PLAIN, operand))];
  if (operator === "var" && typeof first === "string") {
    const field = wordsOfRow(first, speaking);
    return fallback === undefined ? [field.title] : [field.title, absence(field, fallback)];
  }
  const list = listOf(pathsIn(operand), speaking);
  if (operator.endsWith(".count")) return [...list, { zh: "的项数", en: " (count)" }];
  return [FROM, ...list, { zh: "算出的数", en: "" }];
}

const FROM: Text = { zh: "按", en: "what follows from " };
const PLAIN: PathWords = { title: { zh: "" }, kind: "number", schema: {}, unit: null };

const RECKONED: Text = { zh: "算出的条件成立", en: "" };

function isJoin(logic: Logic): boolean {
  const [operator] = partsOf(logic);
  return operator === "and" || operator === "or";
}

function sayNot(logic: Logic, speaking: Speaking): Text[] {
  const [operator, operands] = partsOf(logic);
  if (operator === "missing") {
    return [{ zh: "填了", en: "filled in: " }, ...listOf(operands.flat(), speaking)];
  }
  return [{ zh: "不是", en: "not " }, OPEN, ...sayPart(logic, speaking), CLOSE];
}

const QUANTIFIERS = {
  some: { zh: "中有一项", en: ": one has " },
  all: { zh: "每一项都", en: ": all have " },
  none: { zh: "中没有一项", en: ": none has " },
} as const;

/** 当事人每一项都调解意愿是同意: names inside belong to the item. */
function sayItems(operator: "some" | "all" | "none", operands: Json[], speaking: Speaking): Text[] {
  const [list = null, body = null] = operands;
  const [source, [path]] = partsOf(list);
  if (source !== "var" || typeof path !== "string") {
    return [FROM, ...listOf(pathsIn({ [operator]: operands }), speaking), RECKONED];
  }
  const { title } = wordsOf(speaking.document, path, speaking);
  const inside = sayPart(fromRoot(body, `${path}[*]`), speaking);
  return [title, QUANTIFIERS[operator], OPEN, ...inside, CLOSE];
}

/** The body of a list's clause with its names from the root, `[*]` written as a word that a path may hold. */
function fromRoot(logic: Json, item: string): Json {
  if (Array.isArray(logic)) return logic.map((one) => fromRoot(one, item));
  const [operator, operands] = partsOf(logic);
  if (operator === undefined) return logic;
  if (operator === "var") {
    const [name, ...rest] = operands;
    const path = item.replaceAll("[*]", ".each") + (name === "" ? "" : `.${String(name)}`);
    return { var: rest.length === 0 ? path : [path, ...rest] };
  }
  return { [operator]: operands.map((one) => fromRoot(one, item)) };
}

function sayGroup({ join, items }: ConditionGroup, speaking: Speaking): Text[] {
  return joined(
    items.map((item) => ({
      words: sayItem(item, speaking),
      isGroup: items.length > 1 && (isFixed(item) ? isJoin(item.fixed) : isGroup(item)),
    })),
    join,
  );
}

function sayItem(item: ConditionItem, speaking: Speaking): Text[] {
  if (isFixed(item)) return sayPart(item.fixed, speaking);
  return isGroup(item) ? sayGroup(item, speaking) : sayRow(item, speaking);
}

function joined(parts: { words: Text[]; isGroup: boolean }[], join: "and" | "or"): Text[] {
  return parts.flatMap(({ words, isGroup: inside }, index) => [
    ...(index === 0 ? [] : [COMMA, JOINS[join]]),
    ...(inside ? [OPEN, ...words, CLOSE] : words),
  ]);
}

function sayRow(row: Condition, speaking: Speaking): Text[] {
  const field = wordsOfRow(row.path, speaking);
  const { comparison, value } = row;
  const word = comparisonWord(comparison, field.kind);
  const subject =
    row.fallback === undefined ? [field.title] : [field.title, absence(field, row.fallback)];
  if (comparison === "holds" || comparison === "fails") return [...subject, after(word)];
  const other =
    row.other === undefined ? undefined : inQuotes(wordsOfRow(row.other, speaking).title);
  const said = other ?? quoted(field, sayConstant(field, value ?? null));
  return [...subject, spaced(word), gapped(said)];
}

/** Numbers, days, yes and no stand by themselves; everything else is quoted. */
function quoted({ kind }: PathWords, said: Text): Text {
  if (kind === "number" || kind === "date" || kind === "boolean") return said;
  return inQuotes(said);
}

function inQuotes({ zh, en }: Text): Text {
  return { zh: `“${zh}”`, en: `“${en ?? zh}”` };
}

function after({ zh, en }: Text): Text {
  return { zh, en: ` ${en ?? zh}` };
}

function spaced({ zh, en }: Text): Text {
  return { zh, en: ` ${en ?? zh} ` };
}

/** A value behind a word: digits and letters stand apart. */
function gapped({ zh, en }: Text): Text {
  return { zh: `${gapBefore({ zh })}${zh}`, en: en ?? zh };
}

function absence(field: PathWords, fallback: Json): Text {
  const said = sayConstant(field, fallback);
  return { zh: `（没有填按“${said.zh}”算）`, en: ` (“${said.en ?? said.zh}” where empty)` };
}

function wordsOfRow(path: string, speaking: Speaking): PathWords {
  return wordsOf(speaking.document, path.replaceAll(".each", "[*]"), speaking);
}

function listOf(paths: readonly Json[], speaking: Speaking): Text[] {
  const titles = [...new Set(paths.map(String))].map((path) => wordsOfRow(path, speaking).title);
  return titles.map((title, index) =>
    index === 0 ? title : { zh: `、${title.zh}`, en: `, ${title.en ?? title.zh}` },
  );
}

/** Every path that an expression reads, in order. */
function pathsIn(logic: Json): string[] {
  if (Array.isArray(logic)) return logic.flatMap(pathsIn);
  const [operator, operands] = partsOf(logic);
  if (operator === undefined) return [];
  const [name] = operands;
  if (operator === "var") return typeof name === "string" && name.includes(".") ? [name] : [];
  return operands.flatMap(pathsIn);
}

/** The rule's sentence in one piece. */
export function plainLogic(logic: Logic, speaking: Speaking): Text {
  const words = sayLogic(logic, speaking);
  return {
    zh: words.map(({ zh }) => zh).join(""),
    en: words.map(({ zh, en }) => en ?? zh).join(""),
  };
}

/** The expression of a rule of a document; undefined where there is none. */
export function ruleLogic({ workflow }: DefinitionDocument, rule: string): Logic | undefined {
  return own(workflow.rules, rule)?.when;
}
