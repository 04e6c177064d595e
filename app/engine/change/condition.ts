import { isObject, own, sameJson, type Json } from "../json";
import type { Logic } from "../rules/types";

/** How a field is compared, one word each on the screen. */
export type Comparison =
  | "is"
  | "isNot"
  | "less"
  | "atMost"
  | "more"
  | "atLeast"
  | "oneOf"
  | "noneOf"
  | "contains"
  | "lacks"
  | "holds"
  | "fails";

/** One row of the builder: field, comparison, value. */
export interface Condition {
  path: string;
  /** What counts where nothing is written in the field. */
  fallback?: Json;
  comparison: Comparison;
  /** A constant, or another field or parameter that it is compared with; absent for `holds` and `fails`. */
  value?: Json;
  other?: string;
}

/** A part that says more than rows can: the builder shows it as a sentence and keeps it as it is. */
export interface FixedPart {
  fixed: Logic;
}

export type ConditionItem = Condition | ConditionGroup | FixedPart;

/** Rows that must all hold, or of which one must. */
export interface ConditionGroup {
  join: "and" | "or";
  items: ConditionItem[];
}

export function isGroup(item: ConditionItem): item is ConditionGroup {
  return "join" in item;
}

export function isFixed(item: ConditionItem): item is FixedPart {
  return "fixed" in item;
}

const OPERATORS: Readonly<Record<string, Comparison>> = {
  "==": "is",
  "!=": "isNot",
  "<": "less",
  "<=": "atMost",
  ">": "more",
  ">=": "atLeast",
};

const LOGIC: ReadonlyMap<Comparison, string> = new Map(
  Object.entries(OPERATORS).map(([operator, comparison]) => [comparison, operator]),
);

/** Groups in groups: more than this nobody reads as a sentence. */
export const DEEPEST = 3;

/**
 * A rule as rows and groups of the builder; undefined where it says more than rows can (lists, arithmetic, choices):
 * such a rule is only shown. What comes back from `toLogic` is the same rule, or this gives undefined.
 */
export function toConditions(logic: Logic): ConditionGroup | undefined {
  return groupOf(logic, readItem(logic, 0));
}

/**
 * The same for a rule of which only some parts are rows: the others are kept whole between them. Undefined where there
 * is nothing that rows could change.
 */
export function toPartlyFixed(logic: Logic): ConditionGroup | undefined {
  return groupOf(logic, readItem(logic, 0, { keep: true }));
}

function groupOf(logic: Logic, item: ConditionItem | undefined): ConditionGroup | undefined {
  if (item === undefined || isFixed(item)) return undefined;
  const group: ConditionGroup = isGroup(item) ? item : { join: "and", items: [item] };
  return sameJson(plain(toLogic(group) ?? null), plain(logic)) ? group : undefined;
}

/**
 * The rule that rows and groups make, where it opens again as the same rows and groups; undefined where it does not,
 * so that nothing is saved which the builder would show as something else.
 */
export function toKeptLogic(group: ConditionGroup): Logic | undefined {
  const logic = toLogic(group);
  const again = logic === undefined ? undefined : toPartlyFixed(logic);
  const isSame = sameJson(asJson(again && simple(again)), asJson(simple(group)));
  return isSame ? logic : undefined;
}

function asJson(group: ConditionItem | undefined): Json {
  return (group ?? null) as unknown as Json;
}

/** Groups of one thing as that thing: the outermost stays a group. */
function simple(group: ConditionGroup): ConditionGroup {
  const items = group.items.map((item): ConditionItem => {
    if (!isGroup(item)) return item;
    const inner = simple(item);
    const [only] = inner.items;
    return inner.items.length === 1 && only !== undefined ? only : inner;
  });
  const [only] = items;
  if (items.length > 1 || only === undefined) return { join: group.join, items };
  return isGroup(only) ? only : { join: "and", items: [only] };
}

/** The rule that rows and groups say; undefined for an empty group, which might be taken for “always”. */
export function toLogic(group: ConditionGroup): Logic | undefined {
  const items = group.items.map((item) => {
    if (isFixed(item)) return item.fixed;
    return isGroup(item) ? toLogic(item) : rowLogic(item);
  });
  if (items.length === 0 || items.some((item) => item === undefined)) return undefined;
  const [only] = items;
  return items.length === 1 ? only : { [group.join]: items as Json[] };
}

