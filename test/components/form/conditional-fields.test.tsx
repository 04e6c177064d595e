import { describe, expect, test } from "vitest";
import { localiseSchema } from "../../../app/engine/form/localise-schema";
import type { JsonObject } from "../../../app/engine/json";
import { drawForm, postOf } from "./drawn-form";

const item: JsonObject = {
  type: "object",
  additionalProperties: false,
  required: ["done"],
  properties: { done: { type: "string", oneOf: [{ const: "yes" }, { const: "no" }] } },
  allOf: [
    {
      if: { properties: { done: { const: "yes" } }, required: ["done"] },
      then: { properties: { doneOn: { type: "string", format: "date" } }, required: ["doneOn"] },
    },
  ],
};
const list: JsonObject = {
  type: "object",
  properties: { items: { type: "array", minItems: 1, items: item } },
  required: ["items"],
};
const names = (schema: JsonObject, answers: JsonObject, ui?: JsonObject) =>
  postOf(drawForm({ schema: localiseSchema(schema, "zh"), answers, ui })).map(([name]) => name);

describe("a field that depends on another one's answer", () => {
  test("is drawn once the answer is there, and not before", () => {
    expect(names(item, {})).toEqual([]);
    expect(names(item, { done: "no" })).toEqual(["form/done"]);
    expect(names(item, { done: "yes" })).toEqual(["form/done", "form/doneOn"]);
  });

  test("is drawn in that item of a list whose answer asks for it", () => {
    const answers = { items: [{ done: "yes" }, { done: "no" }] };
    expect(names(list, answers)).toContain("form/items/0/doneOn");
    expect(names(list, answers)).not.toContain("form/items/1/doneOn");
  });

  test("stands where the package's order puts it", () => {
    const ui = { "ui:order": ["doneOn", "done"] };
    expect(names(item, { done: "yes" }, ui)).toEqual(["form/doneOn", "form/done"]);
  });

  test("comes with a button that draws the form anew where there are no scripts", () => {
    expect(drawForm({ schema: item })).toMatch(/<noscript>.*value="update".*<\/noscript>/);
    expect(drawForm({ schema: { type: "object", properties: {} } })).not.toContain("<noscript>");
  });
});
