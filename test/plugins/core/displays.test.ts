import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../../app/engine/plugin/api";
import { instantOf } from "../../../app/engine/time/zone";
import core from "../../../plugins/core/index";
import { displayOf } from "../../support/contribution-of";

const money = displayOf(core, "money");
const moneyUpper = displayOf(core, "moneyUpper");
const mask = displayOf(core, "mask");
const maskId = displayOf(core, "maskId");

describe("money", () => {
  it.each([
    [0, "¥0.00"],
    [5, "¥0.05"],
    [36_000, "¥360.00"],
    [123_450, "¥1,234.50"],
    [100_000_000, "¥1,000,000.00"],
    [-123_450, "-¥1,234.50"],
  ])("writes %i fen as %s", (fen, text) => {
    expect(money(fen)).toBe(text);
    expect(money(fen, "en")).toBe(text);
  });

  it("loses no fen, however large the amount", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (fen) => {
        expect(Number(money(fen).replace(/[^\d-]/g, ""))).toBe(fen);
      }),
    );
  });

  it("shows what is no amount of fen as it is", () => {
    expect(money(12.5)).toBe("12.5");
    expect(money("若干")).toBe("若干");
  });
});

describe("money in capitals", () => {
  it.each([
    [0, "人民币零元整"],
    [5, "人民币伍分"],
    [36_000, "人民币叁佰陆拾元整"],
    [90_000, "人民币玖佰元整"],
    [100_005, "人民币壹仟元零伍分"],
    [340_050, "人民币叁仟肆佰元伍角"],
    [123_456_789, "人民币壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分"],
  ])("writes %i fen as %s", (fen, text) => {
    expect(moneyUpper(fen)).toBe(text);
  });

  it("differs for different amounts", () => {
    const someFen = fc.integer({ min: 0, max: 1_000_000_000 });
    fc.assert(
      fc.property(someFen, someFen, (one, other) => {
        expect(moneyUpper(one) === moneyUpper(other)).toBe(one === other);
      }),
    );
  });
});

describe("dates", () => {
  const date = displayOf(core, "date");
  const dateTime = displayOf(core, "dateTime");

  it("writes a day, and the day of a moment", () => {
    expect(date("2026-11-23")).toBe("2026年11月23日");
    expect(date("2026-11-23", "en")).toBe("23 Nov 2026");
    expect(date("2026-11-23T23:30")).toBe("2026年11月23日");
    expect(date(instantOf("2026-11-24T00:30"))).toBe("2026年11月24日");
  });

  it("writes a moment with its clock", () => {
    expect(dateTime("2026-11-23T09:05")).toBe("2026年11月23日 09:05");
    expect(dateTime(instantOf("2026-11-23T09:05"), "en")).toBe("23 Nov 2026, 09:05");
    expect(dateTime("2026-11-23")).toBe("2026年11月23日");
  });

  it("shows what is no date as it is", () => {
    expect(date("2026-02-30")).toBe("2026-02-30");
    expect(date(9e15)).toBe("9000000000000000");
    expect(dateTime(null)).toBe("null");
  });
});

describe("masking a name", () => {
  it.each([
    ["李秀顺", "李＊顺"],
    ["李顺", "李＊"],
    ["欧阳秀顺", "欧阳＊顺"],
    ["李", "＊"],
    ["", ""],
    ["𠮷田明", "𠮷＊明"],
  ])("writes %j as %j", (name, masked) => {
    expect(mask(name)).toBe(masked);
  });

  it("covers exactly one character of every name", () => {
    const someName = fc.array(fc.constantFrom("杨", "秀", "兰", "𠮷", "·"), { minLength: 1 });
    fc.assert(
      fc.property(someName, (characters) => {
        const masked = Array.from(mask(characters.join("")));
        expect(masked).toHaveLength(characters.length);
        expect(masked.filter((character, index) => character !== characters[index])).toEqual([
          "＊",
        ]);
      }),
    );
  });
});

describe("masking a number", () => {
  it.each([
    ["13800138000", "138****8000"],
    ["11010519491231002X", "110***********002X"],
    ["E12345678", "*******78"],
    ["12", "*2"],
    ["1", "*"],
  ])("writes %j as %j", (number, masked) => {
    expect(maskId(number)).toBe(masked);
  });

  it("never shows more than seven characters", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,30}$/), (number) => {
        expect(maskId(number).replace(/\*/g, "").length).toBeLessThanOrEqual(
          Math.min(7, number.length - 1),
        );
      }),
    );
  });
});

describe("counts and answers", () => {
  it("writes the length of a list", () => {
    expect(displayOf(core, "count")(["a", "b"])).toBe("2");
    expect(displayOf(core, "count")([])).toBe("0");
  });

  it("writes yes and no in the reader's language", () => {
    expect(displayOf(core, "yesNo")(true)).toBe("是");
    expect(displayOf(core, "yesNo")(false)).toBe("否");
    expect(displayOf(core, "yesNo")(false, "en")).toBe("No");
  });
});

describe("every display of core", () => {
  it("writes any value without failing", () => {
    for (const { name } of core.displays ?? []) {
      const show = displayOf(core, name);
      fc.assert(
        fc.property(fc.jsonValue(), fc.constantFrom("zh", "en"), (value, language) => {
          expect(typeof show(value as Json, language)).toBe("string");
        }),
      );
    }
  });
});
