import type { JsonObject } from "../../engine/json";
import type { HistoryLine, SummaryRow } from "../../runtime/api";
import type { ShownRefusal } from "../shown-refusal";

/** What the server answers to the post of a step that is not taken (yet). */
export interface StepReply {
  /** `check`: the answers once more, to be sent from there. */
  view: "form" | "check";
  /** Everything that was typed. */
  answers: JsonObject;
  place: string;
  enteredFor: { name: string; originalDay: string; photo: boolean } | null;
  /** Who is named to act next, by account, and who was looked for. */
  next: string[];
  search: string;
  rows: SummaryRow[];
  refusal: ShownRefusal | null;
  /** Steps taken by others since the page was opened, newest first. */
  changes: HistoryLine[];
}
