import type { JsonObject } from "../../engine/json";

/** What was typed on the page of several matters. */
export interface TypedBatch {
  answers: JsonObject;
  /** The matters that were left ticked. */
  cases: string[];
  to: string[];
  search: string;
  reason: string;
  text: string;
  until: string;
  answer: string;
}
