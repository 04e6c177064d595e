import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { own, type Json, type JsonObject } from "../../../app/engine/json";
import { compileLogic } from "../../../app/engine/rules/compile-logic";
import type { PathType } from "../../../app/engine/rules/static-kind";
import type { Absent, Logic } from "../../../app/engine/rules/types";
import { findWitness, type WitnessResult } from "../../../app/engine/rules/witness";
import { OPERATORS } from "./evaluate";

const DOMAINS: Record<string, Json[]> = {
  "data.kind": ["land", "neighbour", "money"],
  "data.violence": [true, false],
  "data.urgent": [true, false],
  "params.limit": [5000],
  "data.parties[*].consent": ["agree", "refuse"],
};

const TYPES: Record<string, PathType> = {
  "data.amount": "integer",
  "data.area": "number",
  "data.signedOn": "date",
  "data.note": "string",
  "data.exclusions": "array",
};

function search(conjuncts: [Logic, boolean][], absent?: Absent): WitnessResult {
  return findWitness({
    conjuncts: conjuncts.map(([logic, expect]) => ({ logic, expect, absent })),
    operators: OPERATORS,
    domains: (path) => own(DOMAINS, path),
    typeOf: (path) => own(TYPES, path),
  });
}

const none = { found: false, exhaustive: true };
const notAnalysed = { found: false, exhaustive: false };

