import type { Refusal } from "../../engine/refusal";
import type { Text } from "../../engine/text";
import type { Result } from "./result";
import type { Session } from "./session";

export interface ImportOption {
  id: string;
  title: Text;
  columns: { title: Text; required: boolean; example: string }[];
}

/** How an import came out, or would; a refused one names its rows and wrote nothing. */
export type ImportAnswer =
  | { ok: true; rows: number; added: number; changed: number; same: number }
  | { ok: false; refusal: Refusal; faults: { line: number; column: Text | null; message: Text }[] };

/** Filling an installation from sheets; for administrators, within their unit. */
export interface ImportsApi {
  /** Refuses `import/not-yours` to everybody who administers no unit, as do the others. */
  importOptions(session: Session): Result<ImportOption[]>;
  /** All of the file or nothing; with `dry` it only looks. */
  importFile(
    session: Session,
    ask: { kind: string; bytes: Uint8Array; dry: boolean },
  ): Promise<ImportAnswer>;
  /** An empty sheet to fill in, as xlsx. */
  importSheet(session: Session, kind: string): Promise<Result<Uint8Array>>;
}
