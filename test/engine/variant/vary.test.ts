import { describe, expect, test } from "vitest";
import { checkVary, VARY, wordsFor } from "../../../app/engine/variant/vary";

describe("vary", () => {
  test("opens an area, or one entry of it, with several words", () => {
    const vary = { rules: "add", "rules.bothAgree": "change", forms: "fields, add" };
    expect([...wordsFor(vary, "rules")]).toEqual(["add"]);
    expect([...wordsFor(vary, "rules", "bothAgree")]).toEqual(["add", "change"]);
    expect([...wordsFor(vary, "forms", "intake")]).toEqual(["fields", "add"]);
    expect([...wordsFor(vary, "papers", "x")]).toEqual([]);
  });

  test("knows every area and word it lists", () => {
    for (const [area, words] of Object.entries(VARY)) {
      expect(checkVary({ [area]: words.join(", ") })).toEqual([]);
    }
  });

  test.each([
    ["rule", "add"],
    ["rules", "stricter"],
    ["rules.bothAgree", "fields"],
    ["transitions.consent", "add"],
    ["mustPass", "change"],
    ["rules", "add,, change"],
    ["toString", "add"],
  ])("%s: %s is reported", (key, value) => {
    expect(checkVary({ [key]: value })).toMatchObject([
      { code: "variant/unknown-vary", pointer: `/workflow/vary/${key}` },
    ]);
  });
});
