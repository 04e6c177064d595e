import type { Refusal } from "../../engine/refusal";
import type { Text } from "../../engine/text";

/** `reasons`: why rules stood in the way, as this reader may see it; the refusal itself then holds no tree. */
export type Result<T> =
  { ok: true; value: T } | { ok: false; refusal: Refusal; reasons?: RuleReasonView[] };

/** A reason as one reader may see it. */
export interface RuleReasonView {
  title: Text;
  clauses: { truth: boolean | "unknown"; text: Text; from?: Text }[];
  legal?: Text;
}

export interface SummaryRow {
  label: Text;
  value: string;
  /** Masked for this reader. */
  masked?: boolean;
}
