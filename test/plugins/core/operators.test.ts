import { describe, expect, it } from "vitest";
import core from "../../../plugins/core/index";
import { operatorOf } from "../../support/contribution-of";

const count = operatorOf(core, "count");
const distinct = operatorOf(core, "distinct");

describe("count", () => {
  it("gives the length of a list", () => {
    expect(count([1, null, "a"])).toBe(3);
    expect(count([])).toBe(0);
  });

  it("cannot tell for anything else", () => {
    expect(count("abc")).toBeUndefined();
    expect(count({ length: 3 })).toBeUndefined();
  });
});

describe("distinct", () => {
  it("leaves repeats out, in the order of first appearance", () => {
    expect(distinct(["b", "a", "b"])).toEqual(["b", "a"]);
  });

  it("tells values of different types apart and objects by what they hold", () => {
    expect(distinct([1, "1", true, "true"])).toEqual([1, "1", true, "true"]);
    expect(distinct([{ a: 1, b: [2] }, { b: [2], a: 1 }, { a: 1 }])).toEqual([
      { a: 1, b: [2] },
      { a: 1 },
    ]);
  });

  it("cannot tell for anything but a list", () => {
    expect(distinct("aa")).toBeUndefined();
  });
});
