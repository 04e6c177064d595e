import type { ErrorCode } from "../errors";
import type { Json } from "../json";
import type { CallExpression, Expression } from "./expression";
import { NUMERIC_OPERATORS } from "./operator-table";
import { kindOf, kindOfValue, type Kind, type ScopeShape } from "./static-kind";

/** Something in a rule that compiles and still cannot be meant. */
export interface LogicProblem {
  code: ErrorCode;
  /** JSON pointer into the rule. */
  at: string;
  /** The path that it is about, where there is one. */
  path?: string;
  /** For the message of the code. */
  params: Record<string, Json>;
}

const IN_ORDER: ReadonlySet<string> = new Set(["<", "<=", ">", ">="]);
const EQUALITY: ReadonlySet<string> = new Set(["==", "===", "!=", "!=="]);

/** What is wrong with the operands of one operator, for what the scope holds. */
export function checkCall(call: CallExpression, shape: ScopeShape): LogicProblem[] {
  const { op, args, operator, at } = call;
  const each = (allowed: readonly Kind[]): LogicProblem[] =>
    args.flatMap((operand, index) =>
      mustBe({ operand, position: index + 1, allowed, operator: op, at, shape }),
    );
  if (operator !== undefined) {
    return args.flatMap((operand, index) => {
      const allowed = allowedBy(operator.takes, index);
      return allowed === undefined
        ? []
        : mustBe({ operand, position: index + 1, allowed, operator: op, at, shape });
    });
  }
  if (EQUALITY.has(op)) return checkEquality(call, shape);
  if (IN_ORDER.has(op)) return firstOf(each(["number", "date"]), () => sameKind(call, shape));
  if (NUMERIC_OPERATORS.has(op)) return each(["number"]);
  if (op === "cat" || op === "substr") return each(["string", "number", "date", "boolean"]);
  return op === "in" ? checkIn(call, shape) : [];
}

const ALLOWED: Partial<Record<string, readonly Kind[]>> = {
  string: ["string", "date"],
  number: ["number"],
  boolean: ["boolean"],
  array: ["array"],
};

function allowedBy(takes: readonly string[], index: number): readonly Kind[] | undefined {
  const types = takes.filter((type) => type !== "...");
  return ALLOWED[types[index] ?? types.at(-1) ?? "any"];
}

function checkEquality(call: CallExpression, shape: ScopeShape): LogicProblem[] {
  const { op, args, at } = call;
  const kinds = args.map((arg) => kindOf(arg, shape));
  if (kinds.includes("null")) return [{ code: "rule/compares-null", at, params: {} }];
  if (kinds.includes("array") || kinds.includes("object")) {
    return [{ code: "rule/compares-list", at, params: { operator: op } }];
  }
  return firstOf(sameKind(call, shape), () =>
    args.flatMap((arg, index) => {
      const other = args[1 - index];
      return other?.kind === "value"
        ? outsideEnum({ asked: arg, constants: [other.value], at, shape })
        : [];
    }),
  );
}

/** `in` over text would find a part of a word; over anything but a list it is always false. */
function checkIn({ op, args, at }: CallExpression, shape: ScopeShape): LogicProblem[] {
  const [needle, list] = args;
  if (needle === undefined || list === undefined) return [];
  const problems = mustBe({
    operand: list,
    position: 2,
    allowed: ["array"],
    operator: op,
    at,
    shape,
  });
  if (list.kind === "value" && Array.isArray(list.value)) {
    const asked = { kind: kindOf(needle, shape), constant: false };
    const constants = list.value;
    const odd = constants
      .map(kindOfValue)
      .find((kind) => !comparable(asked, { kind, constant: true }));
    if (odd !== undefined) problems.push(differing({ op, at, kinds: [asked.kind, odd] }));
    else problems.push(...outsideEnum({ asked: needle, constants, at, shape }));
  }
  if (list.kind === "var" && needle.kind === "value" && problems.length === 0) {
    const item = { ...list, path: `${list.path}[*]` };
    problems.push(...outsideEnum({ asked: item, constants: [needle.value], at, shape }));
  }
  return problems;
}

function outsideEnum({
  asked,
  constants,
  at,
  shape,
}: {
  asked: Expression;
  constants: readonly Json[];
  at: string;
  shape: ScopeShape;
}): LogicProblem[] {
  if (asked.kind !== "var" || asked.counts) return [];
  const { path } = asked;
  const choices = shape.enumOf(path);
  if (choices === undefined) return [];
  return constants
    .filter((constant) => !choices.includes(constant))
    .map((value) => ({
      code: "rule/outside-enum",
      at,
      path,
      params: { path, value, choices: choices.slice(0, 20).join(", ") },
    }));
}

/** The operand has to be of one of the kinds, as far as that can be told. */
export function mustBe({
  operand,
  position,
  allowed,
  operator,
  at,
  shape,
}: {
  operand: Expression;
  position: number;
  allowed: readonly Kind[];
  operator: string;
  at: string;
  shape: ScopeShape;
}): LogicProblem[] {
  const kind = kindOf(operand, shape);
  if (kind === "any" || allowed.includes(kind)) return [];
  const path = operand.kind === "var" ? { path: operand.path } : {};
  const params = { operator, position, found: kind, wanted: allowed.join(" / ") };
  return [{ code: "rule/operand-type", at, ...path, params }];
}

function sameKind({ op, args, at }: CallExpression, shape: ScopeShape): LogicProblem[] {
  const known = args
    .map((arg) => ({ kind: kindOf(arg, shape), constant: arg.kind === "value" }))
    .filter(({ kind }) => kind !== "any");
  const [first] = known;
  if (first === undefined) return [];
  const odd = known.find((other) => !comparable(first, other));
  return odd === undefined ? [] : [differing({ op, at, kinds: [first.kind, odd.kind] })];
}

interface Side {
  kind: Kind;
  constant: boolean;
}

/** A date is a text to json-logic; only a constant that is no date can never be equal to one. */
function comparable(a: Side, b: Side): boolean {
  const never = (text: Side, date: Side): boolean =>
    text.constant && text.kind === "string" && date.kind === "date";
  const texts: readonly Kind[] = ["string", "date"];
  if (texts.includes(a.kind) && texts.includes(b.kind)) return !never(a, b) && !never(b, a);
  return a.kind === "any" || b.kind === "any" || a.kind === b.kind;
}

function differing({
  op,
  at,
  kinds: [one, other],
}: {
  op: string;
  at: string;
  kinds: readonly [Kind, Kind];
}): LogicProblem {
  const params = { operator: op, found: one, wanted: other };
  return { code: "rule/different-types", at, params };
}

function firstOf(problems: LogicProblem[], otherwise: () => LogicProblem[]): LogicProblem[] {
  return problems.length > 0 ? problems : otherwise();
}
