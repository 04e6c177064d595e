import type { JsonObject } from "../../engine/json";
import type { Refusal } from "../../engine/refusal";
import type { Text } from "../../engine/text";
import type { ProposalView, ScopeAsk } from "./changes";
import type { Result } from "./result";
import type { Session } from "./session";

/** One part of a definition as somebody wrote it. */
export interface PartTextInput {
  /** JSON pointer in the keyed view of the definition: `/workflow/rules/bothAgree`, `/forms/intake`. A new name adds it. */
  part: string;
  /** The part as JSON; null removes it. */
  text: string | null;
}

export interface CheckPartsInput extends ScopeAsk {
  package: string;
  edits: PartTextInput[];
}

export interface SavePartInput extends CheckPartsInput {
  why: string;
  wantedFrom: string;
  /** The revision of the draft that was looked at; null where there was none. */
  revision: number | null;
}

/** For whom a change may hold, and for whom it is looked at now. */
export interface ScopeChoice {
  county: { id: string; name: string };
  models: { id: string; title: Text; villages: number }[];
  model: string | null;
  /** The same as people say it: 云岭县驻村协勤的 8 个村. */
  scope: Text;
}

export interface PartRow {
  part: string;
  title: Text;
  of: Text | null;
  /** Changed by this person's draft, by the scope's own version, or by what lies beneath it. */
  changed: "draft" | "here" | "above" | null;
  /** False where only words and the order may change. */
  isOpen: boolean;
  /** What may be changed, or why it may not. */
  says: Text | null;
}

export interface PartGroup {
  id: string;
  title: Text;
  parts: PartRow[];
  /** The map that a new part would stand in; null where the package does not let counties add any. */
  add: string | null;
}

export interface DefinitionPage extends ScopeChoice {
  package: { id: string; title: Text };
  draft: { id: string } | null;
  groups: PartGroup[];
}

/** A problem of parts as they are written. */
export interface PartProblemView {
  code: string;
  severity: "error" | "warning" | "info";
  message: Text;
  /** What the place is called; null for a text that cannot be read. */
  place: Text | null;
  /** Index of the text that it lies in, with line and character from 1; null where it lies elsewhere. */
  text: number | null;
  line: number | null;
  column: number | null;
}

/** What comes of parts as they are written. */
export interface PartCheck {
  /** True where they could be kept as they are. */
  isGood: boolean;
  /** Why nothing could be kept, where no single place is at fault. */
  refusal: Refusal | null;
  problems: PartProblemView[];
  /** A form as it would be drawn, in the reader's language; null where it cannot be drawn, or is none. */
  form: { title: Text; help: Text | null; schema: JsonObject; ui: JsonObject } | null;
  /** A state, or the state of an event, in plain sentences. */
  states: { title: Text; sentences: Text[] }[];
}

export interface PartText {
  part: string;
  title: Text;
  text: string;
  /** True where nothing stands there yet. */
  isNew: boolean;
  says: Text | null;
  /** False where the package lets nobody take it out. */
  canRemove: boolean;
}

export interface PartPage extends ScopeChoice {
  package: { id: string; title: Text };
  texts: PartText[];
  /** What can be opened beside them, by group. */
  others: { title: Text; parts: { part: string; title: Text }[] }[];
  draft: ProposalView | null;
  check: PartCheck;
}

/** The definition of a package, part by part. */
export interface DefinitionApi {
  /** Refuses `change/not-yours`, `change/unknown-scope` and `runtime/unknown-package`, as all do here. */
  definitionPage(
    session: Session,
    ask: ScopeAsk & { package: string },
  ): Promise<Result<DefinitionPage>>;
  /** Parts as they stand in the person's draft, else in force. Refuses `definition/unknown-part`. */
  partPage(
    session: Session,
    ask: ScopeAsk & { package: string; parts: string[] },
  ): Promise<Result<PartPage>>;
  /** What would come of parts as they are written; nothing is kept. */
  checkParts(session: Session, input: CheckPartsInput): Promise<Result<PartCheck>>;
  /**
   * Puts parts into the person's open draft for the scope, or into a new one. What is kept could run as it is.
   * Refuses `definition/…` (each problem in `fields`, by its pointer in the definition), `change/stale` and
   * `change/parent-changed`.
   */
  savePart(session: Session, input: SavePartInput): Promise<Result<{ id: string }>>;
}
