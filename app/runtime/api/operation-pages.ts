import type { OperationName } from "../../engine/operations/operation-source";
import type { Text } from "../../engine/text";
import type { Day } from "../../engine/time/types";
import type { Refusal } from "../../engine/refusal";
import type { Result } from "./result";
import type { Session } from "./session";
import type { MoveInput } from "./steps";

/** What a matter's page offers beside its steps: an operation on a task or about the matter, or a move. */
export type OperationKey = OperationName | MoveInput["move"];

/** Which operation, and on what: enough for the address of its page. */
export interface OperationEntry {
  key: OperationKey;
  label: Text;
  /** The task meant; absent where the page asks which, or it is about the matter. */
  task?: string;
  /** The request that is confirmed or declined. */
  answers?: string;
  /** Who and where is filled in already. */
  to?: string[];
}

/** What is said of the tasks of one state: who has it, who lent it, what it waits for. */
export interface Standing {
  path: string;
  lines: Text[];
  /** What this person can do about it at once: give back, claim. */
  acts: OperationEntry[];
}

/** A jump that waits for a second person. */
export interface JumpAsked {
  by: string;
  when: Text;
  to: Text;
  reason: string;
  acts: OperationEntry[];
}

/** What can be done with a matter beside its steps, and how its tasks stand, for one person. */
export interface OperationsView {
  /** In plain sight, in the order of the bar. */
  plain: OperationEntry[];
  more: OperationEntry[];
  /** Takes back what this person did last, where that can be undone. */
  undo: { entry: OperationEntry; done: Text } | null;
  standings: Standing[];
  asked: JumpAsked | null;
}

/** Somebody who may be named. */
export interface PersonChoice {
  id: string;
  name: string;
  roles: Text[];
  unit: string;
  unitName: string;
  /** What their card on the board at the door says, where it says something. */
  duty: { word: Text; look: "here" | "out" | "off" } | null;
}

/** Everything that the page of one operation draws. */
export interface OperationForm {
  caseId: string;
  matter: { number: string | null; title: Text };
  key: OperationKey;
  label: Text;
  /** What happens then, in a sentence or two. */
  then: Text;
  /** The state or signature that it is about. */
  about: Text | null;
  /** Where it could be about several things: one has to be chosen first. */
  which: { title: Text; entry: OperationEntry }[];
  task?: string;
  answers?: { id: string; from: string; text: string };
  people?: {
    many: boolean;
    offered: PersonChoice[];
    /** Who could act but has to keep out, and why. */
    keepOut: { name: string; why: Text }[];
    /** The units of whoever is asking: their people come first. */
    units: string[];
  };
  states?: { name: string; title: Text }[];
  /** For a return: step by step, or straight back. */
  ways?: true;
  reason: "needed" | "optional" | "none";
  text?: "needed" | "optional";
  /** A last day has to be given, not before this one. */
  until?: { from: Day };
  /** Why it would be refused at this moment, where that is known. */
  refusal?: Refusal;
  expectedSeq: number;
  commandId: string;
}

/** The bar of a matter's page, and the pages behind it. */
export interface OperationPagesApi {
  operations(session: Session, caseId: string): Promise<Result<OperationsView>>;
  /** Refuses `operation/not-allowed` where it is not offered, and as `caseView` does. */
  operationForm(
    session: Session,
    ask: { caseId: string; key: string; task?: string; answers?: string },
  ): Promise<Result<OperationForm>>;
}
