import type { IncomingMessage } from "node:http";
import { refuse } from "../engine/errors";
import type { Refusal } from "../engine/refusal";
import { sameToken, type CsrfTokens } from "../runtime/people/csrf-tokens";
import { cookieNames, readCookie } from "./cookies";
import type { OwnAddress } from "./own-address";
import type { Body } from "./request-body";

interface Asked {
  request: IncomingMessage;
  address: OwnAddress;
}

/**
 * Where a changing request says it comes from. Holds for every route, resource routes and `.data`
 * included. Refuses another site's with `http/foreign-origin`; `"unknown"` where the browser says
 * nothing (old ones, and programs): then the token decides.
 */
export function checkOrigin({ request, address }: Asked): Refusal | "own" | "unknown" {
  const { origin, host } = request.headers;
  if (origin !== undefined) {
    return address.isOwnOrigin(origin, host) ? "own" : refuse("http/foreign-origin", { origin });
  }
  const site = request.headers["sec-fetch-site"];
  if (site === "cross-site" || site === "same-site") {
    return refuse("http/foreign-origin", { origin: "?" });
  }
  return "unknown";
}

/**
 * Whether a request without `Origin` proves by its token that it comes from one of our pages: in the
 * header `X-CSRF-Token` or the form's field `csrf`. Refuses with `http/no-origin` or `http/malformed`.
 */
export async function checkToken(
  { request, address }: Asked,
  { body, csrf }: { body: Body; csrf: CsrfTokens },
): Promise<Refusal | undefined> {
  const found = await tokenIn(request, body);
  if (found === "malformed") return refuse("http/malformed");
  const names = cookieNames(address.secure);
  const session = readCookie(request.headers.cookie, names.session);
  const visitor = readCookie(request.headers.cookie, names.visitor);
  const expected = [
    ...(session === undefined ? [] : [csrf.forSession(session)]),
    ...(visitor === undefined ? [] : [csrf.forVisitor(visitor)]),
  ];
  const fits = found.some((given) => expected.some((token) => sameToken(given, token)));
  return fits ? undefined : refuse("http/no-origin");
}

async function tokenIn(request: IncomingMessage, body: Body): Promise<string[] | "malformed"> {
  const header = request.headers["x-csrf-token"];
  if (typeof header === "string") return [header];
  const type = request.headers["content-type"] ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type)) return [];
  try {
    const form = await new Response(body, { headers: { "Content-Type": type } }).formData();
    return form.getAll("csrf").filter((value) => typeof value === "string");
  } catch {
    return "malformed";
  }
}
