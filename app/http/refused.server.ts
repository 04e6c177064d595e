import { data } from "@remix-run/node";
import type { Refusal, Result, RuleReasonView } from "../runtime/api";
import {
  refusalHeaders,
  refusalResponse,
  toRefusalBody,
  type RefusalBody,
} from "./refusal-response";
import { refusalStatus } from "./refusal-status";

/** A refusal that the page itself shows, beside what was typed. */
export interface RefusedBody extends RefusalBody {
  reasons?: RuleReasonView[];
}

type Refused = Extract<Result<never>, { ok: false }>;

/** The part of a refused answer that a page may show. */
export function toRefusedBody({ refusal, reasons }: Refused): RefusedBody {
  return { ...toRefusalBody(refusal), ...(reasons ? { reasons } : {}) };
}

/** An action's answer to a refusal: what the page needs to show it, with the right status. */
export function refusedData<Kept>(refused: Refused, kept: Kept) {
  const { refusal } = refused;
  const init = { status: refusalStatus(refusal), headers: refusalHeaders(refusal) };
  return data({ ...kept, refusal: toRefusedBody(refused) }, init);
}

/** The value of a result; throws the refusal as an answer, for the route's ErrorBoundary to show. */
export function valueOrThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw refusalResponse(result.refusal);
}

/** True where the matter itself is out of reach, so that there is no page to show a refusal on. */
export function isOutOfReach({ kind }: Pick<Refusal, "kind">): boolean {
  return kind === "not-found" || kind === "broken";
}
