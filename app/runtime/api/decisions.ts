import type { Answer, Counts } from "../../engine/decision/decision";
import type { Text } from "../../engine/text";
import type { DueChip } from "../../engine/time/due-chip";
import type { Result } from "./result";
import type { Session } from "./session";

/** A decision that several people take together, as a matter's page shows it: open, or the last one of its state. */
export interface DecisionPanel {
  path: string;
  title: Text;
  /** `broken`: the state was left before it came out. */
  is: "open" | "pass" | "fail" | "broken";
  /** How it stands, or how it came out, in one sentence. */
  standing: Text;
  /** What one rejection does here. */
  rejection: Text;
  /** How it is taken, one sentence each. */
  terms: Text[];
  inTurn: boolean;
  signers: SignerLine[];
  /** The reader's own to answer now, by task. */
  mine: { task: string; asked: Text }[];
}

/** One signature that is or was asked for. */
export interface SignerLine {
  slot: string;
  /** Who is asked: a name, or what the role is called. */
  asked: Text;
  /** `now`: asked and not answered; `later`: not their turn yet; `unanswered`: it ended before they answered. */
  /** Who could answer as things stand, where a role is asked: names. */
  holders: string[];
  is: Answer | "now" | "later" | "unanswered" | "dropped";
  /** Who answered, with the post they did it by; absent where nobody has. */
  by?: { name: string; role: Text | null };
  reason: string | null;
  /** The day of the answer. */
  day: string | null;
  /** How they came to be asked, what their answer weighs, whose hands it is in. */
  notes: Text[];
  counts?: Counts;
  /** Id of the attachment with the meeting's sheet. */
  photo?: string;
}

/** What the page of one signature is drawn from. */
export interface VoteForm {
  caseId: string;
  task: string;
  expectedSeq: number;
  commandId: string;
  matter: { number: string | null; title: Text };
  asked: Text;
  answers: Answer[];
  /** Set where a meeting's counts are entered. */
  paper: { title: Text } | null;
  decision: DecisionPanel;
  due: DueChip | null;
  /** What is known of the matter, by section, as far as the signer may see it. */
  known: { title: Text; rows: { label: Text; value: string; masked?: boolean }[] }[];
}

/** Decisions as people see and sign them. Signing itself: `vote`. */
export interface DecisionsApi {
  decisions(session: Session, caseId: string): Promise<Result<DecisionPanel[]>>;
  /** Refuses as the vote would: not asked, not in turn, answered already. */
  voteForm(session: Session, caseId: string, task: string): Promise<Result<VoteForm>>;
}
