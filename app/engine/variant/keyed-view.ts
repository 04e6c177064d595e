import { problem, type Problem } from "../check/problem";
import { FORBIDDEN_KEYS, isObject, own, type Json, type JsonObject } from "../json";
import { pointerTo } from "../json-pointer";

/** In the keyed view, holds the keys of a list in their order. */
export const ORDER = "$order";

/**
 * The keyed view of a document: a list whose items all have a key (`meta.key`, or `key`) becomes
 * `{ "$order": [keys], "<key>": item }`, so that a change names an item and not its position. Any other list stays
 * one whole value. Total: a document's own `$order` is written `$$order`.
 */
export function toKeyed(value: Json): Json {
  if (Array.isArray(value)) {
    const keys = keysOfItems(value);
    if (keys === undefined) return value;
    const items = value.map((item, index) => [escape(keys[index] ?? ""), toKeyed(item)] as const);
    return Object.fromEntries<Json>([[ORDER, keys], ...items]);
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [escape(key), toKeyed(item)]),
  );
}

/** Back from the keyed view. Where an order and its items do not fit together: `variant/order`, each place once. */
export function fromKeyed(view: Json): { document: Json; problems: Problem[] } {
  const problems: Problem[] = [];
  return { document: unkey(view, "", problems), problems };
}

function unkey(view: Json, pointer: string, problems: Problem[]): Json {
  if (!isObject(view)) return view;
  const members = Object.entries(view)
    .filter(([key]) => key !== ORDER)
    .map(([key, item]) => [unescape(key), unkey(item, pointerTo(pointer, key), problems)] as const);
  const order = own(view, ORDER);
  if (order === undefined) return Object.fromEntries(members);
  const items = new Map(members);
  const keys = Array.isArray(order) ? order.map(String) : [];
  const fits =
    keys.length === items.size &&
    new Set(keys).size === keys.length &&
    keys.every((key) => items.has(key) && keyOfItem(items.get(key) ?? null) === key);
  if (!fits) problems.push(problem("variant/order", pointer, { path: pointer }));
  return keys.flatMap((key) => items.get(key) ?? []);
}

/** The keys of a list's items; undefined where one has none or two have the same: such a list stays whole. */
function keysOfItems(list: readonly Json[]): string[] | undefined {
  const keys = list.flatMap((item) => keyOfItem(item) ?? []);
  const isKeyed = list.length > 0 && keys.length === list.length;
  const isUnique = new Set(keys).size === keys.length;
  return isKeyed && isUnique && !keys.some((key) => FORBIDDEN_KEYS.has(key)) ? keys : undefined;
}

/** The key of an item of a list (`meta.key`, or `key`); undefined where it has none. */
export function keyOfItem(item: Json): string | undefined {
  if (!isObject(item)) return undefined;
  const meta = own(item, "meta");
  const key = isObject(meta) ? own(meta, "key") : own(item, "key");
  return typeof key === "string" ? key : undefined;
}

function escape(key: string): string {
  return /^\$+order$/.test(key) ? `$${key}` : key;
}

function unescape(key: string): string {
  return /^\$\$+order$/.test(key) ? key.slice(1) : key;
}

/** True for an object of the keyed view that stands for a list. */
export function isKeyedList(view: Json | undefined): view is JsonObject {
  return isObject(view) && own(view, ORDER) !== undefined;
}
