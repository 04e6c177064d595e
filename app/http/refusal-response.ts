import type { FieldFault, Refusal } from "../engine/refusal";
import type { Text } from "../engine/text";
import { refusalStatus } from "./refusal-status";

/** What leaves the server of a refusal. Reasons stay: they are shown only as redacted for the reader. */
export interface RefusalBody {
  code: string;
  kind: Refusal["kind"];
  message: Text;
  fields?: FieldFault[];
}

/** The part of a refusal that may be sent to anybody. */
export function toRefusalBody({ code, kind, message, fields }: Refusal): RefusalBody {
  return { code, kind, message, ...(fields ? { fields } : {}) };
}

/** The headers that belong to a refusal: when to try again, which methods there are. */
export function refusalHeaders(refusal: Refusal): Record<string, string> {
  const seconds = refusal.params?.["seconds"] ?? 60;
  if (refusal.kind === "too-many") return { "Retry-After": String(seconds) };
  if (refusal.code === "http/method") return { Allow: "GET, HEAD, POST" };
  return {};
}

/** A refusal as a JSON answer with its status. Routes throw it; their ErrorBoundary shows the message. */
export function refusalResponse(refusal: Refusal): Response {
  return new Response(JSON.stringify(toRefusalBody(refusal)), {
    status: refusalStatus(refusal),
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Cache-Control": "no-store",
      ...refusalHeaders(refusal),
    },
  });
}
