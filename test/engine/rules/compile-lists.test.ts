import { describe, expect, it } from "vitest";
import type { Json } from "../../../app/engine/json";
import type { Logic } from "../../../app/engine/rules/types";
import { evaluate } from "./evaluate";

const agree: Logic = { "==": [{ var: "consent" }, "agree"] };

describe("items of a list", () => {
  it("decide alone, whatever is missing in the others", () => {
    const parties: Json = [{ name: "石大勇" }, { name: "李顺", consent: "refuse" }];
    const over = (op: string): Logic => ({ [op]: [{ var: "data.parties" }, agree] });
    expect(evaluate(over("all"), { data: { parties } })).toMatchObject({
      truth: false,
      missing: [],
      because: {
        op: "all",
        path: "data.parties",
        parts: [
          {
            op: "item",
            item: "李顺",
            path: "data.parties[*].name",
            parts: [{ op: "==", truth: false }],
          },
        ],
      },
    });
    expect(evaluate(over("some"), { data: { parties } })).toMatchObject({
      truth: "unknown",
      missing: ["data.parties[*].consent"],
      because: { parts: [{ item: "石大勇" }] },
    });
    const agreed: Json = [{ name: "石大勇" }, { name: "李顺", consent: "agree" }];
    expect(evaluate(over("some"), { data: { parties: agreed } }).truth).toBe(true);
    expect(evaluate(over("none"), { data: { parties: agreed } }).truth).toBe(false);
  });

  it("are kept three at most, and all that is missing in them is still said", () => {
    const parties = Array.from({ length: 5 }, (_, index) => ({
      label: `第${index}方`,
      ...(index < 4 && { consent: "agree" }),
    }));
    const body: Logic = { and: [agree, { var: "signed" }] };
    const open = evaluate({ all: [{ var: "data.parties" }, body] }, { data: { parties } });
    expect(open.because.parts?.map(({ item }) => item)).toEqual(["第0方", "第1方", "第2方"]);
    expect(open.missing).toEqual(["data.parties[*].signed", "data.parties[*].consent"]);
    const refused = parties.map((party) => ({ ...party, consent: "refuse" }));
    expect(
      evaluate({ all: [{ var: "data.parties" }, agree] }, { data: { parties: refused } }).because
        .parts,
    ).toHaveLength(3);
  });

  it("let 'reduce' become decided again after something unknown", () => {
    const list: Json[] = [{ done: false }, {}, { done: true }];
    const lastDone: Logic = { reduce: [{ var: "data.list" }, { var: "current.done" }, false] };
    expect(evaluate(lastDone, { data: { list } }).value).toBe(true);
    const any: Logic = {
      reduce: [
        { var: "data.list" },
        { or: [{ var: "current.done" }, { var: "accumulator" }] },
        false,
      ],
    };
    expect(evaluate(any, { data: { list } }).truth).toBe(true);
    expect(evaluate(any, { data: { list: list.slice(0, 2) } })).toMatchObject({
      truth: "unknown",
      missing: ["data.list[*].done"],
    });
  });
});
