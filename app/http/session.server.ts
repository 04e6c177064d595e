import { randomBytes } from "node:crypto";
import { redirect, type AppLoadContext } from "@remix-run/node";
import { refuse } from "../engine/errors";
import type { Session } from "../runtime/api";
import { sameToken } from "../runtime/people/csrf-tokens";
import "./load-context";
import { cookieNames, dropCookie, readCookie, setCookie } from "./cookies";
import { refusalResponse } from "./refusal-response";
import { safePath } from "./safe-redirect";

/** Where somebody without a session is sent; `to` names the page to come back to. */
export const SIGN_IN_PATH = "/sign-in";

/** The request's session; undefined when nobody is signed in or the session has ended. Looked up once a request. */
export function getSession(
  request: Request,
  context: AppLoadContext,
): Promise<Session | undefined> {
  const token = sessionToken(request, context);
  context.session ??= token ? context.runtime.findSession(token) : Promise.resolve(undefined);
  return context.session;
}

/** The token in the request's cookie, whether or not it is still good: for signing in anew and out. */
export function sessionToken(request: Request, context: AppLoadContext): string | undefined {
  return readCookie(request.headers.get("Cookie"), cookieNames(context.secure).session);
}

/**
 * The request's session. Where there is none, throws a redirect to the sign-in page, or for a post a 403
 * answer (`auth/signed-out`): a redirect would silently drop what was entered.
 */
export async function requireSession(request: Request, context: AppLoadContext): Promise<Session> {
  const session = await getSession(request, context);
  if (session) return session;
  if (request.method === "POST") throw refusalResponse(refuse("auth/signed-out"));
  const { pathname, search } = new URL(request.url);
  const to = safePath(`${pathname}${search}`);
  throw redirect(to === "/" ? SIGN_IN_PATH : `${SIGN_IN_PATH}?to=${encodeURIComponent(to)}`);
}

/** `Set-Cookie` for a new session. */
export function commitCookie(context: AppLoadContext, session: Session): string {
  return setCookie(cookieNames(context.secure).session, session.token, context.secure);
}

/** `Set-Cookie` after signing out. */
export function clearCookie(context: AppLoadContext): string {
  return dropCookie(cookieNames(context.secure).session, context.secure);
}

/**
 * The token of the sign-in form, where there is no session yet. `setCookie` is present when the
 * visitor has no cookie to bind it to: the loader must send it.
 */
export function visitorCsrf(
  request: Request,
  context: AppLoadContext,
): { csrf: string; setCookie?: string } {
  const name = cookieNames(context.secure).visitor;
  const known = readCookie(request.headers.get("Cookie"), name);
  if (known) return { csrf: context.csrf.forVisitor(known) };
  const visitor = randomBytes(18).toString("base64url");
  return {
    csrf: context.csrf.forVisitor(visitor),
    setCookie: setCookie(name, visitor, context.secure),
  };
}

/** Throws a 403 answer (`auth/csrf`) unless the form's field `csrf` is this session's. Every action calls it first. */
export function assertCsrf(formData: FormData, session: Pick<Session, "csrf">): void {
  const given = formData.get("csrf");
  if (typeof given === "string" && sameToken(given, session.csrf)) return;
  throw refusalResponse(refuse("auth/csrf"));
}

/** The same for the sign-in form: throws a 403 answer unless `csrf` belongs to the visitor's cookie. */
export function assertVisitorCsrf(
  formData: FormData,
  request: Request,
  context: AppLoadContext,
): void {
  const visitor = readCookie(request.headers.get("Cookie"), cookieNames(context.secure).visitor);
  const given = formData.get("csrf");
  const fits =
    visitor !== undefined &&
    typeof given === "string" &&
    sameToken(given, context.csrf.forVisitor(visitor));
  if (!fits) throw refusalResponse(refuse("auth/csrf"));
}
