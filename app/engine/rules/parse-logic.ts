import { refusalError } from "../errors";
import { FORBIDDEN_KEYS, isObject, type Json, type JsonObject } from "../json";
import {
  COMPUTED_ITEM,
  type EachOperator,
  type Expression,
  type MissingExpression,
  type Reference,
  type VarExpression,
} from "./expression";
import { assertLogicFits } from "./logic-limits";
import { DELEGATED_OPERATORS, OWN_OPERATORS, type Arity } from "./operator-table";
import type { Logic, Operator } from "./types";

/** What names are read from: the whole scope, the item of a list, or `current` and `accumulator`. */
type Frame = { kind: "scope" } | { kind: "item" | "pair"; items: string };

interface Place {
  at: string;
  frame: Frame;
  operators: Operators;
}

/** The plugins' operators by full name. */
export type Operators = Pick<ReadonlyMap<string, Operator>, "get">;

/**
 * Reads a rule into an expression. Refuses (`RefusalError`) what is too deep or too large
 * (`rule/too-deep`, `rule/too-large`), a node without exactly one operator (`rule/one-operator`),
 * an operator that does not exist (`rule/unknown-operator`), a wrong number of arguments
 * (`rule/argument-count`), a variable that is not a literal name (`rule/variable-not-literal`) or
 * that could reach a prototype (`rule/forbidden-path`).
 */
export function parseLogic(logic: Logic, operators: Operators): Expression {
  assertLogicFits(logic);
  return parse(logic, { at: "", frame: { kind: "scope" }, operators });
}

function parse(logic: Logic, place: Place): Expression {
  if (Array.isArray(logic)) return parseList(logic, place);
  if (isObject(logic)) return parseNode(logic, place);
  return { kind: "value", value: logic, at: place.at };
}

function parseList(logic: Json[], place: Place): Expression {
  const items = logic.map((item, index) => parse(item, inside(place, index)));
  const values = items.flatMap((item) => (item.kind === "value" ? [item.value] : []));
  return values.length === items.length
    ? { kind: "value", value: values, at: place.at }
    : { kind: "list", items, at: place.at };
}

function parseNode(node: JsonObject, place: Place): Expression {
  const keys = Object.keys(node);
  const [op] = keys;
  if (op === undefined || keys.length > 1) {
    throw refusalError("rule/one-operator", { at: place.at, found: keys.slice(0, 5).join(", ") });
  }
  const written = node[op] ?? null;
  const operands = Array.isArray(written) ? written : [written];
  const here = { ...place, at: `${place.at}/${op.replaceAll("~", "~0").replaceAll("/", "~1")}` };
  /** Where the operand stands: `{"!": x}` has no list around it. */
  const operand = (index: number): Place => (Array.isArray(written) ? inside(here, index) : here);

  const operator = place.operators.get(op);
  const arity =
    OWN_OPERATORS.get(op) ?? DELEGATED_OPERATORS.get(op) ?? (operator && arityOf(operator));
  if (arity === undefined)
    throw refusalError("rule/unknown-operator", { at: place.at, operator: op });
  assertCount({ op, count: operands.length, arity, at: here.at });

  const parseOperand = (index: number, frame = place.frame): Expression =>
    parse(operands[index] ?? null, { ...operand(index), frame });
  switch (op) {
    case "var":
      return parseVar({ operands, here, fallback: () => parseOperand(1) });
    case "missing":
      return parseMissing({ operands: keysOf(operands), here, need: undefined });
    case "missing_some":
      return parseMissing({ operands: listOf(operands[1], here), here, need: parseOperand(0) });
    case "some":
    case "all":
    case "none":
    case "map":
    case "filter":
      return parseEach({ op, at: here.at, parseOperand });
    case "reduce": {
      const list = parseOperand(0);
      const items = itemsOf(list);
      const body = parseOperand(1, { kind: "pair", items });
      const initial = operands.length > 2 ? parseOperand(2) : undefined;
      return { kind: "reduce", list, body, initial, items, at: here.at };
    }
    default: {
      const args = operands.map((_, index) => parseOperand(index));
      return { kind: "call", op, args, operator, at: here.at };
    }
  }
}

