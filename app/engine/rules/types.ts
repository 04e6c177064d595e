import type { Json } from "../json";

/** A json-logic expression as an author writes it. */
export type Logic = Json;

/** Three values: a guard passes only on `true`; `unknown` is never taken for either. */
export type Truth = true | false | "unknown";

/** What a rule may read: `data`, `facts`, `params`, `case`, `links`, `user`. */
export interface RuleScope {
  readonly [part: string]: Json;
}

/** What the absence of a path means in one rule: nothing is known, or a value stands for it. */
export type Absent = Readonly<Record<string, "unknown" | { as: Json }>>;

/** An operator contributed by a plugin. Called with evaluated arguments, all of them present. */
export interface Operator {
  name: string;
  /** JSON types of the arguments, for `check`; a trailing "..." repeats the last. */
  takes: readonly ("string" | "number" | "boolean" | "array" | "any" | "...")[];
  gives: "string" | "number" | "boolean" | "array" | "any";
  /** Pure and total over JSON arguments; `undefined` means "cannot be told" and counts as unknown. */
  run: (...args: Json[]) => Json | undefined;
}

/** Why a rule came out as it did: one node per expression that mattered. */
export interface Because {
  truth: Truth;
  /** The operator, or "var" / "value" / "list" / "item" (one item of a list, around its clause). */
  op: string;
  /** The value, where it is a plain one or a short list (kept short); absent when unknown. */
  value?: Json;
  /**
   * For `var`: the path that was read. For `some`, `all`, `none`, `map`, `filter`, `reduce`: the
   * path of the list. For `item`: the path its label was read from. Items are written `[*]`:
   * `data.parties[*].consent`; an item of a computed list begins with `[*]`.
   */
  path?: string;
  /** For lists: the label of the item that decided, or its place in the list, counted from 1. */
  item?: string;
  /** The parts that decided, three at most for lists. */
  parts?: Because[];
  /** For `var`: nothing was written there; the value is the one the rule takes for absence. */
  assumed?: true;
  /** The reader may not see what was read (set by `redactBecause`). */
  hidden?: true;
  /** Why it could not be worked out at all: `rule/budget` or `rule/operator-failed`. */
  code?: string;
}

export interface Evaluation {
  truth: Truth;
  /** Undefined when unknown. */
  value: Json | undefined;
  because: Because;
  /** Paths that are missing and kept the rule from being decided (or that `missing` named). */
  missing: string[];
}

/** A rule made ready: closures instead of JSON, compiled once for a definition. */
export interface CompiledLogic {
  readonly logic: Logic;
  /** Every path the rule can read, in the order written, without repeats. */
  readonly variables: readonly string[];
  /**
   * Works the rule out over a scope, which is only read and may be frozen. Pure, deterministic,
   * never throws: what cannot be told, or exceeds the budget, is `unknown`.
   */
  evaluate(scope: RuleScope, options?: { absent?: Absent }): Evaluation;
  /** The same without the reasons: for facts, and wherever nobody asks why. */
  judge(scope: RuleScope, options?: { absent?: Absent }): Pick<Evaluation, "truth" | "value">;
}
