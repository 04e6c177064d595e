import type { Json } from "../json";
import type { Truth } from "./types";

/** How two things are compared, as people say it. */
export type Relation =
  | "equal"
  | "notEqual"
  | "less"
  | "atMost"
  | "more"
  | "atLeast"
  | "oneOf"
  | "notOneOf"
  | "contains"
  | "lacks";

/** One side of a comparison. `value` is absent where it is unknown or too long to say. */
export type Operand =
  | { kind: "read"; path: string; value?: Json; missing: boolean; assumed: boolean }
  | { kind: "constant"; value: Json }
  | { kind: "computed"; from: string[]; value?: Json };

/** The item of a list that a statement is about. */
export interface ItemOf {
  list: string | undefined;
  label: string | undefined;
}

/** What one clause says, before it is put into words. */
export type Claim =
  | { kind: "is"; subject: Operand; truthy: Truth }
  | { kind: "compare"; relation: Relation; subject: Operand; other: Operand }
  | {
      kind: "between";
      inclusive: boolean;
      outside: boolean;
      subject: Operand;
      low: Operand;
      high: Operand;
    }
  | { kind: "filledIn"; paths: string[]; complete: boolean }
  | { kind: "emptyList"; list: string | undefined }
  | { kind: "judged"; from: string[] }
  | { kind: "everyItem"; quantifier: "all" | "some" | "none"; list: string; claim: Claim }
  | { kind: "hidden" }
  | { kind: "notWorkedOut"; code: string };

/** One clause of a rule, whether it holds, and the items that it is about, outermost first. */
export interface Statement {
  truth: Truth;
  claim: Claim;
  items: ItemOf[];
}

const OPPOSITE: Record<Relation, Relation> = {
  equal: "notEqual",
  notEqual: "equal",
  less: "atLeast",
  atLeast: "less",
  atMost: "more",
  more: "atMost",
  oneOf: "notOneOf",
  notOneOf: "oneOf",
  contains: "lacks",
  lacks: "contains",
};

/** What holds when the relation does not. */
export function opposite(relation: Relation): Relation {
  return OPPOSITE[relation];
}

const MIRROR: Partial<Record<Relation, Relation>> = {
  less: "more",
  more: "less",
  atMost: "atLeast",
  atLeast: "atMost",
};

/** The same with the sides exchanged: 5 ≤ x is x ≥ 5. */
export function mirror(relation: Relation): Relation {
  return MIRROR[relation] ?? relation;
}
