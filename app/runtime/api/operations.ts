import type { Answer, Counts } from "../../engine/decision/decision";
import type { DecisionView } from "../../engine/decision/decisions-for";
import type { OperationOffer } from "../../engine/operations/operations-for";
import type { OperationName } from "../../engine/operations/operation-source";
import type { Result } from "./result";
import type { Session } from "./session";
import type { EnteredForInput, StepAnswer } from "./steps";

export interface VoteInput {
  commandId: string;
  expectedSeq: number;
  caseId: string;
  task: string;
  answer: Answer;
  reason?: string;
  /** A meeting's votes, from the sheet whose photo comes with `enteredFor`. */
  counts?: Counts;
  enteredFor?: EnteredForInput | null;
}

export interface OperationInput {
  commandId: string;
  expectedSeq: number;
  caseId: string;
  operation: OperationName;
  task?: string;
  to?: string[];
  state?: string;
  answers?: string;
  reason?: string;
  text?: string;
  until?: string;
}

/** What people decide together in a matter, and what this person may do with its tasks now. */
export interface DealingsView {
  decisions: DecisionView[];
  operations: OperationOffer[];
}

/** Signing decisions, and what people do with tasks beside the steps. */
export interface OperationsApi {
  dealings(session: Session, caseId: string): Promise<Result<DealingsView>>;
  vote(session: Session, input: VoteInput): Promise<Result<StepAnswer>>;
  operate(session: Session, input: OperationInput): Promise<Result<StepAnswer>>;
}
