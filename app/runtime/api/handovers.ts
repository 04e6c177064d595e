import type { Text } from "../../engine/text";
import type { DueChip } from "../../engine/time/due-chip";
import type { Result } from "./result";
import type { Session } from "./session";

/** One line of a list of what is handed over. */
export interface HandoverRow {
  number: string;
  kind: string;
  place: string;
  what: string;
  due: DueChip | null;
  /** The matter, where the reader may see it. */
  caseId: string | null;
  title: Text | null;
  /** Who is to have it by the list, and who has it now. */
  toName: string;
  withNames: string[];
  recused: boolean;
  /** It stays with the taker on return. */
  stays: boolean;
  /** True once nobody need do anything more about this line. */
  isTaken: boolean;
}

/** A list of what is handed over (交接清单), with who has signed and what is still missing. */
export interface HandoverView {
  caseId: string;
  number: string | null;
  giver: string;
  taker: string;
  state: Text;
  isOver: boolean;
  rows: HandoverRow[];
  /** How many lines the taker has, by the list. */
  takerCount: number;
  signatures: { giver: Text | null; taker: Text | null };
  /** What has to be true before it is done, in order. */
  checks: { done: boolean; text: Text }[];
  /** The step that the reader can take next, if any. */
  next: { event: string; label: Text } | null;
  /** The printed list, once it is listed. */
  paper: string | null;
}

/** Handing work over. */
export interface HandoversApi {
  /** Refuses `case/not-found`, `case/not-visible`, `handover/nothing`. */
  handover(session: Session, caseId: string): Promise<Result<HandoverView>>;
}
