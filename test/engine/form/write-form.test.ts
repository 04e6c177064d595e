import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyWrites, parseInto, writeForm } from "../../../app/engine/form/write-form";
import { deepFreeze, type JsonObject } from "../../../app/engine/json";

const text = { type: "string" };
const item = { type: "object", properties: { id: text, name: text, consent: text } };
const dataSchema: JsonObject = {
  type: "object",
  properties: {
    summary: text,
    application: { type: "object", properties: { why: text } },
    parties: { type: "array", items: item },
    sessions: {
      type: "array",
      items: {
        type: "object",
        properties: { id: text, place: text, people: { type: "array", items: item } },
      },
    },
  },
};

function written(into: string, value: JsonObject, data: JsonObject = {}): JsonObject {
  const result = writeForm({ into: parseInto(into), value, data, dataSchema, seq: 4 });
  if (!result.ok) throw new Error(result.refusal.code);
  return applyWrites(data, result.writes);
}

describe("where answers go", () => {
  test("merged into the root, lists get ids from the engine", () => {
    expect(
      written("", { summary: "牛踩菜地", parties: [{ name: "杨德厚" }, { name: "石大勇" }] }),
    ).toEqual({
      summary: "牛踩菜地",
      parties: [
        { id: "4-1", name: "杨德厚" },
        { id: "4-2", name: "石大勇" },
      ],
    });
  });

  test("set as one object, replacing the one before", () => {
    expect(written("application", { why: "b" }, { application: { why: "a", old: "x" } })).toEqual({
      application: { why: "b" },
    });
  });

  test("appended to a list, items inside it identified as well", () => {
    const data = { sessions: [{ id: "3-1", place: "村委会" }] };
    expect(written("sessions[]", { place: "警务室", people: [{ name: "杨国安" }] }, data)).toEqual({
      sessions: [
        { id: "3-1", place: "村委会" },
        { id: "4-1", place: "警务室", people: [{ id: "4-2", name: "杨国安" }] },
      ],
    });
  });

  test("merged item by item, by id, leaving the other answers of an item alone", () => {
    const data = {
      parties: [
        { id: "1-1", name: "杨德厚" },
        { id: "1-2", name: "石大勇" },
      ],
    };
    expect(written("parties[*]", { parties: [{ id: "1-2", consent: "agree" }] }, data)).toEqual({
      parties: [
        { id: "1-1", name: "杨德厚" },
        { id: "1-2", name: "石大勇", consent: "agree" },
      ],
    });
  });

  test("an item that is not there is refused, not invented", () => {
    const result = writeForm({
      into: parseInto("parties[*]"),
      value: { parties: [{ id: "9-9", name: "x" }] },
      data: {},
      dataSchema,
      seq: 2,
    });
    expect(result).toMatchObject({ ok: false, refusal: { code: "form/unknown-item" } });
  });
});

describe("writes", () => {
  test("null clears, and what was there before is not changed in place", () => {
    const before = Object.freeze({ a: Object.freeze({ b: 1, c: 2 }) }) as unknown as JsonObject;
    expect(applyWrites(before, [{ path: "a.b", value: null }])).toEqual({ a: { c: 2 } });
    expect(before).toEqual({ a: { b: 1, c: 2 } });
  });

  test("never reach a prototype", () => {
    applyWrites({}, [{ path: "__proto__.polluted", value: true }]);
    expect(({} as JsonObject)["polluted"]).toBeUndefined();
  });

  test("the last write to a path is the one that stands, and no other path changes", () => {
    const key = fc.constantFrom("a", "b", "c");
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ path: fc.array(key, { minLength: 1, maxLength: 2 }), value: fc.integer() }),
          { maxLength: 8 },
        ),
        (steps) => {
          const flat = steps
            .filter((one) => one.path.length === 2)
            .map((one) => ({ path: one.path.join("."), value: one.value }));
          const data = applyWrites({}, flat);
          const expected: Record<string, Record<string, number>> = {};
          for (const one of flat) {
            const [head = "", tail = ""] = one.path.split(".");
            (expected[head] ??= {})[tail] = one.value;
          }
          expect(data).toEqual(expected);
        },
      ),
    );
  });

  test("neither the data before nor a written value changes, however often it is written into", () => {
    const before = deepFreeze({ list: [{ a: 1 }], kept: { b: 1 } });
    const value = deepFreeze({ c: { d: 1 } });
    const after = applyWrites(before, [
      { path: "group", value },
      { path: "group.c.d", value: 2 },
      { path: "list.0.a", value: 2 },
      { path: "list.1", value: { a: 3 } },
      { path: "group.c.e", value: 3 },
    ]);
    expect(after).toEqual({
      list: [{ a: 2 }, { a: 3 }],
      kept: { b: 1 },
      group: { c: { d: 2, e: 3 } },
    });
    expect(after["kept"]).toBe(before.kept);
  });
});
