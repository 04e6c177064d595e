import { refuse, type ErrorCode } from "../../engine/errors";
import type { Json } from "../../engine/json";
import { RefusalError } from "../../engine/refusal";
import type { Text } from "../../engine/text";

/** Something that is not as it should be; where it belongs to a matter, with the step. */
export interface Finding {
  code: ErrorCode;
  caseId: string | null;
  seq: number | null;
  /** What was found and what to do. */
  message: Text;
}

/** Where a finding belongs. */
export interface Place {
  caseId: string | null;
  seq: number | null;
}

/** Somewhere in the database as a whole. */
export const NOWHERE: Place = { caseId: null, seq: null };

/** A finding with the catalogue's words. */
export function finding(
  code: ErrorCode,
  { caseId, seq }: Place,
  params: Record<string, Json> = {},
): Finding {
  return { code, caseId, seq, message: refuse(code, params).message };
}

/** The opened value, or the finding that it does not open. */
export function openOr<Value>(
  { place, what }: { place: Place; what: string },
  open: () => Value,
): { value: Value; finding?: never } | { value?: never; finding: Finding } {
  try {
    return { value: open() };
  } catch (error) {
    const isSealed = error instanceof RefusalError || error instanceof SyntaxError;
    if (!isSealed) throw error;
    return { finding: finding("verify/unreadable", place, { what }) };
  }
}
