import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readText, showValue } from "../../../app/engine/form/field-text";

describe("what is typed into a field", () => {
  test.each([
    ["360", 36_000],
    ["360.5", 36_050],
    ["0.01", 1],
    ["¥1,200.00", 120_000],
    ["￥１２００元", 120_000],
    ["12.", 1_200],
    ["12.345", "12.345"],
    ["-5", "-5"],
    ["三百", "三百"],
  ])("as an amount, %j is %j", (typed, value) => {
    expect(readText("money", typed)).toBe(value);
  });

  test.each([
    ["１２", 12],
    ["+7", 7],
    ["1,000", 1_000],
    ["1.5", "1.5"],
    ["9999999999999999", "9999999999999999"],
  ])("as a whole number, %j is %j", (typed, value) => {
    expect(readText("integer", typed)).toBe(value);
  });

  test("as text, loses the space around it and the line breaks of other systems", () => {
    expect(readText("text", "  甲\r\n乙 \r")).toBe("甲\n乙");
    expect(readText("text", "   ")).toBeUndefined();
  });

  test("never becomes a number by accident", () => {
    expect(readText("text", "0012")).toBe("0012");
    expect(readText("boolean", "yes")).toBe("yes");
  });

  test("an amount is shown in yuan and read back to the fen", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (fen) => {
        expect(readText("money", showValue("money", fen))).toBe(fen);
      }),
    );
  });
});
