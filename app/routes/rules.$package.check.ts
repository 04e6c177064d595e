import type { ActionFunctionArgs } from "@remix-run/node";
import { readPartPost } from "../http/read-part-post";
import { readPost } from "../http/read-post.server";
import { valueOrThrow } from "../http/refused.server";
import { assertCsrf, requireSession } from "../http/session.server";

/** What would come of parts as they are being written; nothing is kept. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const formData = await readPost(request);
  assertCsrf(formData, session);
  const { save } = readPartPost(formData, params["package"] ?? "");
  return valueOrThrow(await context.runtime.checkParts(session, save));
}
