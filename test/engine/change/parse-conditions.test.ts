import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isFixed, toKeptLogic, toPartlyFixed } from "../../../app/engine/change/condition";
import { parseConditions } from "../../../app/engine/change/parse-conditions";
import type { Json } from "../../../app/engine/json";

const row = { path: "data.amount", comparison: "more", value: 3 };
const one = (item: unknown) => ({ join: "and", items: [item] });
const nested = (depth: number): unknown =>
  depth === 0 ? row : { join: "or", items: [row, nested(depth - 1)] };

describe("rows as a page sends them", () => {
  test.each<[string, unknown]>([
    ["a row", one(row)],
    ["another field", one({ path: "data.amount", comparison: "atMost", other: "params.most" })],
    ["what absence counts as", one({ ...row, fallback: 0 })],
    ["several values", one({ path: "data.use", comparison: "oneOf", value: ["farm", "house"] })],
    ["whether a text is empty", one({ path: "data.why", comparison: "isNot", value: "" })],
    ["yes or no", one({ path: "facts.alone", comparison: "holds" })],
    ["a part that stays whole", one({ fixed: { some: [{ var: "data.parties" }, true] } })],
    ["groups as deep as the builder makes them", nested(3)],
  ])("%s is read as it stands", (_, sent) => {
    expect(parseConditions(sent)).toEqual(sent);
  });

  test.each<[string, unknown]>([
    ["nothing", null],
    ["a text", "and"],
    ["no rows", { join: "and", items: [] }],
    ["another joint", { join: "xor", items: [row] }],
    ["json-logic itself", { ">": [{ var: "data.amount" }, 3] }],
    ["another key", one({ ...row, method: "exec" })],
    ["another key of a group", { join: "and", items: [row], not: true }],
    ["an unknown comparison", one({ ...row, comparison: "matches" })],
    ["a comparison of a prototype", one({ ...row, comparison: "toString" })],
    ["no value", one({ path: "data.amount", comparison: "more" })],
    ["an empty value", one({ ...row, value: "" })],
    ["no value of several", one({ ...row, comparison: "oneOf", value: [] })],
    ["value and field at once", one({ ...row, other: "params.most" })],
    ["a value where none belongs", one({ ...row, comparison: "holds" })],
    ["an expression as value", one({ ...row, value: { var: "data.secret" } })],
    ["an expression among several", one({ ...row, comparison: "oneOf", value: [{ log: 1 }] })],
    ["null", one({ ...row, value: null })],
    ["an endless number", one({ ...row, value: Number.POSITIVE_INFINITY })],
    ["a path to a prototype", one({ ...row, path: "data.__proto__.polluted" })],
    ["a path to a constructor", one({ ...row, path: "data.constructor.name" })],
    [
      "another field that is a prototype",
      one({ path: "data.a", comparison: "is", other: "user.prototype" }),
    ],
    ["an item of a list", one({ ...row, path: "data.parties.0.name" })],
    ["the root alone", one({ ...row, path: "data" })],
    ["a path that is no text", one({ ...row, path: ["data.amount"] })],
    ["groups too deep", nested(4)],
    [
      "groups deeper than any stack",
      JSON.parse(`${'{"join":"and","items":['.repeat(2000)}1${"]}".repeat(2000)}`),
    ],
    ["more rows than anybody reads", { join: "and", items: Array.from({ length: 61 }, () => row) }],
    [
      "more rows than anybody reads, in groups",
      { join: "or", items: Array.from({ length: 40 }, () => one(row)) },
    ],
  ])("%s is not read", (_, sent) => {
    expect(parseConditions(sent)).toBeUndefined();
  });

  test("is total over any JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (sent) => {
        const read = parseConditions(sent);
        if (read !== undefined) expect(read).toEqual(sent);
      }),
    );
  });
});

describe("the guard", () => {
  const lists: Json = { some: [{ var: "data.parties" }, { "==": [{ var: "consent" }, "agree"] }] };

  test("a rule with lists keeps them whole between its rows, and comes back the same", () => {
    const logic: Json = { and: [{ ">=": [{ var: "facts.count" }, 2] }, lists] };
    const rows = toPartlyFixed(logic);
    expect(rows?.items.map((item) => isFixed(item))).toEqual([false, true]);
    expect(rows && toKeptLogic(rows)).toEqual(logic);
  });

  test("a rule that is a list alone has nothing for rows", () => {
    expect(toPartlyFixed(lists)).toBeUndefined();
  });

  test("groups of one thing are that thing", () => {
    const kept = toKeptLogic({
      join: "or",
      items: [{ join: "and", items: [{ path: "data.a", comparison: "is", value: 1 }] }],
    });
    expect(kept).toEqual({ "==": [{ var: "data.a" }, 1] });
  });

  test.each<[string, unknown]>([
    [
      "one of several from another field",
      { path: "data.use", comparison: "oneOf", other: "params.uses" },
    ],
    ["a row hidden in a part that stays whole", { fixed: { "==": [{ var: "data.a" }, 1] } }],
    ["a list as one value", { path: "data.use", comparison: "is", value: ["farm"] }],
  ])("%s would open as something else: not kept", (_, item) => {
    const rows = parseConditions({ join: "and", items: [item, row] });
    expect(rows).toBeDefined();
    expect(rows && toKeptLogic(rows)).toBeUndefined();
  });
});
