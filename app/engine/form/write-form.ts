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

/** Applies writes in order to a copy; a null clears, and lists and objects are made where missing. */
export function applyWrites(data: JsonObject, writes: readonly DataWrite[]): JsonObject {
  return writes.reduce(
    (here, write) => setAt(here, write.path.split("."), write.value) as JsonObject,
    data,
  );
}

function setAt(here: Json | undefined, path: readonly string[], value: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (FORBIDDEN_KEYS.has(key)) return here ?? {};
  if (/^\d+$/.test(key) && (here === undefined || Array.isArray(here))) {
    const list = Array.isArray(here) ? [...here] : [];
    list[Math.min(Number(key), list.length)] = setAt(list[Number(key)], rest, value);
    return list;
  }
  const object = isObject(here) ? { ...here } : {};
  if (rest.length === 0 && value === null) delete object[key];
  else object[key] = setAt(own(object, key), rest, value);
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

/** Gives every list item an id where the data schema's items have one; ids that exist are kept. */
function giveIds(schema: Json | undefined, value: Json, nextId: () => string): Json {
  if (!isObject(schema)) return value;
  if (Array.isArray(value)) {
    const items = own(schema, "items");
    if (!isObject(items)) return value;
    const properties = own(items, "properties");
    const identified = isObject(properties) && own(properties, "id") !== undefined;
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
