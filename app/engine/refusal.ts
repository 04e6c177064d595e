import type { Json } from "./json";
import type { Because } from "./rules/types";
import type { Text } from "./text";

/** What sort of refusal it is; the HTTP side maps it to a status, the CLI to an exit code. */
export type RefusalKind =
  "invalid" | "forbidden" | "not-found" | "conflict" | "too-large" | "too-many" | "broken";

/** One field of a form that cannot be accepted as it is. */
export interface FieldFault {
  /** JSON pointer into the submitted form, e.g. `/parties/0/name`. */
  pointer: string;
  code: string;
  message: Text;
}

/** Why one rule stood in the way: its name, its sentence, and the tree behind it. */
export interface RuleReason {
  rule: string;
  title: Text;
  refusal: Text;
  because: Because;
  missing: string[];
  legal?: string;
}

/** An expected "no", as a value: the engine never throws one. */
export interface Refusal {
  code: string;
  kind: RefusalKind;
  /** What was found and what to do, in both languages. */
  message: Text;
  params?: Record<string, Json>;
  fields?: FieldFault[];
  because?: RuleReason[];
  /** Ids of the linked matters that stand in the way; who may see them is for the runtime to say. */
  linked?: string[];
}

/** Carries a refusal through code that must unwind (loading, the edges); never thrown by `step`. */
export class RefusalError extends Error {
  constructor(readonly refusal: Refusal) {
    super(`${refusal.code}: ${refusal.message.en ?? refusal.message.zh}`);
    this.name = "RefusalError";
  }
}
