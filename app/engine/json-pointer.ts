import { FORBIDDEN_KEYS, isObject, own, type Json } from "./json";

/** One key as it stands in a JSON pointer (RFC 6901): `~` and `/` are escaped. */
export function escapeKey(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** A JSON pointer below another one: `pointerTo("/forms", "ask", "schema")` gives `/forms/ask/schema`. */
export function pointerTo(base: string, ...keys: readonly (string | number)[]): string {
  return keys.reduce<string>((pointer, key) => `${pointer}/${escapeKey(String(key))}`, base);
}

/** The keys of a JSON pointer, unescaped; undefined where it is not a pointer. */
export function keysOf(pointer: string): string[] | undefined {
  if (pointer === "") return [];
  if (!pointer.startsWith("/") || /~(?![01])/.test(pointer)) return undefined;
  return pointer
    .slice(1)
    .split("/")
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The value a JSON pointer leads to, by own properties only; undefined where there is none. */
export function valueAt(root: Json, pointer: string): Json | undefined {
  const keys = keysOf(pointer);
  if (keys === undefined) return undefined;
  let here: Json | undefined = root;
  for (const key of keys) {
    if (FORBIDDEN_KEYS.has(key)) return undefined;
    if (Array.isArray(here)) here = /^(0|[1-9]\d*)$/.test(key) ? here[Number(key)] : undefined;
    else if (isObject(here)) here = own(here, key);
    else return undefined;
  }
  return here;
}
