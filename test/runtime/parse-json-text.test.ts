import { expect, test } from "vitest";
import { MAX_DEPTH, MAX_FILE_BYTES, parseJsonText } from "../../app/runtime/parse-json-text";

function codesOf(text: string): string[] {
  const parsed = parseJsonText(text);
  return parsed.ok ? [] : parsed.problems.map((found) => `${found.code} ${found.pointer}`);
}

test("gives the value of a sound file, a byte-order mark or not", () => {
  expect(parseJsonText('\uFEFF{"a":[1,null]}')).toEqual({ ok: true, value: { a: [1, null] } });
});

test("says that broken text is not JSON", () => {
  expect(codesOf('{"a":1,}')).toEqual(["check/not-json "]);
  expect(codesOf("")).toEqual(["check/not-json "]);
});

test("refuses keys that reach a prototype, wherever they stand", () => {
  expect(codesOf('{"a":[{"__proto__":{"x":1}}],"constructor":1}').sort()).toEqual([
    "check/forbidden-key /a/0/__proto__",
    "check/forbidden-key /constructor",
  ]);
});

test("refuses nesting that later steps could not walk", () => {
  expect(codesOf("[".repeat(MAX_DEPTH) + "]".repeat(MAX_DEPTH))).toEqual([]);
  const [found] = codesOf("[".repeat(100_000) + "]".repeat(100_000));
  expect(found).toMatch(/^check\/too-deep /);
});

test("refuses a file that is too large before reading it as JSON", () => {
  expect(codesOf(" ".repeat(MAX_FILE_BYTES + 1))).toEqual(["check/file-too-large "]);
});

test("reports every doubled and every forbidden key at once", () => {
  expect(codesOf('{"a":1,"a":2,"prototype":1}').sort()).toEqual([
    "check/duplicate-key /a",
    "check/forbidden-key /prototype",
  ]);
});
