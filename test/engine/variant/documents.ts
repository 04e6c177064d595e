import fc from "fast-check";
import { isObject, type Json, type JsonObject } from "../../../app/engine/json";

const names = ["a", "b", "c", "d"];
const scalar = fc.oneof(fc.constantFrom("x", "y", "z"), fc.nat({ max: 3 }), fc.boolean());

const { node } = fc.letrec<{ node: Json; map: JsonObject; keyed: Json[] }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    scalar,
    tie("map"),
    tie("keyed"),
    fc.array(scalar, { maxLength: 3 }),
  ),
  map: fc.dictionary(fc.constantFrom(...names), tie("node"), { maxKeys: 3 }),
  keyed: fc
    .uniqueArray(fc.constantFrom(...names), { minLength: 1 })
    .chain((keys) =>
      fc.tuple(...keys.map((key) => tie("map").map((map) => ({ ...map, meta: { key } })))),
    ),
}));

/** Documents of few names, so that changes meet: maps, keyed lists, plain lists, values. */
export const documents: fc.Arbitrary<JsonObject> = fc.dictionary(fc.constantFrom(...names), node, {
  minKeys: 1,
  maxKeys: 4,
});

/** A change that a person could make to any document; `turns` choose where. */
export interface Edit {
  turns: number[];
  name: string;
  kind: "set" | "remove" | "reorder";
  value: Json;
}

export const edits: fc.Arbitrary<Edit> = fc.record({
  turns: fc.array(fc.nat({ max: 7 }), { maxLength: 4 }),
  name: fc.constantFrom(...names),
  kind: fc.constantFrom("set", "set", "remove", "reorder"),
  value: node,
});

/** The document after an edit; a list of items with keys stays one. */
export function edited(document: Json, { turns, name, kind, value }: Edit): Json {
  const [turn, ...rest] = turns;
  if (Array.isArray(document)) {
    if (!document.some(isObject)) return kind === "set" ? [...document, name] : document.slice(1);
    const items = document as JsonObject[];
    if (turn !== undefined) {
      const at = turn % items.length;
      return items.map((item, index) =>
        index === at ? withKey(edited(item, { turns: rest, name, kind, value }), item) : item,
      );
    }
    if (kind === "reorder") return [...items].reverse();
    const others = items.filter((item) => keyOf(item) !== name);
    if (kind === "remove") return others;
    return [...others, { ...(isObject(value) ? value : { value }), meta: { key: name } }];
  }
  if (!isObject(document)) return document;
  const keys = Object.keys(document);
  const chosen = turn === undefined ? undefined : keys[turn % Math.max(keys.length, 1)];
  if (chosen !== undefined && chosen !== "meta" && typeof document[chosen] === "object") {
    const inside = edited(document[chosen] ?? null, { turns: rest, name, kind, value });
    return { ...document, [chosen]: inside };
  }
  const others = Object.fromEntries(Object.entries(document).filter(([key]) => key !== name));
  return kind === "set" ? { ...document, [name]: value } : others;
}

function keyOf(item: JsonObject): Json | undefined {
  return isObject(item["meta"]) ? item["meta"]["key"] : undefined;
}

function withKey(changed: Json, item: JsonObject): Json {
  return isObject(changed) ? { ...changed, meta: item["meta"] ?? null } : item;
}
