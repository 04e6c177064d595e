import type { ActionFunctionArgs } from "@remix-run/node";
import { readPost } from "../http/read-post.server";
import { readRuleEdit } from "../http/read-rule-edit";
import { valueOrThrow } from "../http/refused.server";
import { assertCsrf, requireSession } from "../http/session.server";

/** What an edited rule comes to, for the page that edits it; nothing is stored. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const formData = await readPost(request);
  assertCsrf(formData, session);
  const { scope, edit } = readRuleEdit(formData);
  const { package: packageId = "", rule = "" } = params;
  const ask = { ...scope, package: packageId, rule, edit };
  return Response.json(valueOrThrow(await context.runtime.tryRule(session, ask)));
}
