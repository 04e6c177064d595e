import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWithin, levelOf } from "../../../plugins/division-code/code";
import plugin from "../../../plugins/division-code/index";
import { formatOf, operatorOf } from "../../support/contribution-of";

const someNumber = fc.integer({ min: 1, max: 599 }).map((each) => String(each).padStart(3, "0"));
const someVillage = fc
  .tuple(
    fc.integer({ min: 11, max: 99 }),
    fc.integer({ min: 101, max: 9999 }),
    someNumber,
    someNumber,
  )
  .map(
    ([province, county, town, village]) =>
      `${province}${String(county).padStart(4, "0")}${town}${village}`,
  );

describe("a division code", () => {
  it.each([
    ["990000000000", "province"],
    ["991000000000", "city"],
    ["991021000000", "county"],
    ["991021200000", "town"],
    ["991021200201", "village"],
    ["991021001005", "village"],
  ])("%s names a %s", (code, level) => {
    expect(levelOf(code)).toBe(level);
  });

  it("may belong to a city without counties", () => {
    expect(levelOf("441900003000")).toBe("town");
    expect(levelOf("441900003001")).toBe("village");
  });

  it.each([
    ["eleven digits", "99102120020"],
    ["letters", "99102120020x"],
    ["a village without a town", "991021000201"],
    ["a town without a city", "990000200000"],
    ["a county without a city", "990021000000"],
    ["a town number above 599", "991021600201"],
    ["a village number above 599", "991021200600"],
    ["no province", "000000000000"],
  ])("is not one with %s", (_what, code) => {
    expect(levelOf(code)).toBeUndefined();
  });
});

describe("lying within", () => {
  it("goes by the digits that count", () => {
    expect(isWithin("991021200201", "991021")).toBe(true);
    expect(isWithin("991021200201", "991021200")).toBe(true);
    expect(isWithin("991021200201", "991022")).toBe(false);
  });

  it("takes a division's whole code as well as a prefix", () => {
    expect(isWithin("991021200201", "991021000000")).toBe(true);
    expect(isWithin("991021200201", "991021200000")).toBe(true);
    expect(isWithin("991021200201", "991021200202")).toBe(false);
  });

  it("cannot be told of what is no code or no prefix", () => {
    expect(isWithin("石桥村", "991021")).toBeUndefined();
    expect(isWithin("991021200201", "9")).toBeUndefined();
    expect(isWithin("991021200201", "")).toBeUndefined();
  });

  it("holds for every division above a village, and for the village itself", () => {
    fc.assert(
      fc.property(someVillage, fc.constantFrom(2, 4, 6, 9, 12), (code, digits) => {
        expect(isWithin(code, code.slice(0, digits))).toBe(true);
        expect(isWithin(code, code.slice(0, digits).padEnd(12, "0"))).toBe(true);
      }),
    );
  });
});

describe("the plugin", () => {
  it("has a format for any division and one for villages", () => {
    const code = formatOf(plugin, "code");
    const village = formatOf(plugin, "village");
    expect(code.test("991021200000")).toBe(true);
    expect(village.test("991021200000")).toBe(false);
    expect(village.test("991021200201")).toBe(true);
    expect(village.test("９９１０２１ ２００ ２０１")).toBe(true);
    expect(village.normalize?.("９９１０２１ ２００ ２０１")).toBe("991021200201");
  });

  it("tells rules where a place lies", () => {
    const within = operatorOf(plugin, "isWithin");
    expect(within("991021200201", "991021")).toBe(true);
    expect(within(991021200201, "991021")).toBeUndefined();
  });
});
