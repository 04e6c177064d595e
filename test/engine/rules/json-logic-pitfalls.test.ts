import { afterEach, describe, expect, it, vi } from "vitest";
import { isObject, type Json } from "../../../app/engine/json";
import type { Logic } from "../../../app/engine/rules/types";
import { evaluate, refusalOf } from "./evaluate";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("what plain json-logic lets pass", () => {
  const payloads: Record<string, Logic> = {
    "method that reaches a constructor": {
      method: [
        { method: [{ var: "data.name" }, "constructor"] },
        "constructor",
        ["return process"],
      ],
    },
    "method on a list": { method: [[1], "map", [{ var: "data.x" }]] },
    "the constructor of an operator": { "cat.constructor": ["return process"] },
    "call of an operator": { "cat.call": [null, "a"] },
    "bind of an operator": { "cat.bind": [null, "a"] },
    "apply of an operator": { "merge.apply": [null, [[1], [2]]] },
    "toString as operator": { toString: [] },
    "hasOwnProperty as operator": { hasOwnProperty: ["a"] },
    "__proto__ as operator": JSON.parse('{"__proto__": ["a"]}') as Logic,
    "constructor as operator": { constructor: ["return process"] },
  };
  for (const [name, payload] of Object.entries(payloads)) {
    it(`refuses ${name}`, () => {
      expect(refusalOf(payload)).toBe("rule/unknown-operator");
      expect(refusalOf({ and: [true, { "!": [payload] }] })).toBe("rule/unknown-operator");
    });
  }

  it("does not run a rule that somebody typed into a form", () => {
    const typed: Json = [{ "+": [1, 1] }];
    expect(evaluate({ merge: [{ var: "data.typed" }] }, { data: { typed } }).value).toEqual(typed);
    expect(evaluate({ in: [2, { var: "data.typed" }] }, { data: { typed } }).truth).toBe(false);
    expect(evaluate({ cat: [{ var: "data.typed" }] }, { data: { typed } }).value).toBe(
      "[object Object]",
    );
  });

  it("refuses a variable that reaches a prototype", () => {
    for (const name of [
      "constructor.constructor",
      "__proto__",
      "data.__proto__.x",
      "data.prototype",
    ]) {
      expect(refusalOf({ var: name })).toBe("rule/forbidden-path");
      expect(refusalOf({ missing: [name] })).toBe("rule/forbidden-path");
      expect(refusalOf({ some: [{ var: "data.list" }, { var: name }] })).toBe(
        "rule/forbidden-path",
      );
    }
  });

  it("reads own properties only, so an inherited name is missing", () => {
    for (const name of [
      "data.toString",
      "data.hasOwnProperty",
      "valueOf",
      "data.list.map",
      "data.text.length",
    ]) {
      const { truth, missing } = evaluate(
        { "!!": [{ var: name }] },
        { data: { list: [1], text: "abc" } },
      );
      expect({ truth, missing: missing.length }).toEqual({ truth: "unknown", missing: 1 });
    }
    expect(evaluate({ missing: ["data.toString"] }, { data: {} }).value).toEqual(["data.toString"]);
  });

  it("does not hold a missing age to be under 60", () => {
    expect(evaluate({ "<": [{ var: "data.age" }, 60] }, { data: {} })).toMatchObject({
      truth: "unknown",
      value: undefined,
      missing: ["data.age"],
    });
    expect(evaluate({ "<": [{ var: "data.age" }, 60] }, { data: { age: null } }).truth).toBe(
      "unknown",
    );
  });

  it("does not hold 'none' of an absent list to be true", () => {
    const noObjection: Logic = {
      none: [{ var: "links.objection" }, { "==": [{ var: "state" }, "open"] }],
    };
    expect(evaluate(noObjection, {}).truth).toBe("unknown");
    expect(evaluate(noObjection, { links: { objection: [] } }).truth).toBe(true);
  });

  it("refuses a node with two operators, or none, instead of taking it for true", () => {
    expect(refusalOf({ and: [{ "<": [1, 2], "==": [1, 1] }] })).toBe("rule/one-operator");
    expect(refusalOf({})).toBe("rule/one-operator");
    expect(refusalOf({ in: ["a", [{}]] })).toBe("rule/one-operator");
  });

  it("has no 'log', so a rule cannot write an identity number anywhere", () => {
    const log = vi.spyOn(console, "log");
    expect(refusalOf({ log: { var: "data.idNumber" } })).toBe("rule/unknown-operator");
    expect(log).not.toHaveBeenCalled();
  });

  it("refuses a rule nested 3000 deep, and JSON nested 100,000 deep, without breaking", () => {
    let deep: Logic = true;
    for (let level = 0; level < 3000; level += 1) deep = { "!": [deep] };
    expect(refusalOf(deep)).toBe("rule/too-deep");
    const deeper = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`) as Logic;
    expect(refusalOf({ merge: [deeper] })).toBe("rule/too-deep");
  });

  it("takes 32 levels and not 33, 2000 parts and not 2001", () => {
    const nested = (levels: number): Logic => (levels === 1 ? true : { "!": [nested(levels - 1)] });
    expect(refusalOf(nested(32))).toBeUndefined();
    expect(refusalOf(nested(33))).toBe("rule/too-deep");
    const wide = (parts: number): Logic => ({ or: Array.from({ length: parts - 1 }, () => true) });
    expect(refusalOf(wide(2000))).toBeUndefined();
    expect(refusalOf(wide(2001))).toBe("rule/too-large");
    expect(refusalOf({ in: [1, Array.from({ length: 50_000 }, (_, index) => index)] })).toBe(
      "rule/too-large",
    );
  });

  it("gives up on 200³ steps, and says so", () => {
    const list = { var: "data.list" };
    const burn: Logic = { map: [list, { some: [[1, 2, 3], { in: [{ var: "" }, [4]] }] }] };
    const data = { list: Array.from({ length: 5000 }, (_, index) => index) };
    expect(evaluate(burn, { data })).toMatchObject({
      truth: "unknown",
      value: undefined,
      because: { truth: "unknown", code: "rule/budget" },
    });
    expect(
      evaluate({ all: [list, true] }, { data: { list: Array.from({ length: 50_000 }, () => 1) } }),
    ).toMatchObject({
      truth: "unknown",
      because: { op: "all", code: "rule/budget" },
    });
  });

  it("builds no 134 MB text by doubling, no 16.7 M items and no value that doubles when written out", () => {
    const turns = Array.from({ length: 27 }, (_, index) => index);
    const accumulator = { var: "accumulator" };
    const bombs: Logic[] = [
      { reduce: [turns, { cat: [accumulator, accumulator] }, "a"] },
      { reduce: [turns, { merge: [accumulator, accumulator] }, [1]] },
      { reduce: [turns, [accumulator, accumulator], 1] },
      { "==": [{ reduce: [turns, [accumulator, accumulator], 1] }, "x"] },
    ];
    for (const bomb of bombs) {
      expect(evaluate(bomb).because.code).toBe("rule/budget");
    }
  });

  it("is not thrown off by data that shadows what JavaScript calls", () => {
    const data = { odd: { toString: "x", valueOf: 1, indexOf: 2, concat: 3 } };
    expect(evaluate({ "==": [{ var: "data.odd" }, "x"] }, { data })).toMatchObject({
      truth: "unknown",
      because: { code: "rule/operator-failed" },
    });
    expect(evaluate({ in: ["x", { var: "data.odd" }] }, { data }).truth).toBe("unknown");
    expect(isObject(evaluate({ merge: [{ var: "data.odd" }] }, { data }).value)).toBe(false);
  });
});
