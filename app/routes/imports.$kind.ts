import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "../http/attachment";
import { valueOrThrow } from "../http/refused.server";
import { requireSession } from "../http/session.server";

/** The empty sheet of an import. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const kind = params["kind"] ?? "";
  const sheet = valueOrThrow(await context.runtime.importSheet(session, kind));
  return attachment({ name: `${kind}.xlsx`, bytes: sheet });
}
