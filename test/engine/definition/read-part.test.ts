import { describe, expect, test } from "vitest";
import { placeInPart } from "../../../app/engine/definition/place-in-part";
import { MOST_CHARACTERS, readPart } from "../../../app/engine/definition/read-part";

function problemsOf(text: string) {
  const read = readPart(text);
  return read.ok ? [] : read.problems.map(({ code, at, message }) => ({ code, ...at, message }));
}

describe("a part's text that cannot be read", () => {
  test.each<[string, number, number, string]>([
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, "逗号"],
    ['{\n  "a": 1,\n}', 3, 1, "多了逗号"],
    ['{ "a" 1 }', 1, 7, "冒号"],
    ["{ a: 1 }", 1, 3, "双引号的名称"],
    ['{ "a": }', 1, 8, "一个值"],
    ['{ "a": "b }', 1, 8, "没有收尾"],
    ['{ "a": [1, 2', 1, 13, "断了"],
    ['{ "a": 1 } x', 1, 12, "多出内容"],
    ['{ "a"：1 }', 1, 6, "中文标点“：”"],
    ["{ “a”: 1 }", 1, 3, "英文的"],
    ["[01]", 1, 2, "一个值"],
    ["", 1, 1, "断了"],
  ])("%s", (text, line, column, says) => {
    const [found] = problemsOf(text);
    expect(found).toMatchObject({ code: "definition/not-json", line, column });
    expect(found?.message.zh).toContain(says);
  });

  test("what stands twice is said with both lines, and what reaches a prototype by its name", () => {
    const text = '{\n  "a": { "x": 1 },\n  "a": { "__proto__": 1 },\n  "b": { "x": 1, "x": 2 }\n}';
    expect(problemsOf(text).map(({ code, line }) => [code, line])).toEqual([
      ["definition/duplicate-key", 3],
      ["definition/forbidden-key", 3],
      ["definition/duplicate-key", 4],
    ]);
  });

  test("too much and too deep are refused before anything is built of them", () => {
    expect(problemsOf(" ".repeat(MOST_CHARACTERS + 1))[0]?.code).toBe("definition/too-large");
    expect(problemsOf("[".repeat(100_000))[0]?.code).toBe("definition/too-deep");
    expect(problemsOf(`"${"a".repeat(MOST_CHARACTERS - 10)}`)[0]?.code).toBe("definition/not-json");
  });
});

describe("where something lies in a part's text", () => {
  const read = readPart(
    '{\n  "on": {\n    "go": [\n      { "meta": { "key": "first" }, "target": "a" },\n      { "target": "b" }\n    ]\n  }\n}',
  );
  if (!read.ok) throw new Error("not read");
  const lineOf = (pointer: string) => placeInPart(read, "/workflow/x", pointer)?.line;

  test("members, items by index and by key, and the nearest around what is not there", () => {
    expect(lineOf("/workflow/x")).toBe(1);
    expect(lineOf("/workflow/x/on/go")).toBe(3);
    expect(lineOf("/workflow/x/on/go/first/target")).toBe(4);
    expect(lineOf("/workflow/x/on/go/1/target")).toBe(5);
    expect(lineOf("/workflow/x/on/missing")).toBe(2);
  });

  test("nothing outside the part", () => {
    expect(lineOf("/workflow/xy")).toBeUndefined();
    expect(lineOf("/data")).toBeUndefined();
  });
});
