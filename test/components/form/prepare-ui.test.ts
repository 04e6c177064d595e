import { describe, expect, test } from "vitest";
import { isConditional, prepareUi } from "../../../app/components/form/prepare-ui";
import type { JsonObject } from "../../../app/engine/json";

const known = new Set([
  "text",
  "textarea",
  "select",
  "radio",
  "checkboxes",
  "date",
  "money",
  "hidden",
]);
const one = (schema: JsonObject, ui: JsonObject = {}) =>
  prepareUi({ type: "object", properties: { field: schema } }, { field: ui }, known)[
    "field"
  ] as JsonObject;

describe("the uiSchema that rjsf gets", () => {
  test("keeps none of the keys that could send the form elsewhere or restyle the page", () => {
    const hostile = {
      "ui:submitButtonOptions": { props: { formAction: "https://evil.example/" } },
      "ui:style": { position: "fixed" },
      "ui:field": "LayoutGridField",
      "ui:enableMarkdownInDescription": true,
      "ui:rootFieldId": "csrf",
      "ui:options": { rows: 3, style: { position: "fixed" }, classNames: "x", field: "x" },
    };
    const kept = one({ type: "string" }, hostile);
    expect(kept).toEqual({ "ui:options": { rows: 3 }, "ui:widget": "text" });
  });

  test.each<[JsonObject, string]>([
    [{ type: "string" }, "text"],
    [{ type: "string", maxLength: 1000 }, "textarea"],
    [{ type: "string", format: "date" }, "date"],
    [{ type: "string", readOnly: true }, "hidden"],
    [{ type: "integer", unit: "fen" }, "money"],
    [{ type: "boolean" }, "radio"],
    [{ type: "string", oneOf: [{ const: "a" }, { const: "b" }] }, "radio"],
    [{ type: "string", enum: ["a", "b", "c", "d", "e"] }, "select"],
    [{ type: "array", items: { type: "string", enum: ["a"] } }, "checkboxes"],
  ])(
    "gives %j the widget %s where the package names none, or one that does not exist",
    (schema, widget) => {
      expect(one(schema)["ui:widget"]).toBe(widget);
      expect(one(schema, { "ui:widget": "nowhere.widget" })["ui:widget"]).toBe(widget);
    },
  );

  test("has the widget that the package names", () => {
    expect(one({ type: "string" }, { "ui:widget": "textarea" })["ui:widget"]).toBe("textarea");
  });

  test("reaches the items of lists and the fields of conditional branches", () => {
    const schema = {
      type: "object",
      properties: {
        parties: {
          type: "array",
          items: { type: "object", properties: { born: { type: "string", format: "date" } } },
        },
      },
      allOf: [{ if: {}, then: { properties: { ruling: { type: "string", format: "date" } } } }],
    };
    const ui = prepareUi(schema, {}, known);
    expect(ui).toMatchObject({
      parties: { items: { born: { "ui:widget": "date" } } },
      ruling: { "ui:widget": "date" },
    });
    expect(isConditional(schema)).toBe(true);
  });

  test("puts fields that the order leaves out at the end, where rjsf would refuse the form", () => {
    const schema = { type: "object", properties: { a: { type: "string" }, b: { type: "string" } } };
    expect(prepareUi(schema, { "ui:order": ["b"] }, known)["ui:order"]).toEqual(["b", "*"]);
  });
});
