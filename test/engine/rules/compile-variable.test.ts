import { describe, expect, it } from "vitest";
import type { Json } from "../../../app/engine/json";
import type { Logic } from "../../../app/engine/rules/types";
import { evaluate } from "./evaluate";

const agree: Logic = { "==": [{ var: "consent" }, "agree"] };

describe("absence", () => {
  it("takes what was cleared, and null, for missing, and an empty text for a value", () => {
    const empty: Logic = { "==": [{ var: "data.note" }, ""] };
    expect(evaluate(empty, { data: {} }).truth).toBe("unknown");
    expect(evaluate(empty, { data: { note: null } }).truth).toBe("unknown");
    expect(evaluate(empty, { data: { note: "" } }).truth).toBe(true);
  });

  it("leaves 'not' of something missing open, and so 'not not'", () => {
    expect(evaluate({ "!": { var: "data.violence" } }).truth).toBe("unknown");
    expect(evaluate({ "!!": { var: "data.violence" } }).truth).toBe("unknown");
  });

  it("takes a variable's default, also for null, and marks it as assumed", () => {
    const absences: Json[] = [{}, { count: null }];
    for (const data of absences) {
      expect(evaluate({ "<": [{ var: ["data.count", 0] }, 2] }, { data })).toMatchObject({
        truth: true,
        missing: [],
        because: {
          parts: [{ op: "var", path: "data.count", value: 0, assumed: true }, { value: 2 }],
        },
      });
    }
  });

  it("takes what the rule says absence means, also inside a list", () => {
    const all: Logic = { all: [{ var: "data.parties" }, agree] };
    const data = { parties: [{ name: "石大勇" }] };
    expect(evaluate(all, { data }, { "data.parties[*].consent": { as: "agree" } }).truth).toBe(
      true,
    );
    expect(evaluate(all, { data }, { "data.parties[*].consent": "unknown" }).truth).toBe("unknown");
  });

  it("prefers the default that stands in the rule to the rule's word on absence", () => {
    expect(evaluate({ var: ["data.a", 1] }, {}, { "data.a": { as: 2 } }).value).toBe(1);
  });

  it("lets 'missing' decide about presence itself, an empty text counting as missing", () => {
    const data = { a: "", b: null, c: 0, d: false };
    expect(
      evaluate({ missing: ["data.a", "data.b", "data.c", "data.d", "data.e"] }, { data }),
    ).toMatchObject({
      truth: true,
      value: ["data.a", "data.b", "data.e"],
      missing: ["data.a", "data.b", "data.e"],
    });
    expect(evaluate({ "!": { missing: ["data.c"] } }, { data }).truth).toBe(true);
    expect(evaluate({ missing: "data.a" }, { data }, { "data.a": { as: "x" } }).value).toEqual([
      "data.a",
    ]);
  });

  it("counts for 'missing_some' how many are there", () => {
    const oneOf = (least: Json): Logic => ({
      missing_some: [least, ["data.phone", "data.mail", "data.post"]],
    });
    expect(evaluate(oneOf(1), { data: { mail: "x" } })).toMatchObject({
      truth: false,
      value: [],
      missing: [],
    });
    expect(evaluate(oneOf(2), { data: { mail: "x" } }).value).toEqual(["data.phone", "data.post"]);
    expect(evaluate(oneOf({ var: "params.least" }), { data: { mail: "x" } }).truth).toBe("unknown");
  });

  it("counts a list by its length, and names the list when that is missing", () => {
    const two: Logic = { ">=": [{ var: "data.parties.length" }, 2] };
    expect(evaluate(two, { data: { parties: [1, 2] } }).truth).toBe(true);
    expect(evaluate(two, { data: {} })).toMatchObject({
      truth: "unknown",
      missing: ["data.parties"],
    });
    expect(evaluate({ var: "data.room.length" }, { data: { room: { length: 4 } } })).toMatchObject({
      value: 4,
      because: { path: "data.room.length" },
    });
  });
});
