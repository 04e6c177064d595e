import type { DataWrite } from "../case";
import { refuse } from "../errors";
import { FORBIDDEN_KEYS, isObject, own, type Json, type JsonObject } from "../json";
import type { Refusal } from "../refusal";

/** Where a form's answers go in the matter's data; see docs/writing-a-workflow.md, "into". */
export type Into = { kind: "merge" } | { kind: "set" | "append" | "each"; path: string };

export function parseInto(into: string): Into {
  if (into === "") return { kind: "merge" };
  if (into.endsWith("[]")) return { kind: "append", path: into.slice(0, -2) };
  if (into.endsWith("[*]")) return { kind: "each", path: into.slice(0, -3) };
  return { kind: "set", path: into };
}

/** The data paths (without `data.`) that a form with these properties can change. */
export function pathsWritten(into: Into, properties: Iterable<string>): string[] {
  return into.kind === "merge" ? [...properties] : [into.path];
}

/** The writes that put a form's value into the data. Refuses `form/unknown-item` for an item that is not there. */
export function writeForm(ask: {
  into: Into;
  value: JsonObject;
  data: JsonObject;
  dataSchema: JsonObject;
  seq: number;
}): { ok: true; writes: DataWrite[] } | { ok: false; refusal: Refusal } {
  const { into, value, data, dataSchema, seq } = ask;
  const ids = itemIds(seq);
  const identify = (schema: Json | undefined, here: Json): Json => giveIds(schema, here, ids);
  switch (into.kind) {
    case "merge":
      return {
        ok: true,
        writes: Object.entries(value).map(([path, member]) => ({
          path,
          value: identify(schemaAt(dataSchema, path), member),
        })),
      };
    case "set":
      return {
        ok: true,
        writes: [{ path: into.path, value: identify(schemaAt(dataSchema, into.path), value) }],
      };
    case "append": {
      const list = valueAt(data, into.path);
      const index = Array.isArray(list) ? list.length : 0;
      const identified = identify(schemaAt(dataSchema, into.path), [value]);
      const item = Array.isArray(identified) ? (identified[0] ?? value) : value;
      return { ok: true, writes: [{ path: `${into.path}.${index}`, value: item }] };
    }
    case "each": {
      const entered = own(value, into.path.split(".").pop() ?? into.path);
      const present = valueAt(data, into.path);
      const list = Array.isArray(present) ? present : [];
      const writes: DataWrite[] = [];
      for (const item of Array.isArray(entered) ? entered : []) {
        const id = isObject(item) ? own(item, "id") : undefined;
        const index = list.findIndex((known) => isObject(known) && own(known, "id") === id);
        if (!isObject(item) || id === undefined || index < 0) {
          return { ok: false, refusal: refuse("form/unknown-item", { id: id ?? "" }) };
        }
        for (const [key, member] of Object.entries(item)) {
          if (key !== "id") writes.push({ path: `${into.path}.${index}.${key}`, value: member });
        }
      }
      return { ok: true, writes };
    }
  }
}

/**
 * Applies writes in order to a copy; a null clears, and lists and objects are made where missing. What no write
 * touches is shared with the data before; what several touch is copied once.
 */
export function applyWrites(data: JsonObject, writes: readonly DataWrite[]): JsonObject {
  const copied = new Set<Json>();
  let root: Json = data;
  for (const { path, value } of writes)
    root = setAt(root, { path: path.split("."), from: 0, value, copied });
  return root as JsonObject;
}

interface Setting {
  path: readonly string[];
  /** The part of the path that is set next. */
  from: number;
  value: Json;
  /** What was made by this application already, and may be changed in place. */
  copied: Set<Json>;
}

function setAt(here: Json | undefined, setting: Setting): Json {
  const { path, from, value, copied } = setting;
  const key = path[from];
  if (key === undefined) return value;
  if (FORBIDDEN_KEYS.has(key)) return here ?? {};
  const next = { ...setting, from: from + 1 };
  if ((here === undefined || Array.isArray(here)) && /^\d+$/.test(key)) {
    const list = here !== undefined && copied.has(here) ? here : [...(here ?? [])];
    list[Math.min(Number(key), list.length)] = setAt(list[Number(key)], next);
    copied.add(list);
    return list;
  }
  const object = isObject(here) ? (copied.has(here) ? here : { ...here }) : {};
  if (from === path.length - 1 && value === null) delete object[key];
  else object[key] = setAt(own(object, key), next);
  copied.add(object);
  return object;
}

function valueAt(data: JsonObject, path: string): Json | undefined {
  return path
    .split(".")
    .reduce<Json | undefined>((here, key) => (isObject(here) ? own(here, key) : undefined), data);
}

/** The data schema's part at a dotted path; list positions step into `items`. */
export function schemaAt(schema: JsonObject, path: string): JsonObject | undefined {
  return path.split(".").reduce<JsonObject | undefined>((here, key) => {
    if (here === undefined) return undefined;
    if (/^(\d+|\*)$/.test(key)) {
      const items = own(here, "items");
      return isObject(items) ? items : undefined;
    }
    const properties = own(here, "properties");
    const child = isObject(properties) ? own(properties, key) : undefined;
    return isObject(child) ? child : undefined;
  }, schema);
}

function itemIds(seq: number): () => string {
  let next = 0;
  return () => `${seq}-${(next += 1)}`;
}

const identifying = new WeakMap<JsonObject, boolean>();

/** Whether anywhere in what a schema describes list items have ids. */
function hasIds(schema: JsonObject): boolean {
  const known = identifying.get(schema);
  if (known !== undefined) return known;
  const properties = own(schema, "properties");
  const items = own(schema, "items");
  const inner = [...(isObject(properties) ? Object.values(properties) : []), items ?? null];
  const found = isIdentified(items) || inner.some((part) => isObject(part) && hasIds(part));
  identifying.set(schema, found);
  return found;
}

function isIdentified(items: Json | undefined): boolean {
  const properties = isObject(items) ? own(items, "properties") : undefined;
  return isObject(properties) && own(properties, "id") !== undefined;
}

/** Gives every list item an id where the data schema's items have one; ids that exist are kept. */
function giveIds(schema: Json | undefined, value: Json, nextId: () => string): Json {
  if (!isObject(schema) || !hasIds(schema)) return value;
  if (Array.isArray(value)) {
    const items = own(schema, "items");
    if (!isObject(items)) return value;
    const identified = isIdentified(items);
    return value.map((item): Json => {
      const fresh: JsonObject =
        identified && isObject(item) && own(item, "id") === undefined ? { id: nextId() } : {};
      const inner = giveIds(items, item, nextId);
      return isObject(inner) ? { ...fresh, ...inner } : inner;
    });
  }
  if (!isObject(value)) return value;
  const properties = own(schema, "properties");
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      giveIds(isObject(properties) ? own(properties, key) : undefined, member, nextId),
    ]),
  );
}
