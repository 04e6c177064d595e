import fc from "fast-check";
import { expect, test } from "vitest";
import { findDuplicateKeys } from "../../app/runtime/find-duplicate-keys";

const pointers = (text: string): string[] => findDuplicateKeys(text).map((found) => found.pointer);

test("names the key that stands twice, at any depth and in lists", () => {
  expect(pointers('{"on":{"ask":1,"sign":2,"ask":3}}')).toEqual(["/on/ask"]);
  expect(pointers('[{"a":1},{"a":1,"b":[{"c":{},"c":[]}]}]')).toEqual(["/1/b/0/c"]);
});

test("takes an escaped key for the same key", () => {
  expect(pointers('{"a/b":1,"a\\u002fb":2}')).toEqual(["/a~1b"]);
});

test("finds nothing where only values repeat, or braces stand in strings", () => {
  expect(pointers('{"a":"a","b":"{\\"a\\":1}","c":["a","a"],"d":{"a":1}}')).toEqual([]);
});

test("finds nothing in any document that was written out by JSON.stringify", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(pointers(JSON.stringify(value))).toEqual([]);
      expect(pointers(JSON.stringify(value, null, 2))).toEqual([]);
    }),
  );
});
