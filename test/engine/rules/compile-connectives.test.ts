import { describe, expect, it } from "vitest";
import type { Logic } from "../../../app/engine/rules/types";
import { evaluate } from "./evaluate";

describe("a clause that decides, whatever is missing elsewhere", () => {
  const open: Logic = { var: "data.open" };

  it("is a false one in 'and' and a true one in 'or'; only that one is kept", () => {
    expect(evaluate({ and: [open, { "==": [1, 2] }] })).toMatchObject({
      truth: false,
      missing: [],
      because: { op: "and", parts: [{ op: "==", truth: false }] },
    });
    expect(evaluate({ or: [open, true] })).toMatchObject({ truth: true, missing: [] });
    expect(evaluate({ and: [open, true] })).toMatchObject({
      truth: "unknown",
      missing: ["data.open"],
    });
    expect(evaluate({ or: [open, false] })).toMatchObject({
      truth: "unknown",
      missing: ["data.open"],
    });
  });

  it("decides the truth of 'or' and not its value", () => {
    const either: Logic = { or: [open, 1] };
    expect(evaluate(either)).toMatchObject({ truth: true, value: undefined });
    expect(evaluate({ "==": [true, either] }).truth).toBe("unknown");
    expect(evaluate({ "!": either }).value).toBe(false);
  });

  it("gives the value too where every clause can only be true or false", () => {
    expect(evaluate({ and: [{ "==": [open, 1] }, { "==": [1, 2] }] }).value).toBe(false);
  });

  it("is what both ways of an 'if' agree on", () => {
    expect(evaluate({ if: [open, 5, 5] }).value).toBe(5);
    expect(evaluate({ if: [open, 5, 6] })).toMatchObject({ truth: true, value: undefined });
    expect(evaluate({ if: [open, 5] })).toMatchObject({ truth: "unknown", missing: ["data.open"] });
    expect(evaluate({ if: [false, 1, open, 2, true, null, 3] }).value).toBeUndefined();
    expect(evaluate({ "?:": [true, null, open] }).value).toBeNull();
  });
});
