import type { Json } from "../json";
import type { Operator } from "./types";

interface Written {
  /** JSON pointer into the rule, for messages: `/and/0/==/1`. */
  at: string;
}

/** A constant, or a list of constants. */
export interface ValueExpression extends Written {
  kind: "value";
  value: Json;
}

/** A list written out, with at least one item to be worked out. */
export interface ListExpression extends Written {
  kind: "list";
  items: Expression[];
}

export interface Reference {
  /** The name as written, relative to the scope or to the item of a list. */
  name: string;
  parts: string[];
  /** The same from the root of the scope: `data.parties[*].consent`, without a closing `.length`. */
  path: string;
}

export interface VarExpression extends Written, Reference {
  kind: "var";
  /** The name ends in `.length`: how many items the list has. */
  counts: boolean;
  fallback: Expression | undefined;
  /** `null` is a value here and not an absence: the thing read was worked out, not stored. */
  nullable: boolean;
}

/** `missing`, and with `need` also `missing_some`. */
export interface MissingExpression extends Written {
  kind: "missing";
  keys: Reference[];
  need: Expression | undefined;
}

export interface CallExpression extends Written {
  kind: "call";
  op: string;
  args: Expression[];
  /** For operators of plugins. */
  operator: Operator | undefined;
}

export type EachOperator = "some" | "all" | "none" | "map" | "filter";

export interface EachExpression extends Written {
  kind: "each";
  op: EachOperator;
  list: Expression;
  body: Expression;
  /** Path of one item, `data.parties[*]`; `[*]` where the list itself is worked out. */
  items: string;
}

export interface ReduceExpression extends Written {
  kind: "reduce";
  list: Expression;
  body: Expression;
  initial: Expression | undefined;
  items: string;
}

/** A rule after parsing: what the compiler, the checks and the search for witnesses walk over. */
export type Expression =
  | ValueExpression
  | ListExpression
  | VarExpression
  | MissingExpression
  | CallExpression
  | EachExpression
  | ReduceExpression;

/** Path of one item of a list that is worked out rather than read. */
export const COMPUTED_ITEM = "[*]";

/** The expressions directly inside one. */
export function partsOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case "value":
      return [];
    case "list":
      return expression.items;
    case "var":
      return expression.fallback === undefined ? [] : [expression.fallback];
    case "missing":
      return expression.need === undefined ? [] : [expression.need];
    case "call":
      return expression.args;
    case "each":
      return [expression.list, expression.body];
    case "reduce":
      return expression.initial === undefined
        ? [expression.list, expression.body]
        : [expression.list, expression.body, expression.initial];
  }
}

/** The expression and everything in it, in the order written. */
export function* walk(expression: Expression): Generator<Expression> {
  yield expression;
  for (const part of partsOf(expression)) yield* walk(part);
}
