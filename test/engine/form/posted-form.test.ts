import { describe, expect, test } from "vitest";
import { readPostedForm } from "../../../app/engine/form/posted-form";

function read(...entries: [string, string][]) {
  const answer = readPostedForm(entries);
  return answer.ok ? answer.form : answer.refusal.code;
}

describe("a posted form", () => {
  test("gives texts, numbers, amounts and yes or no as what they are", () => {
    expect(
      read(
        ["form/reporter", "杨德厚"],
        ["form/count:integer", "3"],
        ["form/share:number", "0.25"],
        ["form/amount:money", "360"],
        ["form/agreed:boolean", "true"],
      ),
    ).toEqual({ reporter: "杨德厚", count: 3, share: 0.25, amount: 36000, agreed: true });
  });

  test("leaves out what was not filled in, and groups in which nothing was", () => {
    expect(read(["form/reporter", " \r\n "], ["form/agent/name", ""])).toEqual({});
  });

  test("puts lists together in the order of their positions and closes gaps", () => {
    expect(read(["form/parties/7/name", "石大勇"], ["form/parties/2/name", "杨德厚"])).toEqual({
      parties: [{ name: "杨德厚" }, { name: "石大勇" }],
    });
  });

  test("keeps an empty item, list or group that is marked as being there", () => {
    expect(read(["form/parties:list", ""], ["form/agreement:group", ""])).toEqual({
      parties: [],
      agreement: {},
    });
    expect(read(["form/parties/0:group", ""])).toEqual({ parties: [{}] });
  });

  test("takes a box that was shown and left empty for no, but makes no group of it alone", () => {
    expect(read(["form/told:unticked", ""])).toEqual({ told: false });
    expect(read(["form/told:unticked", ""], ["form/told:boolean", "true"])).toEqual({ told: true });
    expect(read(["form/agent/written:unticked", ""])).toEqual({});
    expect(read(["form/agent/written:unticked", ""], ["form/agent/name", "李"])).toEqual({
      agent: { written: false, name: "李" },
    });
  });

  test("collects ticked answers into a list", () => {
    expect(read(["form/materials:each", "minutes"], ["form/materials:each", "receipt"])).toEqual({
      materials: ["minutes", "receipt"],
    });
  });

  test("does not mind other fields of the page", () => {
    expect(read(["csrf", "x"], ["formation", "y"], ["form/a", "b"])).toEqual({ a: "b" });
  });

  test.each([
    "form/__proto__/polluted",
    "form/constructor",
    "form/a/prototype/b",
    "form/a:object",
    "form/a:integer:list",
    "form//a",
    "form/",
    "form",
    `form/${"a/".repeat(16)}b`,
    "form/a b",
  ])("refuses the name %j, which no page of ours writes", (name) => {
    expect(read([name, "1"])).toBe("http/unreadable-field");
    expect(Object.prototype).not.toHaveProperty("polluted");
  });

  test("refuses more fields than any form has", () => {
    const many = Array.from({ length: 4_001 }, (_, i): [string, string] => [`form/a${i}`, "x"]);
    expect(read(...many)).toBe("http/too-many-fields");
  });
});
