import type { Text } from "../../engine/text";
import type { RosterView } from "./duty";
import type { Result } from "./result";
import type { Session } from "./session";
import type { StepAnswer } from "./steps";

/** What a change of a roster would bring: the same letter and words as on the grid. */
export type BroughtConflict = Pick<
  RosterView["conflicts"][number],
  "key" | "mark" | "weight" | "title" | "when" | "clauses" | "remedy"
>;

/** One shift of somebody that is to be exchanged or left. */
export interface OwnShift {
  row: string;
  name: string;
  /** False where the clerk or the chief asks for somebody else. */
  isOwn: boolean;
  day: string;
  /** The word with its places, as it stands on the roster. */
  stored: string;
  /** `08:30—17:30`, or "". */
  span: string;
}

/** One way to exchange with one person. */
export interface ExchangeWay {
  /** Which day of theirs, and what stands there. */
  day: string;
  stored: string;
  conflicts: BroughtConflict[];
  /** False where something must be changed first: it cannot be asked for. */
  isPossible: boolean;
  /** True where it is so late that the chief has to agree with a reason. */
  isLate: boolean;
}

/** Somebody who can be asked. */
export interface ExchangePerson {
  row: string;
  name: string;
  post: Text;
  /** What they do on the day that is to be given away. */
  that: string;
  ways: ExchangeWay[];
}

/** Whom somebody can ask for an exchange of one shift. */
export interface ExchangeView {
  caseId: string;
  from: string;
  to: string;
  stationName: string;
  kinds: RosterView["kinds"];
  shift: OwnShift;
  /** Those with whom it works first. */
  people: ExchangePerson[];
  /** An exchange is approved so many hours ahead. */
  hoursNeeded: number;
}

export interface AskExchangeInput {
  caseId: string;
  commandId: string;
  row: string;
  day: string;
  /** What the page showed on both days: where somebody was faster, nothing is asked. */
  was: string;
  other: string;
  otherDay: string;
  otherWas: string;
  reason: string;
}

/** What is asked of a leave before it is known who could stand in. */
export interface LeaveAsked {
  kind: string;
  from: string;
  to: string;
  /** For a day in lieu: the day that was worked. */
  workedDay: string;
}

/** Somebody who could stand in; nobody where `row` is "". */
export interface SubstituteOption {
  row: string;
  name: string;
  post: Text;
  /** On so many days the shift would be taken over. */
  takes: number;
  conflicts: BroughtConflict[];
  /** Faults of the substitute's own days: they cannot be named. */
  blocks: BroughtConflict[];
}

/** A leave that is being asked for. */
export interface LeaveView {
  caseId: string;
  from: string;
  to: string;
  stationName: string;
  kinds: RosterView["kinds"];
  shift: OwnShift;
  leaveKinds: { value: string; label: Text }[];
  asked: LeaveAsked;
  /** What stands on these days; empty where they do not lie on the roster. */
  days: { day: string; stored: string }[];
  options: SubstituteOption[];
}

export interface AskLeaveInput extends LeaveAsked {
  caseId: string;
  commandId: string;
  row: string;
  /** What the page showed on these days, one word a day. */
  was: string;
  /** The row of the substitute, or "". */
  substitute: string;
}

/** A way to answer a request. */
export interface RequestStep {
  event: string;
  label: Text;
  /** Whether a sentence goes with it. */
  why: "none" | "may" | "must";
}

/** An exchange or a leave that waits for somebody. */
export interface ShiftRequest {
  caseId: string;
  seq: number;
  rosterId: string;
  number: string | null;
  kind: "swap" | "leave";
  /** What it is to the reader: theirs to answer, to decide, their own, told to the substitute, or only seen. */
  part: "answer" | "decide" | "mine" | "told" | "seen";
  state: Text;
  /** Of an exchange: whose days. Of a leave: `other` is the substitute, or "". */
  asker: string;
  other: string;
  /** The reader's own name, who is addressed where it stands above. */
  reader: string;
  shifts: { name: string; day: string; stored: string }[];
  /** Of a leave, for those who may know it. */
  leaveKind: Text | null;
  reason: string;
  conflicts: BroughtConflict[];
  /** True where the roster has changed since: it cannot stand any more. */
  isStale: boolean;
  steps: RequestStep[];
  /** Why the step that one looks for is not there. */
  refusal: Text | null;
  kinds: RosterView["kinds"];
}

export interface AnswerRequestInput {
  caseId: string;
  commandId: string;
  seq: number;
  event: string;
  why: string;
}

/** Exchanges and leaves, asked for from the roster in force and answered by those whom they concern. */
export interface ExchangesApi {
  /**
   * Refuses `case/not-found`, `duty/not-in-force` where the roster is not published or is being changed,
   * `duty/unknown-cell` for a day that is not there, and `duty/not-your-shift` for somebody else's.
   */
  exchange(
    session: Session,
    ask: { caseId: string; row: string | null; day: string },
  ): Promise<Result<ExchangeView>>;
  /** Refuses as `exchange` does; `duty/cell-changed`, `duty/exchange-breaks`, and what the step refuses. */
  askExchange(session: Session, input: AskExchangeInput): Promise<Result<StepAnswer>>;
  /** Refuses as `exchange` does. */
  leave(
    session: Session,
    ask: { caseId: string; row: string | null; day: string; asked: Partial<LeaveAsked> },
  ): Promise<Result<LeaveView>>;
  /** Refuses as `exchange` does; `duty/cell-changed`, `duty/substitute-breaks`, and what the step refuses. */
  askLeave(session: Session, input: AskLeaveInput): Promise<Result<StepAnswer>>;
  /** What waits: of one roster, for those who see it all; else what concerns the reader. */
  shiftRequests(session: Session, rosterId?: string): Promise<ShiftRequest[]>;
  /** One of them. Refuses `case/not-found`. */
  shiftRequest(session: Session, caseId: string): Promise<Result<ShiftRequest>>;
  /** Refuses `case/not-found`, `duty/exchange-changed`, `duty/exchange-breaks`, and what the step refuses. */
  answerRequest(session: Session, input: AnswerRequestInput): Promise<Result<StepAnswer>>;
}
