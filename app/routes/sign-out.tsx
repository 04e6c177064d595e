import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { readPost } from "../http/read-post.server";
import { assertCsrf, clearCookie, getSession } from "../http/session.server";

/** Signing out changes something, so that a link cannot do it. */
export function loader() {
  return redirect("/me");
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await getSession(request, context);
  if (session) {
    assertCsrf(await readPost(request), session);
    await context.runtime.signOut(session.token);
  }
  return redirect("/", { headers: { "Set-Cookie": clearCookie(context) } });
}
