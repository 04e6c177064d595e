import type { JsonObject } from "../../engine/json";
import type { Language, Text } from "../../engine/text";
import type { DueChip } from "../../engine/time/due-chip";
import type { PersonChoice } from "./operation-pages";
import type { Result, SummaryRow } from "./result";
import type { Session } from "./session";

export interface StartOption {
  package: string;
  title: Text;
  description?: Text;
  label: Text;
}

/** Everything a page needs to draw one form and post it back. */
export interface StepForm {
  caseId: string | null;
  package: string;
  /** `start` or an event. */
  event: string;
  /** The matter the step belongs to; null for the first one. */
  matter: { number: string | null; title: Text } | null;
  title: Text;
  label: Text;
  help?: Text;
  /** JSON Schema with `$ref`s inlined and texts in the asked language. */
  schema: JsonObject;
  ui: JsonObject;
  formData: JsonObject;
  confirm: boolean;
  /** For `start`: villages this person may open a matter in. */
  places: { code: string; name: string }[];
  expectedSeq: number;
  /** Idempotency key: given here once, sent back with the post. */
  commandId: string;
  /** Whom the step has to name to act next, or may (自选下一步处理人). */
  next?: NextChoice;
  /** Law behind the step, as text. */
  legal?: Text;
  due: DueChip | null;
}

export interface NextChoice {
  least: number;
  most: number;
  offered: PersonChoice[];
  keepOut: { name: string; why: Text }[];
}

export interface EnteredForInput {
  name: string;
  originalDay: string;
  photo?: { bytes: Uint8Array; type: string } | null;
}

export interface SubmitInput {
  commandId: string;
  expectedSeq: number;
  form: JsonObject;
  enteredFor?: EnteredForInput | null;
}

export interface StartInput extends SubmitInput {
  package: string;
  place: string;
}

export interface EventInput extends SubmitInput {
  caseId: string;
  event: string;
  /** Whom the step names to act next, by account (自选下一步处理人). */
  next?: string[];
}

export interface MoveInput {
  commandId: string;
  expectedSeq: number;
  caseId: string;
  move: "return" | "withdraw" | "void" | "reopen" | "pause" | "resume";
  reason: string;
  to?: string;
  way?: "stepwise" | "straight";
}

export interface CallInput {
  commandId: string;
  expectedSeq: number;
  caseId: string;
  note?: string;
}

/** What a step answered: where the matter is now. */
export interface StepAnswer {
  caseId: string;
  seq: number;
  number: string | null;
  /** One sentence for the officer: 已交民警高原. */
  message: Text;
  /** False where this person may not open the matter any more: an auxiliary, once it is closed. */
  readable: boolean;
}

/** Beginning a matter and taking its steps. */
export interface StepsApi {
  startable(session: Session): Promise<StartOption[]>;
  startForm(session: Session, packageId: string, language: Language): Promise<Result<StepForm>>;
  stepForm(
    session: Session,
    caseId: string,
    event: string,
    language: Language,
  ): Promise<Result<StepForm>>;
  /** Checks a form and says how it reads, without taking the step (check-answers). */
  preview(session: Session, input: StartInput | EventInput): Promise<Result<SummaryRow[]>>;
  start(session: Session, input: StartInput): Promise<Result<StepAnswer>>;
  send(session: Session, input: EventInput): Promise<Result<StepAnswer>>;
  move(session: Session, input: MoveInput): Promise<Result<StepAnswer>>;
  call(session: Session, input: CallInput): Promise<Result<StepAnswer>>;
}
