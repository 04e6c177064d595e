import type { Language } from "../engine/text";
import { toLanguage } from "../i18n/language";
import { readCookie, setCookie } from "./cookies";

/** How pages look on this device. Kept in a cookie, so that it holds before anybody signs in. */
export interface Look {
  language?: Language;
  largeType?: boolean;
  theme?: "light" | "dark";
}

const NAME = "qy-look";
const YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

/** What the cookie says; anything unreadable counts as not chosen. */
export function readLook(request: Request): Look {
  const value = readCookie(request.headers.get("Cookie"), NAME) ?? "";
  const [language, type, theme] = value.split(".");
  return {
    language: toLanguage(language),
    largeType: type === "large" ? true : type === "normal" ? false : undefined,
    theme: theme === "light" || theme === "dark" ? theme : undefined,
  };
}

/** The `Set-Cookie` value that keeps a look for a year. */
export function writeLook(look: Look, secure: boolean): string {
  const type = look.largeType === undefined ? "" : look.largeType ? "large" : "normal";
  const value = [look.language ?? "", type, look.theme ?? ""].join(".");
  return `${setCookie(NAME, value, secure)}; Max-Age=${YEAR_IN_SECONDS}`;
}
