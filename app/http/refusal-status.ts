import type { Refusal, RefusalKind } from "../engine/refusal";

/**
 * One status a kind. `invalid` is 422 and not 400: the request was understood, its content cannot be
 * accepted as it is, and the form comes back with what to put right.
 */
const statusOfKind: Record<RefusalKind, number> = {
  invalid: 422,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  "too-large": 413,
  "too-many": 429,
  broken: 500,
};

/** Where HTTP has a more exact word than the kind. */
const statusOfCode: Readonly<Record<string, number>> = {
  "case/malformed-command": 400,
  "http/malformed": 400,
  "http/method": 405,
  "http/unsupported-type": 415,
  "http/foreign-host": 421,
};

/** The HTTP status that a refusal is answered with. */
export function refusalStatus(refusal: Pick<Refusal, "code" | "kind">): number {
  return statusOfCode[refusal.code] ?? statusOfKind[refusal.kind];
}
