import type { Text } from "../../engine/text";
import type { RosterView } from "./duty";
import type { Result } from "./result";
import type { Session } from "./session";
import type { StepAnswer } from "./steps";

/** What one person does on a roster. */
export interface RosterTotals {
  nights: number;
  /** Days at work on Saturdays and Sundays. */
  weekends: number;
  roomDays: number;
  hours: number;
}

/** One day of somebody, as it stands and as it is proposed. */
export interface ProposedCell {
  day: string;
  stored: string;
  look: string;
  proposed: string;
  proposedLook: string;
  isChanged: boolean;
  isLocked: boolean;
}

/** How a proposal was asked for. */
export interface ProposalAsked {
  /** `plan` anew, `mend` with as few changes as can be. */
  way: string;
  /** The first day that may change. */
  from: string;
  /** Kinds of demands that are given up for this once. */
  given: string[];
}

/** A proposal beside the roster as it stands. */
export interface RosterProposalView {
  caseId: string;
  seq: number;
  stationName: string;
  from: string;
  to: string;
  days: RosterView["days"];
  kinds: RosterView["kinds"];
  /** Null where nothing is being worked out; how far it has come, 0 to 1. */
  running: { share: number } | null;
  mayAsk: boolean;
  /** What the form begins with. */
  asked: ProposalAsked;
  /** `found`; `clash` where demands clash; `late` where time ran out; null before the first. */
  outcome: "found" | "clash" | "late" | null;
  /** For `found`: nothing better exists within 3 %. For `clash`: none of the demands named is too many. */
  best: boolean;
  /** How far it may lie above the best, as a share. */
  gap: number;
  /** Demands that cannot be met together. */
  clash: { kind: string; text: Text; mayGive: boolean }[];
  rows: {
    id: string;
    name: string;
    post: Text;
    parted: boolean;
    cells: ProposedCell[];
    changes: number;
    now: RosterTotals;
    then: RosterTotals;
  }[];
  /** Days that were changed by hand since the proposal was asked for: they stay. */
  since: number;
  /** What would be wrong with the roster as proposed. */
  left: { title: Text; when: Text; weight: "hard" | "soft" }[];
}

export interface AskProposalInput extends ProposalAsked {
  caseId: string;
  commandId: string;
  seq: number;
}

export interface TakeProposalInput {
  caseId: string;
  commandId: string;
  /** The version that the reader saw. */
  seq: number;
  /** One person's row, or null for everybody. */
  row: string | null;
}

export interface LockInput {
  caseId: string;
  commandId: string;
  row: string;
  day: string;
  lock: boolean;
}

export interface RosterProposalApi {
  /** Refuses `case/not-found` for what is no roster that the reader makes. */
  rosterProposal(session: Session, caseId: string): Promise<Result<RosterProposalView>>;
  /** Has a roster worked out in the background. Refuses `duty/proposal-runs`, and what the step refuses. */
  askProposal(session: Session, input: AskProposalInput): Promise<Result<StepAnswer>>;
  /** Stops what is being worked out; nothing happens where nothing is. */
  cancelProposal(session: Session, caseId: string): Promise<Result<null>>;
  /** Writes what is proposed on the roster. Refuses `duty/roster-changed`, and what the step refuses. */
  takeProposal(session: Session, input: TakeProposalInput): Promise<Result<StepAnswer>>;
  /** Locks one day of somebody against proposals, or frees it. Refuses `duty/unknown-cell`. */
  lockDay(session: Session, input: LockInput): Promise<Result<StepAnswer>>;
}