function rowLogic(row: Condition): Logic {
  const field: Json = { var: row.fallback === undefined ? row.path : [row.path, row.fallback] };
  const other: Json = row.other === undefined ? (row.value ?? null) : { var: row.other };
  const operator = LOGIC.get(row.comparison);
  if (operator !== undefined) return { [operator]: [field, other] };
  switch (row.comparison) {
    case "oneOf":
      return { in: [field, other] };
    case "noneOf":
      return { "!": { in: [field, other] } };
    case "contains":
      return { in: [other, field] };
    case "lacks":
      return { "!": { in: [other, field] } };
    case "fails":
      return { "!": field };
    case "holds":
    case "is":
    case "isNot":
    case "less":
    case "atMost":
    case "more":
    case "atLeast":
      return field;
  }
}

/** `keep`: what cannot be read becomes a fixed part instead of nothing. */
function readItem(
  logic: Logic,
  depth: number,
  options: { keep?: true } = {},
): ConditionItem | undefined {
  const unread = options.keep ? { fixed: logic } : undefined;
  const [operator, operands] = partsOf(logic);
  if (operator === undefined) return unread;
  if (operator === "and" || operator === "or") {
    const items = operands.map((one) => readItem(one, depth + 1, options));
    const isWhole = depth < DEEPEST && items.length > 0 && items.every((one) => one !== undefined);
    return isWhole ? { join: operator, items } : unread;
  }
  return readRow(operator, operands) ?? unread;
}

function readRow(operator: string, operands: Json[]): Condition | undefined {
  const [first = null, second = null] = operands;
  if (operator === "var") return readField({ var: operands }, { comparison: "holds" });
  if (operator === "!!" && operands.length === 1) return readField(first, { comparison: "holds" });
  if (operator === "!" && operands.length === 1) {
    const [inner, parts] = partsOf(first);
    if (inner === "in") return readIn(parts, true);
    return readField(first, { comparison: "fails" });
  }
  if (operator === "in") return readIn(operands, false);
  const comparison = comparisonOf(operator);
  const value = readValue(second);
  if (comparison === undefined || value === undefined || operands.length !== 2) return undefined;
  return readField(first, { comparison, ...value });
}

/** The comparison that an operator of json-logic makes of two things. */
export function comparisonOf(operator: string): Comparison | undefined {
  return Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
}

function readIn([needle = null, list = null]: Json[], negated: boolean): Condition | undefined {
  if (Array.isArray(list)) {
    const isPlain = list.every((one) => typeof one !== "object");
    return isPlain
      ? readField(needle, { comparison: negated ? "noneOf" : "oneOf", value: list })
      : undefined;
  }
  if (typeof needle === "object") return undefined;
  return readField(list, { comparison: negated ? "lacks" : "contains", value: needle });
}

/** The row about a field; undefined where it is none of the scope itself. */
function readField(field: Json, row: Omit<Condition, "path">): Condition | undefined {
  const [operator, operands] = partsOf(field);
  const [path, fallback] = operands;
  if (operator !== "var" || typeof path !== "string" || !isFieldPath(path)) return undefined;
  return { path, ...(fallback === undefined ? {} : { fallback }), ...row };
}

/** True for the path of one field of the scope: `data.amount`, `facts.duty-roster.changes`; not of an item or a length. */
export function isFieldPath(path: string): boolean {
  return /^[a-z]\w*(\.[\w-]+)+$/i.test(path) && !/\.(length|\d+)(\.|$)/.test(path);
}

/** A plain constant, or another field; undefined for anything that is worked out. */
function readValue(value: Json): Pick<Condition, "value" | "other"> | undefined {
  if (value === null || typeof value !== "object") return { value };
  const [operator, operands] = partsOf(value);
  const [path, ...rest] = operands;
  const isField = operator === "var" && typeof path === "string" && rest.length === 0;
  return isField ? { other: path } : undefined;
}

/** Operator and operands of a node; no operator where it is a constant. */
export function partsOf(logic: Json | undefined): [string | undefined, Json[]] {
  if (!isObject(logic)) return [undefined, []];
  const [operator, ...more] = Object.keys(logic);
  if (operator === undefined || more.length > 0) return [undefined, []];
  const operands = own(logic, operator) ?? null;
  return [operator, Array.isArray(operands) ? operands : [operands]];
}

/** True where two rules differ in brackets alone. */
export function isSameRule(one: Logic, other: Logic): boolean {
  return sameJson(plain(one), plain(other));
}

/** The same rule written in one way: single operands without brackets, `and` and `or` of one thing as that thing. */
function plain(logic: Json): Json {
  const [operator, operands] = partsOf(logic);
  if (operator === undefined) return Array.isArray(logic) ? logic.map(plain) : logic;
  const [only] = operands;
  const isSingle = operands.length === 1 && only !== undefined;
  if (isSingle && (operator === "and" || operator === "or" || operator === "!!"))
    return plain(only);
  return { [operator]: operands.map(plain) };
}
