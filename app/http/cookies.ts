/** The cookies of the product; everything else about a person stays on the server. */
export interface CookieNames {
  /** The session's token. */
  session: string;
  /** A random name for somebody who has not signed in, to which the sign-in form is bound. */
  visitor: string;
  /** Present while somebody practises: which of the two installations this browser works on. */
  practice: string;
}

/** `__Host-` cookies cannot be set by a sibling domain, but need https. */
export function cookieNames(secure: boolean): CookieNames {
  const prefix = secure ? "__Host-" : "";
  return {
    session: `${prefix}qy`,
    visitor: `${prefix}qy-visitor`,
    practice: `${prefix}qy-practice`,
  };
}

/** The value of a cookie in a `Cookie` header; undefined where there is none, or an empty one. */
export function readCookie(header: string | null | undefined, name: string): string | undefined {
  for (const pair of (header ?? "").split(";")) {
    const [key, value] = splitOnce(pair.trim());
    if (key === name && value !== "") return value;
  }
  return undefined;
}

function splitOnce(pair: string): [string, string] {
  const cut = pair.indexOf("=");
  return cut < 0 ? [pair, ""] : [pair.slice(0, cut), pair.slice(cut + 1)];
}

/** A `Set-Cookie` value that lives until the browser closes; the server sets the real limits. */
export function setCookie(name: string, value: string, secure: boolean): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

/** A `Set-Cookie` value that removes the cookie. */
export function dropCookie(name: string, secure: boolean): string {
  return `${setCookie(name, "", secure)}; Max-Age=0`;
}