describe("findWitness", () => {
  it("finds a case in which one rule holds and another does not, and names what matters for it", () => {
    expect(
      search([
        [{ "==": [{ var: "data.kind" }, "land"] }, true],
        [{ var: "data.violence" }, false],
      ]),
    ).toEqual({
      found: true,
      witness: { "data.kind": "land", "data.violence": false },
    });
    expect(
      search([
        [{ or: [{ "==": [{ var: "data.kind" }, "money"] }, { var: "data.violence" }] }, true],
      ]),
    ).toEqual({
      found: true,
      witness: { "data.violence": true },
    });
  });

  it("is sure that there is none among enums and booleans", () => {
    expect(
      search([[{ and: [{ var: "data.violence" }, { "!": { var: "data.violence" } }] }, true]]),
    ).toEqual(none);
    const kinds: Logic = { in: [{ var: "data.kind" }, ["land", "neighbour", "money"]] };
    expect(search([[kinds, false]])).toEqual(none);
  });

  it("tells amounts apart at the constants of the rules and at parameters", () => {
    const over: Logic = { ">": [{ var: "data.amount" }, { var: "params.limit" }] };
    expect(
      search([
        [over, true],
        [{ "<=": [{ var: "data.amount" }, 5000] }, true],
      ]),
    ).toEqual(none);
    expect(
      search([
        [over, true],
        [{ "<": [{ var: "data.amount" }, 5002] }, true],
      ]),
    ).toMatchObject({
      found: true,
      witness: { "data.amount": 5001 },
    });
    const between: [Logic, boolean][] = [[{ "<": [5, { var: "data.amount" }, 6] }, true]];
    expect(search(between)).toEqual(none);
    expect(search([[{ "<": [5, { var: "data.area" }, 6] }, true]])).toMatchObject({ found: true });
  });

  it("tells days apart at the constants of the rules", () => {
    const before: Logic = { "<": [{ var: "data.signedOn" }, "2026-03-01"] };
    const after: Logic = { ">": [{ var: "data.signedOn" }, "2026-02-28"] };
    expect(
      search([
        [before, true],
        [after, true],
      ]),
    ).toEqual(none);
    expect(
      search([
        [before, true],
        [after, false],
      ]),
    ).toMatchObject({ found: true });
  });

  it("knows that an empty text counts as no", () => {
    expect(search([[{ "!": { var: "data.note" } }, true]])).toEqual({
      found: true,
      witness: { "data.note": "" },
    });
    expect(search([[{ var: "data.note" }, true]])).toMatchObject({ found: true });
  });

  it("knows that a text may be something the rules do not name", () => {
    expect(search([[{ in: [{ var: "data.note" }, ["a", "b"]] }, false]])).toMatchObject({
      found: true,
    });
  });

  it("makes up lists of up to two items", () => {
    const all: Logic = { all: [{ var: "data.parties" }, { "==": [{ var: "consent" }, "agree"] }] };
    const some: Logic = {
      some: [{ var: "data.parties" }, { "==": [{ var: "consent" }, "refuse"] }],
    };
    expect(
      search([
        [all, true],
        [some, true],
      ]),
    ).toEqual(none);
    expect(
      search([
        [all, false],
        [some, false],
      ]),
    ).toEqual({ found: true, witness: { "data.parties": [] } });
    expect(
      search([
        [some, true],
        [{ some: [{ var: "data.parties" }, { "==": [{ var: "consent" }, "agree"] }] }, true],
      ]),
    ).toEqual({
      found: true,
      witness: { "data.parties": [{ consent: "agree" }, { consent: "refuse" }] },
    });
    expect(
      search([
        [{ in: ["hired", { var: "data.exclusions" }] }, true],
        [{ var: "data.exclusions" }, true],
      ]),
    ).toEqual({
      found: true,
      witness: { "data.exclusions": ["hired"] },
    });
  });

  it("does not claim to know where lengths, sums or plugins come in", () => {
    expect(search([[{ ">": [{ var: "data.parties.length" }, 2] }, true]])).toEqual(notAnalysed);
    expect(search([[{ "==": [{ "+": [{ var: "data.amount" }, 7] }, 77] }, true]])).toEqual(
      notAnalysed,
    );
    expect(search([[{ "==": [{ "toy.double": [{ var: "data.amount" }] }, 90] }, true]])).toEqual(
      notAnalysed,
    );
    expect(search([[{ "==": [{ var: "data.unheardOf" }, { var: "data.other" }] }, true]])).toEqual(
      notAnalysed,
    );
  });

  it("tries leaving away what a rule asks the presence of", () => {
    expect(
      search([
        [{ missing: ["data.note"] }, true],
        [{ "==": [{ var: "data.kind" }, "land"] }, true],
      ]),
    ).toEqual({
      found: true,
      witness: { "data.kind": "land" },
    });
    expect(search([[{ missing: ["data.note"] }, false]])).toMatchObject({
      found: true,
      witness: { "data.note": expect.any(String) as string },
    });
    expect(search([[{ "==": [{ var: ["data.kind", "none"] }, "none"] }, true]])).toEqual({
      found: true,
      witness: {},
    });
    expect(
      search([[{ var: "data.violence" }, true]], { "data.violence": { as: true } }),
    ).toMatchObject({ found: true });
  });

  it("gives up after so many tries, and says so", () => {
    const conjuncts = [{ logic: { "==": [{ var: "data.kind" }, "money"] } as Logic, expect: true }];
    const domains = (path: string): Json[] | undefined => own(DOMAINS, path);
    expect(findWitness({ conjuncts, operators: OPERATORS, domains, limit: 2 })).toEqual(
      notAnalysed,
    );
  });

  it("agrees with trying everything, on rules over enums and booleans", { timeout: 60_000 }, () => {
    const names = ["data.kind", "data.violence", "data.urgent"];
    const atom = fc.oneof<fc.Arbitrary<Logic>[]>(
      fc
        .constantFrom("land", "neighbour", "money", "none")
        .map((kind) => ({ "==": [{ var: "data.kind" }, kind] })),
      fc.constantFrom({ var: "data.violence" }, { var: "data.urgent" }),
      fc.constant({ missing: ["data.urgent"] }),
      fc.constant({ "==": [{ var: ["data.kind", "none"] }, "none"] }),
    );
    const { logic } = fc.letrec<{ logic: Logic }>((tie) => ({
      logic: fc.oneof(
        { depthSize: "small" },
        atom,
        ...["and", "or", "if"].map((op) =>
          fc
            .array(tie("logic"), { minLength: 2, maxLength: 3 })
            .map((args) => ({ [op]: args }) as Logic),
        ),
        tie("logic").map((arg) => ({ "!": [arg] }) as Logic),
      ),
    }));
    const scopes = names.reduce<JsonObject[]>(
      (all, name) =>
        all.flatMap((data) => [
          data,
          ...(DOMAINS[name] ?? []).map((value) => ({ ...data, [name.slice(5)]: value })),
        ]),
      [{}],
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(logic, fc.boolean()), { minLength: 1, maxLength: 2 }),
        (conjuncts) => {
          const compiled = conjuncts.map(([each, expected]) => ({
            rule: compileLogic(each, OPERATORS),
            expected,
          }));
          const there = scopes.some((data) =>
            compiled.every(({ rule, expected }) => rule.evaluate({ data }).truth === expected),
          );
          const result = search(conjuncts);
          if (!result.found) {
            expect({ ...result, there }).toEqual({ ...none, there: false });
            return;
          }
          const data = Object.fromEntries(
            Object.entries(result.witness).map(([path, value]) => [path.slice(5), value]),
          );
          for (const { rule, expected } of compiled)
            expect(rule.evaluate({ data }).truth).toBe(expected);
        },
      ),
      { numRuns: 500 },
    );
  });
});
