import { describe, expect, it } from "vitest";
import { ERRORS } from "../../../app/engine/errors";
import { messageOf } from "../../../app/engine/errors/define";
import { own, type Json } from "../../../app/engine/json";
import { analyseLogic } from "../../../app/engine/rules/analyse";
import type { PathType, ScopeShape } from "../../../app/engine/rules/static-kind";
import type { Logic } from "../../../app/engine/rules/types";
import { OPERATORS } from "./evaluate";

const TYPES: Record<string, PathType> = {
  "data.amount": "integer",
  "data.area": "number",
  "data.idNumber": "string",
  "data.kind": "string",
  "data.violence": "boolean",
  "data.signedOn": "date",
  "data.parties": "array",
  "data.parties[*]": "object",
  "data.parties[*].consent": "string",
  "data.parties[*].age": "integer",
  "data.exclusions": "array",
  "data.exclusions[*]": "string",
  "data.room": "object",
  "data.room.length": "integer",
  "params.limit": "integer",
  "case.today": "date",
};

const ENUMS: Record<string, Json[]> = {
  "data.kind": ["land", "neighbour"],
  "data.parties[*].consent": ["agree", "refuse"],
  "data.exclusions[*]": ["hired", "gang"],
};

const shape: ScopeShape = {
  typeOf: (path) => own(TYPES, path),
  enumOf: (path) => own(ENUMS, path),
};

function problems(logic: Logic): (string | undefined)[][] {
  return analyseLogic(logic, { ...shape, operators: OPERATORS }).map(({ code, at, path }) =>
    path === undefined ? [code, at] : [code, at, path],
  );
}

