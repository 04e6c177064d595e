import type { Text } from "../../engine/text";
import type { DueChip } from "../../engine/time/due-chip";
import type { LinkedMatter } from "./linked-matters";
import type { PublishedNotice } from "./notices";
import type { Result, RuleReasonView, SummaryRow } from "./result";
import type { Session } from "./session";
import type { MoveInput } from "./steps";

export interface Offer {
  event: string;
  label: Text;
  help?: Text;
  act: "record" | "propose" | "decide";
  hasForm: boolean;
  /** The one the page leads with. */
  primary: boolean;
  /** Present when it would be refused as things stand, with the reasons. */
  refusal?: {
    sentence: Text;
    reasons: RuleReasonView[];
    /** Linked matters that stand in the way, by id, as far as they are the reader's. */
    linked?: string[];
  };
  /** Present when it belongs to other roles. */
  onlyRoles?: Text[];
}

export interface HistoryLine {
  seq: number;
  title: Text;
  /** Set where the title says who did it: 周敏转交给何静. */
  told?: true;
  by: string;
  roleTitle?: Text;
  /** Shown time of the event, and of entry where it differs. */
  when: Text;
  note?: string;
  enteredFor?: { name: string; originalDay: string; photo?: string };
  /** What was answered, as far as this reader may see it. */
  answers: SummaryRow[];
}

export interface CaseView {
  id: string;
  package: string;
  seq: number;
  number: string | null;
  title: Text;
  workflowTitle: Text;
  status: "open" | "ended" | "withdrawn" | "void";
  endTitle: Text | null;
  placeName: string;
  ownerName: string;
  phases: { title: Text; is: "done" | "now" | "to" }[];
  states: { path: string; title: Text; help?: Text; waits?: Text; due: DueChip | null }[];
  offers: Offer[];
  moves: { move: MoveInput["move"]; label: Text; targets?: { path: string; title: Text }[] }[];
  /** True where the next step is other people's: 报民警确认 is offered. */
  canCall: boolean;
  duty: { name: string; unitName: string; phone: string } | null;
  deadlines: { title: Text; due: DueChip; basis: Text; legal?: Text }[];
  history: HistoryLine[];
  links: LinkedMatter[];
  papers: { name: string; title: Text }[];
  /** What it has made public, the newest first. */
  notices: PublishedNotice[];
  /** What is known, by section. */
  answers: { title: Text; rows: SummaryRow[] }[];
  paused: { since: string; reason: string } | null;
}

/** One matter as a person may see it. */
export interface MatterApi {
  caseView(session: Session, caseId: string): Promise<Result<CaseView>>;
  attachment(
    session: Session,
    caseId: string,
    id: string,
  ): Promise<Result<{ bytes: Uint8Array; type: string }>>;
}
