/**
 * What the web routes and the CLI may ask of the product. Routes know this file's types and nothing below it.
 * Every method that acts for a person takes a `Session`; every refusal is a value of type `Refusal`.
 */
import type { JsonObject } from "../engine/json";
import type { Person } from "../engine/person";
import type { Refusal, RuleReason } from "../engine/refusal";
import type { Language, Text } from "../engine/text";
import type { DueChip } from "../engine/time/due-chip";

/** `reasons`: why rules stood in the way, as this reader may see it; the refusal itself then holds no tree. */
export type Result<T> =
  { ok: true; value: T } | { ok: false; refusal: Refusal; reasons?: RuleReasonView[] };

export interface Session {
  token: string;
  person: Person;
  /** Signed-in name. */
  login: string;
  csrf: string;
  preferences: { language: Language; largeType: boolean };
}

/** What the page's frame shows of the signed-in person. */
export interface Who {
  name: string;
  roleTitle: Text;
  unitName: string;
}

export interface WorklistRow {
  caseId: string;
  number: string | null;
  title: Text;
  placeName: string;
  stateTitle: Text;
  /** The person it is with, or null: anybody of the unit. */
  assigneeName: string | null;
  due: DueChip;
}

export type QueueName = "mine" | "unit" | "overdue" | "all";
export interface Worklist {
  queues: { name: QueueName; title: Text; count: number }[];
  queue: QueueName;
  rows: WorklistRow[];
  /** Cursor of the next page, or null. */
  next: string | null;
}

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
  /** Law behind the step, as text. */
  legal?: Text;
  due: DueChip | null;
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

export interface Offer {
  event: string;
  label: Text;
  help?: Text;
  act: "record" | "propose" | "decide";
  hasForm: boolean;
  /** The one the page leads with. */
  primary: boolean;
  /** Present when it would be refused as things stand, with the reasons. */
  refusal?: { sentence: Text; reasons: RuleReasonView[] };
  /** Present when it belongs to other roles. */
  onlyRoles?: Text[];
}

/** A reason as one reader may see it. */
export interface RuleReasonView {
  title: Text;
  clauses: { truth: boolean | "unknown"; text: Text; from?: Text }[];
  legal?: Text;
}

export interface HistoryLine {
  seq: number;
  title: Text;
  by: string;
  roleTitle?: Text;
  /** Shown time of the event, and of entry where it differs. */
  when: Text;
  note?: string;
  enteredFor?: { name: string; originalDay: string; photo?: string };
  /** What was answered, as far as this reader may see it. */
  answers: SummaryRow[];
}

export interface SummaryRow {
  label: Text;
  value: string;
  /** Masked for this reader. */
  masked?: boolean;
}

export interface CaseView {
  id: string;
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
  links: {
    caseId: string | null;
    number: string | null;
    title: Text;
    state: Text;
    side: "parent" | "child";
  }[];
  papers: { name: string; title: Text }[];
  /** What is known, by section. */
  answers: { title: Text; rows: SummaryRow[] }[];
  paused: { since: string; reason: string } | null;
}

export interface PaperView {
  title: Text;
  number: string | null;
  landscape: boolean;
  sample: boolean;
  copies: number;
  blocks: PaperPart[];
}
/** A paper's blocks with every template filled in. */
export type PaperPart =
  | { block: "heading"; text: string; level: 1 | 2 | 3 }
  | { block: "number"; text: string }
  | { block: "text"; text: string; indent: boolean }
  | { block: "fields"; items: { label: string; value: string }[] }
  | {
      block: "table";
      columns: { title: string; width?: number }[];
      rows: string[][];
      empty: string;
    }
  | { block: "signatures"; signers: { label: string; fingerprint: boolean }[] }
  | { block: "seal"; issuer: string; date: string }
  | { block: "qr"; text: string }
  | { block: "pageBreak" };

export interface RegisterView {
  title: Text;
  unitName: string;
  year: number;
  columns: { key: string; title: Text; width?: number }[];
  rows: { caseId: string; cells: Record<string, string>; correction: boolean }[];
  masked: boolean;
}

export interface Runtime {
  demo: {
    accounts: { login: string; name: string; role: Text; unitName: string }[];
    password: string;
  } | null;
  ready(): Promise<boolean>;
  close(): Promise<void>;
  /** Today in Shanghai by the installation's clock, `YYYY-MM-DD`. */
  today(): string;

  /** Gives a new session each time; `previous` is the token that the browser held before, which ends. */
  signIn(input: {
    login: string;
    password: string;
    address: string;
    previous?: string;
  }): Promise<Result<Session>>;
  findSession(token: string): Promise<Session | undefined>;
  signOut(token: string): Promise<void>;
  setPreferences(session: Session, change: Partial<Session["preferences"]>): Promise<void>;
  who(session: Session): Who;

  worklist(session: Session, ask: { queue: QueueName; after: string | null }): Promise<Worklist>;
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

  caseView(session: Session, caseId: string): Promise<Result<CaseView>>;
  paper(
    session: Session,
    caseId: string,
    name: string,
    language: Language,
  ): Promise<Result<PaperView>>;
  registers(session: Session): Promise<{ id: string; title: Text }[]>;
  register(session: Session, registerId: string, year: number): Promise<Result<RegisterView>>;
  attachment(
    session: Session,
    caseId: string,
    id: string,
  ): Promise<Result<{ bytes: Uint8Array; type: string }>>;
  /** Messages delivered by the built-in inbox channel. */
  inbox(session: Session): Promise<{ text: Text; when: string; caseId: string | null }[]>;
}

export type { DueChip, Refusal, RuleReason };