function parseEach({
  op,
  at,
  parseOperand,
}: {
  op: EachOperator;
  at: string;
  parseOperand: (index: number, frame?: Frame) => Expression;
}): Expression {
  const list = parseOperand(0);
  const items = itemsOf(list);
  return { kind: "each", op, list, items, body: parseOperand(1, { kind: "item", items }), at };
}

function parseVar({
  operands,
  here,
  fallback,
}: {
  operands: Json[];
  here: Place;
  fallback: () => Expression;
}): VarExpression {
  const reference = parseReference(operands[0], here);
  const { name } = reference;
  const { frame } = here;
  const computed = frame.kind !== "scope" && frame.items === COMPUTED_ITEM;
  return {
    kind: "var",
    ...reference,
    counts: reference.parts.length > 1 && reference.parts.at(-1) === "length",
    fallback: operands.length > 1 ? fallback() : undefined,
    nullable:
      (frame.kind === "item" && computed && name === "") ||
      (frame.kind === "pair" && (name === "accumulator" || (computed && name === "current"))),
    at: here.at,
  };
}

function parseMissing({
  operands,
  here,
  need,
}: {
  operands: Json[];
  here: Place;
  need: Expression | undefined;
}): MissingExpression {
  return {
    kind: "missing",
    keys: operands.map((key) => parseReference(key, here)),
    need,
    at: here.at,
  };
}

/** json-logic takes the names of `missing` one by one or as one list. */
function keysOf(operands: Json[]): Json[] {
  const [first] = operands;
  return operands.length === 1 && Array.isArray(first) ? first : operands;
}

/** `missing_some` counts the names, so they must be a list. */
function listOf(names: Json | undefined, { at }: Place): Json[] {
  if (!Array.isArray(names)) throw refusalError("rule/variable-not-literal", { at });
  return names;
}

function parseReference(name: Json | undefined, { at, frame }: Place): Reference {
  if (typeof name !== "string") throw refusalError("rule/variable-not-literal", { at });
  const parts = name === "" ? [] : name.split(".");
  if (parts.some((part) => FORBIDDEN_KEYS.has(part))) {
    throw refusalError("rule/forbidden-path", { at, path: name });
  }
  return { name, parts, path: pathOf(parts, frame) };
}

function pathOf(parts: string[], frame: Frame): string {
  const named = parts.length > 1 && parts.at(-1) === "length" ? parts.slice(0, -1) : parts;
  let path = frame.kind === "scope" ? "" : frame.items;
  let rest = named;
  if (frame.kind === "pair") {
    const [first, ...more] = named;
    if (first === "accumulator") path = COMPUTED_ITEM;
    if (first === "accumulator" || first === "current") rest = more;
  }
  for (const part of rest) {
    if (/^\d+$/.test(part)) path += "[*]";
    else path += path === "" ? part : `.${part}`;
  }
  return path;
}

/** Path of one item of the list that an expression gives. */
function itemsOf(list: Expression): string {
  if (list.kind === "var" && !list.counts) return `${list.path}[*]`;
  if (list.kind === "each" && list.op === "filter") return list.items;
  return COMPUTED_ITEM;
}

function arityOf({ takes }: Operator): Arity {
  return takes.at(-1) === "..."
    ? [takes.length - 1, Number.POSITIVE_INFINITY]
    : [takes.length, takes.length];
}

function assertCount({
  op,
  count,
  arity: [least, most],
  at,
}: {
  op: string;
  count: number;
  arity: Arity;
  at: string;
}): void {
  if (count >= least && count <= most) return;
  const expected =
    least === most
      ? `${least}`
      : most === Number.POSITIVE_INFINITY
        ? `≥ ${least}`
        : `${least}–${most}`;
  throw refusalError("rule/argument-count", { at, operator: op, found: count, expected });
}

function inside(place: Place, index: number): Place {
  return { ...place, at: `${place.at}/${index}` };
}
