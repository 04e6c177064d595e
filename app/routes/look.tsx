import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { writeLook } from "../http/look-cookie.server";
import { readPost } from "../http/read-post.server";
import { safeRedirect } from "../http/safe-redirect";
import { assertCsrf, assertVisitorCsrf, getSession } from "../http/session.server";
import { toLanguage } from "../i18n/language";

/** There is nothing to see here: language, type size and colours are chosen on other pages. */
export function loader(_: LoaderFunctionArgs) {
  return redirect("/");
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readPost(request);
  const session = await getSession(request, context);
  if (session) assertCsrf(form, session);
  else assertVisitorCsrf(form, request, context);
  const language = toLanguage(form.get("language"));
  const largeType = form.get("type") === "large";
  const theme = form.get("theme");
  if (session) {
    await context.runtime.setPreferences(session, { largeType, ...(language && { language }) });
  }
  const look = writeLook(
    { language, largeType, theme: theme === "light" || theme === "dark" ? theme : undefined },
    context.secure,
  );
  return safeRedirect(form.get("back"), { headers: { "Set-Cookie": look } });
}
