import fc from "fast-check";
import { expect, test } from "vitest";
import { keysOf, pointerTo, valueAt } from "../../app/engine/json-pointer";

test("escapes and gives back any keys", () => {
  expect(pointerTo("/forms", "a/b", "~c", 0)).toBe("/forms/a~1b/~0c/0");
  fc.assert(
    fc.property(fc.array(fc.string()), (keys) => {
      expect(keysOf(pointerTo("", ...keys))).toEqual(keys);
    }),
  );
});

test("takes nothing else for a pointer", () => {
  expect(keysOf("a/b")).toBeUndefined();
  expect(keysOf("/a~2")).toBeUndefined();
});

test("reads objects and lists, by own properties only", () => {
  const root = { a: [{ b: null }], "": 1 };
  expect(valueAt(root, "/a/0")).toEqual({ b: null });
  expect(valueAt(root, "")).toBe(root);
  expect(valueAt(root, "/")).toBe(1);
  for (const pointer of ["/a/00", "/a/1", "/a/-", "/a/length", "/toString", "/__proto__", "a"]) {
    expect(valueAt(root, pointer)).toBeUndefined();
  }
});
