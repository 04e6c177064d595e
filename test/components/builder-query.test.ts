import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldKey, fromQuery, isFinished, toQuery } from "../../app/components/rules/builder-query";
import type { Condition, ConditionGroup, ConditionItem, RuleField } from "../../app/runtime/api";

function fieldFor(path: string, fallback?: string): RuleField {
  const words = { title: { zh: path }, unit: null, unitWord: { zh: "" } };
  const base = {
    ...words,
    path,
    group: "data",
    kind: "text",
    comparisons: [],
    choices: [],
  } as const;
  return { ...base, comparisons: [], choices: [], ...(fallback === undefined ? {} : { fallback }) };
}

const fields = [fieldFor("data.a"), fieldFor("data.b"), fieldFor("data.b", "no")];
const byKey = new Map(fields.map((field) => [fieldKey(field), field]));

const start = fc.constantFrom<Pick<Condition, "path" | "fallback">>(
  { path: "data.a" },
  { path: "data.b" },
  { path: "data.b", fallback: "no" },
);
const rest = fc.oneof(
  fc.record({
    comparison: fc.constantFrom("is" as const, "isNot" as const),
    value: fc.constantFrom("", "x", 3, true),
  }),
  fc.record({
    comparison: fc.constantFrom("oneOf" as const, "noneOf" as const),
    value: fc.array(fc.constantFrom("x", "y"), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    comparison: fc.constantFrom("less" as const, "atLeast" as const),
    other: fc.constantFrom("data.a", "params.most"),
  }),
  fc.record({ comparison: fc.constantFrom("holds" as const, "fails" as const) }),
);
const row = fc.tuple(start, rest).map(([one, two]): ConditionItem => ({ ...one, ...two }));
const fixed = fc.constant<ConditionItem>({ fixed: { some: [{ var: "data.list" }, true] } });
const { group } = fc.letrec<{ group: ConditionGroup; item: ConditionItem }>((tie) => ({
  item: fc.oneof({ depthSize: "small", withCrossShrink: true }, row, fixed, tie("group")),
  group: fc.record({
    join: fc.constantFrom("and" as const, "or" as const),
    items: fc.array(tie("item"), { minLength: 1, maxLength: 3 }),
  }),
}));

describe("rows in the builder", () => {
  test("what the builder opens it gives back, parts that stay whole included", () => {
    fc.assert(
      fc.property(group, (rows) => {
        const kept: unknown[] = [];
        const query = toQuery(rows, kept);
        expect(fromQuery(query, { fields: byKey, fixed: kept })).toEqual(rows);
        expect(isFinished(rows)).toBe(true);
      }),
    );
  });

  test.each([
    ["no value yet", { field: "data.a", operator: "is", value: "" }],
    ["none of several yet", { field: "data.a", operator: "oneOf", value: [] }],
    ["no other field yet", { field: "data.a", operator: "is", valueSource: "field", value: "" }],
  ])("%s: the row is not finished", (_, rule) => {
    const query = { combinator: "and", rules: [rule as never] };
    expect(isFinished(fromQuery(query, { fields: byKey, fixed: [] }))).toBe(false);
  });

  test("a group without rows is not finished", () => {
    expect(isFinished({ join: "and", items: [] })).toBe(false);
  });

  test("another comparison takes the value along, one for several and several for one", () => {
    const query = (operator: string, value: unknown) => ({
      combinator: "and",
      rules: [{ field: "data.a", operator, value }],
    });
    const known = { fields: byKey, fixed: [] };
    expect(fromQuery(query("oneOf", "x"), known).items).toEqual([
      { path: "data.a", comparison: "oneOf", value: ["x"] },
    ]);
    expect(fromQuery(query("is", ["x", "y"]), known).items).toEqual([
      { path: "data.a", comparison: "is", value: "x" },
    ]);
  });
});
