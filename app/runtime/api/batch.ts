import type { Answer } from "../../engine/decision/decision";
import type { JsonObject } from "../../engine/json";
import type { Refusal } from "../../engine/refusal";
import type { Text } from "../../engine/text";
import type { OperationForm } from "./operation-pages";
import type { RuleReasonView } from "./result";
import type { Session } from "./session";
import type { StepForm } from "./steps";

/** One of the matters that somebody ticked. */
export interface BatchMatter {
  caseId: string;
  seq: number;
  number: string | null;
  title: Text;
  placeName: string;
  states: Text[];
}

/** Something that can be done to several of them: an event, an operation or a signature, with what it is done to. */
export interface BatchChoice {
  /** `event~<package>~<state path>~<event>`, `vote~<package>~<state path>` or `operation~<name>`. */
  what: string;
  label: Text;
  /** The state in which it is done; null for what is about the matter. */
  at: Text | null;
  matters: (BatchMatter & { task?: string })[];
}

/** The page on which it is confirmed: what is asked once, for all of them. */
export interface BatchForm extends BatchChoice {
  /** Of an event: its form, without what any single matter holds. */
  step?: Pick<StepForm, "schema" | "ui" | "formData" | "help">;
  /** Of an operation: whom, what, until when, and what happens then. */
  operation?: Pick<OperationForm, "key" | "people" | "reason" | "text" | "until" | "then">;
  /** Of a signature: what may be answered. */
  vote?: { answers: Answer[]; rejection: Text };
  /** Sent back with the post: what is sent twice is done once. */
  batchId: string;
}

export interface BatchView {
  matters: BatchMatter[];
  choices: BatchChoice[];
  form: BatchForm | null;
  /** Why the whole is not possible. */
  refusal: Refusal | null;
}

export interface BatchInput {
  batchId: string;
  what: string;
  matters: { caseId: string; expectedSeq: number; task?: string }[];
  form: JsonObject;
  to: string[];
  reason: string;
  text: string;
  until: string;
  answer: string;
}

/** What became of one of them. */
export interface BatchOutcome {
  caseId: string;
  number: string | null;
  title: Text | null;
  done: Text | null;
  refusal: Refusal | null;
  reasons?: RuleReasonView[];
}

/** Doing the same to several matters at once (批量), where their package allows it; each is decided alone. */
export interface BatchApi {
  batch(
    session: Session,
    ask: { cases: readonly string[]; what: string | null },
  ): Promise<BatchView>;
  /** In the order sent; one that is refused keeps none of the others. */
  runBatch(session: Session, input: BatchInput): Promise<BatchOutcome[]>;
}
