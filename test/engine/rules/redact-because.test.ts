import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isObject, type Json } from "../../../app/engine/json";
import { redactBecause } from "../../../app/engine/rules/redact-because";
import type { Because, Logic } from "../../../app/engine/rules/types";
import { evaluate } from "./evaluate";
import { rule } from "./generated-rules";

const parties = [
  { name: "石大勇", consent: "refuse", phone: "620 0110" },
  { name: "李顺", consent: "agree", phone: "620 0111" },
];
const data = { parties, violence: true, amount: 600_000, note: "邻居打人" };
const hides =
  (...paths: string[]) =>
  (path: string): boolean =>
    !paths.includes(path);

describe("redactBecause", () => {
  const all = evaluate(
    { all: [{ var: "data.parties" }, { "==": [{ var: "consent" }, "agree"] }] },
    { data },
  ).because;

  it("leaves the tree as it is for a reader who may see everything", () => {
    expect(redactBecause(all, () => true)).toEqual(all);
  });

  it("drops a hidden value with what it was compared to and whose it was, and keeps how it came out", () => {
    expect(redactBecause(all, hides("data.parties[*].consent"))).toEqual({
      truth: false,
      op: "all",
      value: false,
      path: "data.parties",
      parts: [
        {
          truth: false,
          op: "item",
          value: false,
          parts: [
            {
              truth: false,
              op: "==",
              hidden: true,
              parts: [
                { truth: true, op: "var", hidden: true },
                { truth: true, op: "value" },
              ],
            },
          ],
        },
      ],
    });
  });

  it("drops only the label where the name is hidden", () => {
    const [item] = redactBecause(all, hides("data.parties[*].name")).parts ?? [];
    expect(item).toMatchObject({
      op: "item",
      parts: [{ parts: [{ value: "refuse" }, { value: "agree" }] }],
    });
    expect(item).not.toHaveProperty("item");
    expect(item).not.toHaveProperty("path");
  });

  it("hides one clause without the others", () => {
    const logic: Logic = {
      and: [{ "!!": { var: "data.violence" } }, { ">": [{ var: "data.amount" }, 5] }],
    };
    const [first, second] =
      redactBecause(evaluate(logic, { data }).because, hides("data.violence")).parts ?? [];
    expect(first?.parts).toEqual([{ truth: true, op: "var", hidden: true }]);
    expect(second).toMatchObject({ op: ">", parts: [{ value: 600_000 }, { value: 5 }] });
  });

  it("drops a value that was worked out from a hidden one", () => {
    const logic: Logic = { if: [true, { cat: ["经过：", { var: "data.note" }] }, ""] };
    const redacted = redactBecause(evaluate(logic, { data }).because, hides("data.note"));
    expect(JSON.stringify(redacted)).not.toContain("邻居");
    expect(redacted.truth).toBe(true);
  });

  it("drops a list made of hidden fields, and what was made of that", () => {
    const numbers: Logic = { map: [{ var: "data.parties" }, { var: "phone" }] };
    const first: Logic = {
      reduce: [{ var: "data.parties" }, { var: "current.phone" }, { var: "data.note" }],
    };
    for (const logic of [numbers, { cat: [numbers] }, first, { if: [true, first] }]) {
      const { because } = evaluate(logic, { data });
      expect(JSON.stringify(because)).toContain("620 011");
      expect(JSON.stringify(redactBecause(because, hides("data.parties[*].phone")))).not.toContain(
        "620 011",
      );
    }
  });

  it("says nothing of a hidden list or of the names that 'missing' found", () => {
    const some = evaluate(
      { some: [{ var: "data.parties" }, { missing: ["idNumber"] }] },
      { data },
    ).because;
    expect(JSON.stringify(redactBecause(some, hides("data.parties")))).not.toMatch(
      /石|parties|idNumber/,
    );
    expect(JSON.stringify(redactBecause(some, hides("data.parties[*].idNumber")))).not.toMatch(
      /石|idNumber/,
    );
  });

  it(
    "never lets a hidden value through, whatever the rule, and changes no outcome",
    { timeout: 60_000 },
    () => {
      const secrets = {
        note: "secret-1",
        kind: "secret-2",
        words: ["secret-3"],
        people: [{ name: "secret-4", tags: ["secret-5"] }],
      };
      const open = { count: 3, limit: 4, flag: true, numbers: [1], place: { village: "secret-6" } };
      fc.assert(
        fc.property(rule(), (logic) => {
          const { because } = evaluate(logic, {
            data: { ...secrets, ...open },
            facts: { held: 1 },
            params: { most: 2 },
          });
          const redacted = redactBecause(because, () => false);
          expect(JSON.stringify(redacted)).not.toMatch(/secret|data\./);
          expect(outcomes(redacted)).toEqual(outcomes(because));
        }),
        { numRuns: 500 },
      );
    },
  );
});

function outcomes({ truth, op, parts = [] }: Because): Json {
  const inner = parts.map(outcomes).filter((part) => isObject(part));
  return { truth, op, inner };
}
