import type { Json } from "../json";
import { isDay, isMoment } from "../time/zone";
import type { Expression } from "./expression";
import { BOOLEAN_OPERATORS, NUMERIC_OPERATORS } from "./operator-table";

/** What the data schema says of a path. */
export type PathType = "string" | "number" | "integer" | "boolean" | "array" | "object" | "date";

/** What the scope of a package's rules holds, as far as can be said before any matter exists. */
export interface ScopeShape {
  /** Undefined where there is no such path. Items of a list are asked for as `data.parties[*]`. */
  typeOf: (path: string) => PathType | undefined;
  /** The choices of a path, where it has some. */
  enumOf: (path: string) => readonly Json[] | undefined;
}

/** What an expression gives, in the words of JSON: `any` where that depends on more than the rule says. */
export type Kind = "string" | "number" | "boolean" | "date" | "array" | "object" | "null" | "any";

/** The kind of an expression's value. A variable that does not exist counts as `any`: that is reported once. */
export function kindOf(expression: Expression, shape: ScopeShape): Kind {
  switch (expression.kind) {
    case "value":
      return kindOfValue(expression.value);
    case "list":
    case "missing":
      return "array";
    case "var": {
      if (expression.counts && shape.typeOf(expression.path) === "array") return "number";
      const type = shape.typeOf(expression.counts ? `${expression.path}.length` : expression.path);
      return type === undefined ? "any" : type === "integer" ? "number" : type;
    }
    case "each":
      return BOOLEAN_OPERATORS.has(expression.op) ? "boolean" : "array";
    case "reduce":
      return "any";
    case "call": {
      const { op, operator, args } = expression;
      if (operator !== undefined) return operator.gives;
      if (BOOLEAN_OPERATORS.has(op)) return "boolean";
      if (NUMERIC_OPERATORS.has(op)) return "number";
      if (op === "cat" || op === "substr") return "string";
      if (op === "merge") return "array";
      const results =
        op === "and" || op === "or"
          ? args
          : args.filter((_, index) => index % 2 === 1 || index === args.length - 1);
      return commonKind(results.map((result) => kindOf(result, shape)));
    }
  }
}

/** The kind of a constant; a text that is written as a day or a moment is a date. */
export function kindOfValue(value: Json): Kind {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "string") return isDay(value) || isMoment(value) ? "date" : "string";
  return typeof value === "number" ? "number" : typeof value === "boolean" ? "boolean" : "object";
}

function commonKind(kinds: Kind[]): Kind {
  const [first = "any"] = kinds;
  return kinds.every((kind) => kind === first) ? first : "any";
}
