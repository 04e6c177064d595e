import { describe, expect, it } from "vitest";
import plugin from "../../../plugins/resident-id/index";
import { displayOf, formatOf, operatorOf } from "../../support/contribution-of";

const id = "11010519491231002X";

describe("resident-id", () => {
  it("accepts a number as typed and stores it tidily", () => {
    const number = formatOf(plugin, "number");
    expect(number.test("11010519491231002x")).toBe(true);
    expect(number.normalize?.(" 11010519491231002ｘ")).toBe(id);
    expect(number.test("110105194912310021")).toBe(false);
  });

  it("tells rules the birth date, the sex and the age", () => {
    expect(operatorOf(plugin, "birthDate")(id)).toBe("1949-12-31");
    expect(operatorOf(plugin, "sex")(id)).toBe("female");
    expect(operatorOf(plugin, "age")(id, "2026-11-23")).toBe(76);
  });

  it("cannot tell where the number is wrong or no text", () => {
    for (const wrong of ["110105194912310021", "", 1, null, [id]]) {
      expect(operatorOf(plugin, "birthDate")(wrong)).toBeUndefined();
      expect(operatorOf(plugin, "sex")(wrong)).toBeUndefined();
      expect(operatorOf(plugin, "age")(wrong, "2026-11-23")).toBeUndefined();
    }
    expect(operatorOf(plugin, "age")(id, 20261123)).toBeUndefined();
  });

  it("masks the middle, the date of birth included", () => {
    const mask = displayOf(plugin, "mask");
    expect(mask(id)).toBe("110***********002X");
    expect(mask("1234")).toBe("******************");
    expect(mask(null)).toBe("******************");
  });
});
