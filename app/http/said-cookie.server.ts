import type { Text } from "../engine/text";
import { dropCookie, readCookie, setCookie } from "./cookies";

const NAME = "qy-said";
const LONGEST = 200;

/** `Set-Cookie` for one sentence that the next page shows: what the step did. */
export function keepSaid(text: Text, secure: boolean): string {
  const zh = text.zh.slice(0, LONGEST);
  const en = text.en?.slice(0, LONGEST);
  return setCookie(NAME, encodeURIComponent(JSON.stringify({ zh, en })), secure);
}

/** The sentence, once; with it the `Set-Cookie` that forgets it. */
export function takeSaid(
  request: Request,
  secure: boolean,
): { said: Text | null; setCookie?: string } {
  const value = readCookie(request.headers.get("Cookie"), NAME);
  if (value === undefined) return { said: null };
  return { said: readSaid(value), setCookie: dropCookie(NAME, secure) };
}

function readSaid(value: string): Text | null {
  try {
    const said: unknown = JSON.parse(decodeURIComponent(value));
    if (typeof said !== "object" || said === null || !("zh" in said)) return null;
    const { zh } = said;
    const en = "en" in said && typeof said.en === "string" ? said.en : undefined;
    return typeof zh === "string" ? { zh, ...(en === undefined ? {} : { en }) } : null;
  } catch {
    return null;
  }
}
