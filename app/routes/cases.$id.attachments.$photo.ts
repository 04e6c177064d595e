import type { LoaderFunctionArgs } from "@remix-run/node";
import { valueOrThrow } from "../http/refused.server";
import { requireSession } from "../http/session.server";

/** The photo of a paper original, to look at: its type was found out by us, its name is ours. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const { id = "", photo = "" } = params;
  const { bytes, type } = valueOrThrow(await context.runtime.attachment(session, id, photo));
  return new Response(new Uint8Array(bytes), {
    headers: { "Content-Type": type, "Content-Disposition": "inline" },
  });
}
