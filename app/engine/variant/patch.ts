import { isObject, type Json } from "../json";

/** RFC 6902, the part of it that variants use, over the keyed view. Pointers begin at the definition document. */
export type PatchOperation =
  { op: "add" | "replace" | "test"; path: string; value: Json } | { op: "remove"; path: string };

/** A value that a change takes or leaves as a whole: no object, or an empty one. */
export interface Leaf {
  keys: readonly string[];
  value: Json;
}

/** All leaves of a keyed view, with the keys that lead to them. A list without keys is one leaf. */
export function leavesOf(value: Json, keys: readonly string[] = []): Leaf[] {
  if (!isObject(value) || Object.keys(value).length === 0) return [{ keys, value }];
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, [...keys, key]));
}

/** The value at some keys of a keyed view, through objects only and by own properties. */
export function memberAt(view: Json, keys: readonly string[]): Json | undefined {
  let here: Json | undefined = view;
  for (const key of keys) {
    here = isObject(here) && Object.hasOwn(here, key) ? here[key] : undefined;
  }
  return here;
}

/** A value as a person reads it in a report, shortened; `—` where there is none. */
export function showValue(value: Json | undefined): string {
  if (value === undefined) return "—";
  const text = JSON.stringify(value);
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
