import { data, type AppLoadContext } from "@remix-run/node";
import type { Language } from "../engine/text";
import { readLook } from "./look-cookie.server";
import { getSession, visitorCsrf } from "./session.server";

interface Asked {
  request: Request;
  context: AppLoadContext;
}

/** What a page for people without an account is given besides what it shows; the visitor's cookie comes with it where it is new. */
export function publicData<Shown extends object>({ request, context }: Asked, shown: Shown) {
  const { csrf, setCookie } = visitorCsrf(request, context);
  const { pathname, search } = new URL(request.url);
  const headers = setCookie ? { "Set-Cookie": setCookie } : undefined;
  return data({ ...shown, csrf, path: `${pathname}${search}` }, { headers });
}

/** The language that the page is shown in: chosen in an account, on this device, or the installation's. */
export async function publicLanguage({ request, context }: Asked): Promise<Language> {
  const session = await getSession(request, context);
  return session?.preferences.language ?? readLook(request).language ?? context.language;
}

/** The address of a notice as it is printed and passed on. */
export function noticeUrl(request: Request, id: string): string {
  return new URL(`/notices/${id}`, request.url).toString();
}
