import { createHmac, timingSafeEqual } from "node:crypto";

/** Tokens that only our own pages can know: derived from the cookie's value, so nothing is stored. */
export interface CsrfTokens {
  /** For the forms of a signed-in person. */
  forSession(sessionToken: string): string;
  /** For the sign-in form, bound to the visitor cookie. */
  forVisitor(visitor: string): string;
}

/** Derives tokens with the installation's secret: without it a cookie's value does not give the token. */
export function createCsrfTokens(secret: Buffer): CsrfTokens {
  const derive = (use: string, value: string) =>
    createHmac("sha256", secret).update(`${use}\0${value}`).digest("base64url");
  return {
    forSession: (token) => derive("csrf/session", token),
    forVisitor: (visitor) => derive("csrf/visitor", visitor),
  };
}

/** Compares two tokens without telling by time how much of them agrees. */
export function sameToken(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
