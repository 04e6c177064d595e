import { refusalError } from "../engine/errors";
import type { Handler } from "./create-http-server";

/** Remix's own last words are English and name no number: what they stand for goes on to the front, as a fault. */
export function withoutLastResort(handle: Handler): Handler {
  return async (request, context) => {
    // A way of asking for data that our pages do not use; its faults would come out as Remix words them.
    if (new URL(request.url).searchParams.has("_data")) throw refusalError("http/malformed");
    const answer = await handle(request, context);
    const isOurs = answer.status !== 500 || !/^text\/plain/.test(contentTypeOf(answer));
    if (isOurs) return answer;
    await answer.body?.cancel();
    throw new Error("no page could be drawn, see the log above");
  };
}

function contentTypeOf({ headers }: Response): string {
  return headers.get("Content-Type") ?? "text/plain";
}
