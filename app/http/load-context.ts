import type { AppLoadContext } from "@remix-run/node";
import type { Language } from "../engine/text";
import type { Runtime, Session } from "../runtime/api";
import type { CsrfTokens } from "../runtime/people/csrf-tokens";

declare module "@remix-run/node" {
  /** What every loader and action gets as `context`; made anew for each request. */
  interface AppLoadContext {
    runtime: Runtime;
    /** True where `runtime` is the one for practice. */
    practising: boolean;
    /** For every script and style element of the page. */
    nonce: string;
    /** Stands in the answer, the log and on error pages. */
    requestId: string;
    /** Writes a fault of ours to the log, under the request's id. */
    report(fault: unknown): void;
    /** The client's network address, for sign-in limits. */
    address: string;
    /** Language for somebody whose preference is not known. */
    language: Language;
    /** Whether the site is served over https: decides the cookies' names and flags. */
    secure: boolean;
    csrf: CsrfTokens;
    /** The request's session, looked up once (by `getSession`). */
    session?: Promise<Session | undefined>;
  }
}

/** The same under our own name. */
export type LoadContext = AppLoadContext;
