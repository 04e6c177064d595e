import type { ScopeAsk } from "./changes";
import type { Result } from "./result";
import type { Session } from "./session";

/** One part of a definition as somebody wrote it. */
export interface PartTextInput {
  /** JSON pointer in the keyed view of the definition: `/workflow/rules/bothAgree`, `/forms/intake`. A new name adds it. */
  part: string;
  /** The part as JSON; null removes it. */
  text: string | null;
}

export interface SavePartInput extends ScopeAsk {
  package: string;
  /** All of them, or none. */
  edits: PartTextInput[];
  why: string;
  wantedFrom: string;
  /** The revision of the draft that was looked at; null where there was none. */
  revision: number | null;
}

/** The definition of a package, part by part. */
export interface DefinitionApi {
  /**
   * Puts parts into the person's open draft for the scope, or into a new one. What is kept could run as it is.
   * Refuses `definition/…` (each problem in `fields`, by its pointer in the definition), `change/stale`,
   * `change/parent-changed`, `change/not-yours` and `change/unknown-scope`.
   */
  savePart(session: Session, input: SavePartInput): Promise<Result<{ id: string }>>;
}
