import type { DataWrite } from "../case";
import { isObject, own, type Json, type JsonObject } from "../json";
import type { Scope } from "../scope";
import { scopeValue } from "./situation";

/** Paths that are read from the scope as they stand; all others lie in the data. */
const OF_SCOPE = /^(case|facts|params)\./;
/** The item that a child is opened for, or a part of it. */
export const OF_ITEM = /^item(\.|$)/;

/**
 * What crosses from a matter to a linked one: target path → our data path, or a path of the scope. What is not
 * there does not cross. Paths may be written with `data.` before them. `item`: what the child is opened for, where
 * there is one for each item of a list.
 */
export function crossing(
  paths: Readonly<Record<string, string>>,
  scope: Scope,
  item?: Json,
): DataWrite[] {
  const around = item === undefined ? scope : { ...scope, item };
  return Object.entries(paths).flatMap(([to, path]) => {
    const value = scopeValue(around, sourceOf(path, item !== undefined));
    return value === undefined || value === null ? [] : [{ path: withoutRoot(to), value }];
  });
}

/** Where in the scope a path of an `export` is read: `claim.owner` is `data.claim.owner`. `ofItem`: `item` is an item. */
export function sourceOf(path: string, ofItem = false): string {
  if (ofItem && OF_ITEM.test(path)) return path;
  return OF_SCOPE.test(path) ? path : `data.${withoutRoot(path)}`;
}

/**
 * The part of a matter's data that these paths name, and nothing else of it. `items[*].fen` takes one field of each
 * item: the list keeps its length and order.
 */
export function pick(data: JsonObject, paths: readonly string[]): JsonObject {
  const parts = paths.map((path) => partAt(data, withoutRoot(path).split(".")));
  const picked = parts.reduce<Json | undefined>((whole, part) => joined(whole, part), undefined);
  return isObject(picked) ? picked : {};
}

/** The value with nothing in it but what lies on the way; undefined where the way leads nowhere. */
function partAt(value: Json | undefined, way: readonly string[]): Json | undefined {
  const [step, ...rest] = way;
  if (step === undefined) return value;
  const isEach = step.endsWith("[*]");
  const key = isEach ? step.slice(0, -"[*]".length) : step;
  const member = isObject(value) ? own(value, key) : undefined;
  if (!isEach) {
    const part = partAt(member, rest);
    return part === undefined ? undefined : { [key]: part };
  }
  if (!Array.isArray(member)) return undefined;
  return { [key]: member.map((item) => partAt(item, rest) ?? {}) };
}

/** Two parts of one value, laid over each other. */
function joined(one: Json | undefined, other: Json | undefined): Json | undefined {
  if (one === undefined || other === undefined) return other ?? one;
  if (Array.isArray(one) && Array.isArray(other))
    return other.map((item, i) => joined(one[i], item) ?? {});
  if (!isObject(one) || !isObject(other)) return other;
  const members = Object.entries(other).map(([key, part]): [string, Json] => [
    key,
    joined(own(one, key), part) ?? part,
  ]);
  return { ...one, ...Object.fromEntries(members) };
}

/** `data.claim.owner` and `claim.owner` are the same place in the data. */
export function withoutRoot(path: string): string {
  return path.replace(/^data\./, "");
}
