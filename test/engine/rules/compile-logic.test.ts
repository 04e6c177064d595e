import { describe, expect, it } from "vitest";
import type { Json } from "../../../app/engine/json";
import { compileLogic } from "../../../app/engine/rules/compile-logic";
import type { Logic } from "../../../app/engine/rules/types";
import { evaluate, OPERATORS, refusalOf } from "./evaluate";

const agree: Logic = { "==": [{ var: "consent" }, "agree"] };

describe("compileLogic", () => {
  it("names every path that the rule can read, from the root of the scope", () => {
    const logic: Logic = {
      and: [
        { all: [{ var: "data.parties" }, agree] },
        {
          some: [
            { filter: [{ var: "data.parties" }, { var: "minor" }] },
            { missing: ["guardian"] },
          ],
        },
        { in: ["hired", { var: "data.exclusions" }] },
        { ">=": [{ var: "data.parties.length" }, { var: ["params.least", 2] }] },
        { "==": [{ var: "data.parties.0.name" }, { var: "data.applicant" }] },
        {
          "<": [
            {
              reduce: [
                { var: "data.losses" },
                { "+": [{ var: "current.fen" }, { var: "accumulator" }] },
                0,
              ],
            },
            5,
          ],
        },
        { some: [{ map: [{ var: "data.parties" }, { var: "age" }] }, { "<": [{ var: "" }, 14] }] },
      ],
    };
    expect(compileLogic(logic, OPERATORS).variables).toEqual([
      "data.parties",
      "data.parties[*].consent",
      "data.parties[*].minor",
      "data.parties[*].guardian",
      "data.exclusions",
      "params.least",
      "data.parties[*].name",
      "data.applicant",
      "data.losses",
      "data.losses[*].fen",
      "[*]",
      "data.parties[*].age",
    ]);
  });

  it("refuses wrong numbers of arguments", () => {
    const wrong: Logic[] = [
      { "!": [] },
      { "==": [1] },
      { "<": [1, 2, 3, 4] },
      { and: [] },
      { if: [true] },
      { all: [[1]] },
    ];
    for (const logic of wrong) {
      expect(refusalOf(logic)).toBe("rule/argument-count");
    }
    expect(refusalOf({ "toy.double": [1, 2] })).toBe("rule/argument-count");
    expect(refusalOf({ "toy.count": [] })).toBe("rule/argument-count");
    expect(refusalOf({ "toy.count": ["a", "b", "c"] })).toBeUndefined();
  });

  it("refuses a variable that is worked out or is a number", () => {
    for (const name of [{ var: "data.which" }, 1, null, ["a", "b"]]) {
      expect(refusalOf({ var: [name] as Json })).toBe("rule/variable-not-literal");
    }
    expect(refusalOf({ missing: [{ merge: [["a"], ["b"]] }] })).toBe("rule/variable-not-literal");
    expect(refusalOf({ missing_some: [1, "data.a"] })).toBe("rule/variable-not-literal");
  });

  it("says where in the rule the mistake is", () => {
    expect(() => compileLogic({ and: [true, { "!": { "/": [1] } }] }, OPERATORS)).toThrowError(
      expect.objectContaining({
        refusal: expect.objectContaining({
          code: "rule/argument-count",
          params: { at: "/and/1/!/~1", operator: "/", found: 1, expected: "2" },
        }) as unknown,
      }),
    );
  });

  it("gives the same whatever was worked out before", () => {
    const compiled = compileLogic(agree, OPERATORS);
    compiled.evaluate({ consent: "refuse" });
    expect(compiled.evaluate({ consent: "agree" })).toEqual(
      compileLogic(agree, OPERATORS).evaluate({ consent: "agree" }),
    );
  });
});

describe("results", () => {
  it("that are not finite numbers are unknown, since nothing can be stored of them", () => {
    expect(evaluate({ "/": [1, 0] })).toMatchObject({ truth: "unknown", value: undefined });
    expect(evaluate({ "+": ["three"] })).toMatchObject({ truth: "unknown", value: undefined });
  });

  it("of a plugin's operator need all arguments, and are unknown when it cannot tell or fails", () => {
    expect(evaluate({ "toy.double": [{ var: "data.n" }] }, { data: { n: 4 } }).value).toBe(8);
    expect(evaluate({ "toy.double": [{ var: "data.n" }] })).toMatchObject({
      truth: "unknown",
      missing: ["data.n"],
    });
    expect(evaluate({ "toy.double": ["x"] })).toMatchObject({ truth: "unknown", missing: [] });
    expect(evaluate({ "toy.double": [null] }).truth).toBe("unknown");
    expect(evaluate({ or: [{ "toy.broken": [1] }, true] }).truth).toBe(true);
    expect(evaluate({ "toy.broken": [1] }).because.code).toBe("rule/operator-failed");
  });

  it("keep values short in the reasons", () => {
    const data = {
      text: "长".repeat(200),
      many: Array.from({ length: 11 }, () => 1),
      few: ["a", "b"],
      object: { a: 1 },
    };
    const shown = (name: string): Json | undefined =>
      evaluate({ "!!": { var: name } }, { data }).because.parts?.[0]?.value;
    expect(shown("data.text")).toBe(`${"长".repeat(79)}…`);
    expect(shown("data.many")).toBeUndefined();
    expect(shown("data.few")).toEqual(["a", "b"]);
    expect(shown("data.object")).toBeUndefined();
  });
});