describe("analyseLogic", () => {
  it("finds nothing in rules that fit their scope", () => {
    const sound: Logic[] = [
      {
        and: [
          { "<=": [{ var: "data.amount" }, { var: "params.limit" }] },
          { "!": { var: "data.violence" } },
        ],
      },
      { all: [{ var: "data.parties" }, { "==": [{ var: "consent" }, "agree"] }] },
      { none: [{ var: "data.exclusions" }, { in: [{ var: "" }, ["hired", "gang"]] }] },
      { ">=": [{ var: "data.parties.length" }, 2] },
      { ">": [{ var: "data.room.length" }, { var: "data.area" }] },
      { "<": [{ var: "data.signedOn" }, "2026-03-01"] },
      { "<=": [{ var: "data.signedOn" }, { var: "case.today" }] },
      { in: ["hired", { var: "data.exclusions" }] },
      { "!": { missing: ["data.amount", "data.kind"] } },
      {
        some: [
          { filter: [{ var: "data.parties" }, { "<": [{ var: "age" }, 18] }] },
          { "==": [{ var: "consent" }, "agree"] },
        ],
      },
      {
        "<": [
          {
            reduce: [
              { var: "data.parties" },
              { "+": [{ var: "current.age" }, { var: "accumulator" }] },
              0,
            ],
          },
          9,
        ],
      },
      { "<": [{ "toy.double": [{ var: "data.amount" }] }, 10] },
      { "==": [{ if: [{ var: "data.violence" }, 1, 2] }, { var: "data.amount" }] },
      { "<": [{ "-": [{ max: [{ var: "data.amount" }, 0] }, 1] }, { var: "data.area" }] },
    ];
    for (const logic of sound) expect(problems(logic)).toEqual([]);
  });

  it("finds variables that do not exist, once for a list and its items", () => {
    expect(problems({ "!!": { var: "data.amonut" } })).toEqual([
      ["rule/unknown-variable", "/!!/var", "data.amonut"],
    ]);
    expect(problems({ missing: ["data.kind", "data.kid"] })).toEqual([
      ["rule/unknown-variable", "/missing", "data.kid"],
    ]);
    expect(problems({ all: [{ var: "data.partys" }, { var: "consent" }] })).toEqual([
      ["rule/unknown-variable", "/all/0/var", "data.partys"],
    ]);
  });

  it("finds a name inside a list that starts from the root", () => {
    expect(
      problems({
        all: [{ var: "data.parties" }, { "==": [{ var: "data.parties.consent" }, "agree"] }],
      }),
    ).toEqual([
      ["rule/unknown-variable", "/all/1/==/0/var", "data.parties[*].data.parties.consent"],
    ]);
  });

  it("finds order asked of things that have none, and of different things", () => {
    expect(problems({ "<": [{ var: "data.idNumber" }, 60] })).toEqual([
      ["rule/operand-type", "/<", "data.idNumber"],
    ]);
    expect(problems({ "<": [{ var: "data.idNumber" }, "9"] })).toEqual([
      ["rule/operand-type", "/<", "data.idNumber"],
      ["rule/operand-type", "/<"],
    ]);
    expect(problems({ ">": [{ var: "data.parties" }, 2] })).toEqual([
      ["rule/operand-type", "/>", "data.parties"],
    ]);
    expect(problems({ "<": [{ var: "data.signedOn" }, { var: "data.amount" }] })).toEqual([
      ["rule/different-types", "/<"],
    ]);
  });

  it("finds sums over text, where a citizen's number would lose digits", () => {
    expect(problems({ ">": [{ "+": [{ var: "data.idNumber" }, 1] }, 0] })).toEqual([
      ["rule/operand-type", "/>/0/+", "data.idNumber"],
    ]);
  });

  it("finds 'in' over something that is no list, and lists where one thing is needed", () => {
    expect(problems({ in: ["a", { var: "data.idNumber" }] })).toEqual([
      ["rule/operand-type", "/in", "data.idNumber"],
    ]);
    expect(problems({ all: [{ var: "data.kind" }, true] })).toEqual([
      ["rule/operand-type", "/all", "data.kind"],
    ]);
    expect(problems({ "toy.double": [{ var: "data.kind" }] })).toEqual([
      ["rule/operand-type", "/toy.double", "data.kind"],
    ]);
    expect(problems({ "toy.count": ["a", { var: "data.kind" }, 3] })).toEqual([
      ["rule/operand-type", "/toy.count"],
    ]);
  });

  it("finds comparisons that never hold: unlike kinds, nothing, whole lists, choices that do not exist", () => {
    expect(problems({ "==": [{ var: "data.violence" }, "yes"] })).toEqual([
      ["rule/different-types", "/=="],
    ]);
    expect(problems({ "==": [{ var: "data.signedOn" }, "tomorrow"] })).toEqual([
      ["rule/different-types", "/=="],
    ]);
    expect(problems({ in: [{ var: "data.amount" }, ["1", "2"]] })).toEqual([
      ["rule/different-types", "/in"],
    ]);
    expect(problems({ "==": [{ var: "data.kind" }, null] })).toEqual([
      ["rule/compares-null", "/=="],
    ]);
    expect(problems({ "==": [{ missing: ["data.kind"] }, []] })).toEqual([
      ["rule/compares-list", "/=="],
    ]);
    expect(problems({ "!=": ["lnad", { var: "data.kind" }] })).toEqual([
      ["rule/outside-enum", "/!=", "data.kind"],
    ]);
    expect(problems({ in: [{ var: "data.kind" }, ["land", "lnad"]] })).toEqual([
      ["rule/outside-enum", "/in", "data.kind"],
    ]);
    expect(problems({ in: ["hierd", { var: "data.exclusions" }] })).toEqual([
      ["rule/outside-enum", "/in", "data.exclusions[*]"],
    ]);
    expect(
      problems({ all: [{ var: "data.parties" }, { "==": [{ var: "consent" }, "yes"] }] }),
    ).toEqual([["rule/outside-enum", "/all/1/==", "data.parties[*].consent"]]);
  });

  it("gives every message all it needs, in both languages", () => {
    const wrong: Logic[] = [
      { "<": [{ var: "data.idNumber" }, 60] },
      { "==": [{ var: "data.violence" }, "yes"] },
      { "==": [{ var: "data.kind" }, "x"] },
      { "==": [[1], [1]] },
      { "==": [1, null] },
      { var: "" },
    ];
    for (const logic of wrong) {
      const [problem] = analyseLogic(logic, { ...shape, operators: OPERATORS });
      const message = problem && messageOf(ERRORS[problem.code], problem.params);
      expect(message?.zh).toMatch(/^[^{}]+$/);
      expect(message?.en).toMatch(/^[^{}\p{Script=Han}]+$/u);
    }
  });
});
