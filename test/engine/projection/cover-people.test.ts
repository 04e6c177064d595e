import { expect, test } from "vitest";
import { coverPeople, namesInCell, peopleNamed } from "../../../app/engine/projection/cover-people";
import type { Scope } from "../../../app/engine/scope";
import type { JsonObject } from "../../../app/engine/json";
import { mask, maskId } from "../../../plugins/core/masks";

const displays = new Map([
  ["core.mask", mask],
  ["core.maskId", maskId],
]);
const personal = { type: "string", privacy: { visibility: ["officer"] } };
const dataSchema = {
  type: "object",
  properties: {
    reporter: personal,
    villageName: { type: "string", privacy: "none" },
    parties: {
      type: "array",
      items: { type: "object", properties: { name: personal, address: personal } },
    },
  },
} as unknown as JsonObject;
const scope = {
  data: {
    reporter: "田秀英",
    villageName: "石桥村",
    parties: [{ name: "李长顺", address: "三组" }, { name: "欧阳秀顺" }, { name: "石" }],
  },
  facts: { who: "龙有光" },
} as unknown as Scope;
const title = { zh: "当事人" };
const parties = { title, value: "{{data.parties[*].name}}、{{facts.who}}", order: 1, mask: true };
const facts = { title, value: "{{facts.what}}", order: 2 };

test("a book that masks a column may name nobody of the matter whole; one that masks none is about nobody", () => {
  const names = peopleNamed([parties, facts], { scope, dataSchema });
  expect([...names].sort()).toEqual(["李长顺", "欧阳秀顺", "田秀英", "龙有光"].sort());
  expect(peopleNamed([facts], { scope, dataSchema })).toEqual(new Set());
});

test("names, telephone and identity numbers are covered within a text; amounts, dates and places stay", () => {
  const names = new Set(["李长顺", "李长", "欧阳秀顺"]);
  expect(
    coverPeople(
      displays,
      "李长顺（13900000001，99102119680305001X）付欧阳秀顺1200元，李长在场，石桥村 2026-0001。",
      names,
    ),
  ).toBe("李＊顺（139****0001，991***********001X）付欧阳＊顺1200元，李＊在场，石桥村 2026-0001。");
  expect(coverPeople(new Map(), "李长顺来了", names)).not.toContain("李长顺");
});

test("who stands in a masked cell as it was written is known; what was withheld is not", () => {
  expect(namesInCell("李长顺、杨德厚")).toEqual(["李长顺", "杨德厚"]);
  expect([...namesInCell("不公开"), ...namesInCell("—")]).toEqual([]);
});
