import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  toConditions,
  toLogic,
  type Condition,
  type ConditionGroup,
} from "../../../app/engine/change/condition";
import { plainLogic } from "../../../app/engine/change/say-condition";
import type { Json } from "../../../app/engine/json";
import { compileLogic } from "../../../app/engine/rules/compile-logic";
import { exampleDocument } from "../../support/example-document";

const age: Json = { var: "data.age" };

describe("a rule as rows", () => {
  test.each<[string, Json]>([
    ["one comparison", { ">=": [age, 18] }],
    [
      "rows that must all hold",
      { and: [{ ">=": [age, 18] }, { "==": [{ var: "data.use" }, "farm"] }] },
    ],
    ["groups", { or: [{ "<": [age, 18] }, { and: [{ ">": [age, 60] }, { var: "facts.alone" }] }] }],
    ["choices", { in: [{ var: "data.use" }, ["farm", "house"]] }],
    ["none of the choices", { "!": { in: [{ var: "data.use" }, ["farm"]] } }],
    ["a choice in a list", { in: ["record", { var: "data.materials" }] }],
    ["a parameter", { "<=": [{ var: "facts.count" }, { var: "params.most" }] }],
    ["what absence counts as", { ">": [{ var: ["data.months", 0] }, 0] }],
    ["yes and no", { and: [{ var: "facts.alone" }, { "!": [{ var: "data.told" }] }] }],
  ])("%s: opened and saved it is the same rule", (_, logic) => {
    const rows = toConditions(logic);
    expect(rows).toBeDefined();
    const again = rows && toLogic(rows);
    expect(toConditions(again ?? null)).toEqual(rows);
  });

  test.each<[string, Json]>([
    ["arithmetic", { ">": [{ "+": [age, 1] }, 18] }],
    ["a choice of ways", { if: [age, true, false] }],
    ["an unknown operator inside a group", { and: [{ ">=": [age, 18] }, { "core.count": [age] }] }],
    ["lists", { some: [{ var: "data.parties" }, { "==": [{ var: "consent" }, "agree"] }] }],
    ["what is missing", { "!": { missing: ["data.age"] } }],
    ["a comparison with something worked out", { ">": [age, { var: ["data.other", 3] }] }],
    ["between", { "<=": [1, age, 5] }],
    ["a constant on the left", { "<": [18, age] }],
    ["an item of a list", { "==": [{ var: "data.items.0.count" }, 1] }],
    ["a count", { ">": [{ var: "data.items.length" }, 1] }],
    ["always", true],
    ["an empty group", { and: [] }],
    ["two keys", { "==": [age, 1], "!=": [age, 2] }],
  ])("%s is not for rows: it opens read-only", (_, logic) => {
    expect(toConditions(logic)).toBeUndefined();
  });

  test("an empty group is never saved: it might be taken for always", () => {
    expect(toLogic({ join: "and", items: [] })).toBeUndefined();
    expect(toLogic({ join: "or", items: [{ join: "and", items: [] }] })).toBeUndefined();
  });

  test("a code that looks like a number stays a text", () => {
    const logic: Json = { "==": [{ var: "data.code" }, "0012"] };
    expect(toLogic(toConditions(logic) ?? { join: "and", items: [] })).toEqual(logic);
  });
});

const row: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    path: fc.constantFrom("data.age", "facts.count", "data.use"),
    comparison: fc.constantFrom("is", "isNot", "less", "atMost", "more", "atLeast" as const),
    value: fc.oneof(fc.integer(), fc.constantFrom("a", "0012", true)),
  }),
  fc.record({
    path: fc.constantFrom("data.age", "data.use"),
    comparison: fc.constantFrom("oneOf", "noneOf" as const),
    value: fc.array(fc.constantFrom("a", "b", 1), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    path: fc.constant("data.list"),
    comparison: fc.constantFrom("contains", "lacks" as const),
    value: fc.constantFrom("a", "b"),
  }),
  fc.record({
    path: fc.constantFrom("facts.alone", "data.told"),
    comparison: fc.constantFrom("holds", "fails" as const),
  }),
);

const group = (depth: number): fc.Arbitrary<ConditionGroup> =>
  fc.record({
    join: fc.constantFrom("and", "or"),
    items: fc.array(depth === 0 ? row : fc.oneof(row, group(depth - 1)), {
      minLength: 2,
      maxLength: 3,
    }),
  });

test("rows come back as they were, and the rule that they make can be worked out", async () => {
  const document = await exampleDocument();
  fc.assert(
    fc.property(group(2), (rows) => {
      const logic = toLogic(rows);
      expect(logic).toBeDefined();
      expect(toConditions(logic ?? null)).toEqual(rows);
      expect(() => compileLogic(logic ?? null, new Map())).not.toThrow();
      expect(plainLogic(logic ?? null, { document }).zh).not.toBe("");
    }),
  );
});
