import { expect, test } from "vitest";
import type { Json } from "../../../app/engine/json";
import { isBoundedForm } from "../../../app/engine/form/bounded-form";

const nested = (levels: number): Json => {
  let form: Json = 1;
  for (let i = 0; i < levels; i += 1) form = { a: form };
  return form;
};

test.each<[string, Json, boolean]>([
  ["an ordinary form", { parties: [{ name: "李二", hobbies: ["a", "b"] }] }, true],
  ["as deep as a form may be", nested(12), true],
  ["a level deeper", nested(13), false],
  ["a hundred thousand levels", nested(100_000), false],
  ["five hundred items", { list: Array(500).fill(1) }, true],
  ["one more", { list: Array(501).fill(1) }, false],
  ["many lists", { lists: Array(20).fill(Array(300).fill(1)) }, false],
])("%s", (_what, form, isBounded) => {
  expect(isBoundedForm(form)).toBe(isBounded);
});
