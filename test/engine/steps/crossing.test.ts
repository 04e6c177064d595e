import { expect, test } from "vitest";
import type { JsonObject } from "../../../app/engine/json";
import { pick } from "../../../app/engine/steps/crossing";

const DATA: JsonObject = {
  number: "东关调协〔2026〕1号",
  agreement: { facts: "押金", by: "石大勇" },
  items: [
    { obligor: "孙桂香", fen: 90000, done: "yes" },
    { obligor: "陈志远", done: "no" },
  ],
};

test("takes what is named and nothing else", () => {
  expect(pick(DATA, ["number", "agreement.facts", "data.nowhere"])).toEqual({
    number: "东关调协〔2026〕1号",
    agreement: { facts: "押金" },
  });
  expect(pick(DATA, [])).toEqual({});
});

test("takes one field of each item; the list keeps its length and order", () => {
  expect(pick(DATA, ["items[*].fen", "items[*].done"])).toEqual({
    items: [{ fen: 90000, done: "yes" }, { done: "no" }],
  });
  expect(pick(DATA, ["agreement[*].facts", "number[*].x", "items.fen"])).toEqual({});
});
