import fc from "fast-check";
import { describe, expect, it } from "vitest";
import core from "../../../plugins/core/index";
import { formatOf } from "../../support/contribution-of";

const phone = formatOf(core, "phone");
const stored = (value: string) => phone.normalize?.(value);

describe("a telephone number", () => {
  it.each([
    ["13800138000", "13800138000"],
    ["138 0013 8000", "13800138000"],
    ["138-0013-8000", "13800138000"],
    ["１３８００１３８０００", "13800138000"],
    ["+86 138 0013 8000", "13800138000"],
    ["010-12345678", "01012345678"],
    ["0851-1234567", "08511234567"],
    ["(0851) 1234-5678", "085112345678"],
    ["（0851）12345678", "085112345678"],
    ["0851-12345678-12", "085112345678-12"],
    ["0851—12345678", "085112345678"],
  ])("%j is stored as %j", (value, digits) => {
    expect(phone.test(value)).toBe(true);
    expect(stored(value)).toBe(digits);
  });

  it.each([
    "12800138000",
    "1380013800",
    "138001380000",
    "12345678",
    "0851",
    "没有",
    "",
    "138x0138000",
  ])("is not %j", (value) => {
    expect(phone.test(value)).toBe(false);
  });

  it("stays valid and unchanged once stored", () => {
    const someNumber = fc.stringMatching(/^(1[3-9]\d{9}|0\d{2,3}-\d{7,8}(-\d{1,6})?)$/);
    fc.assert(
      fc.property(someNumber, (value) => {
        const once = stored(value) ?? "";
        expect(phone.test(value)).toBe(true);
        expect(phone.test(once)).toBe(true);
        expect(stored(once)).toBe(once);
      }),
    );
  });
});
