import type { Json } from "../json";

/** A json-logic expression as an author writes it. */
export type Logic = Json;

/** Three values: a guard passes only on `true`; `unknown` is never taken for either. */
export type Truth = true | false | "unknown";

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
  /** The operator, or "var" / "value". */
  op: string;
  /** The value, where it is a plain one (kept short); absent when unknown. */
  value?: Json;
  /** For `var`: the path that was read. */
  path?: string;
  /** For lists: the label of the item that decided. */
  item?: string;
  /** The parts that decided, three at most for lists. */
  parts?: Because[];
}

export interface Evaluation {
  truth: Truth;
  /** Undefined when unknown. */
  value: Json | undefined;
  because: Because;
  /** Paths that were read and are missing, in the order met, without repeats. */
  missing: string[];
}
