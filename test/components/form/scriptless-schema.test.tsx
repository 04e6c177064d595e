import { expect, test } from "vitest";
import { scriptlessSchema } from "../../../app/components/form/scriptless-schema";
import type { JsonObject } from "../../../app/engine/json";

const text = { type: "string", maxLength: 20 };
const when = (test: JsonObject, field: string): JsonObject => ({
  if: { properties: { way: test }, required: ["way"] },
  then: { properties: { [field]: text }, required: [field] },
});

const form = (...allOf: JsonObject[]): JsonObject => ({
  type: "object",
  required: ["way"],
  properties: { way: { type: "string", enum: ["named", "anonymous", "paper"] } },
  allOf,
});

test("draws every field at once, and leaves it to the style sheet when each is asked", () => {
  const { schema, css } = scriptlessSchema(form(when({ const: "named" }, "name")));
  expect(schema).toEqual({
    type: "object",
    required: ["way", "name"],
    properties: { way: form()["properties"] && expect.anything(), name: text },
  });
  expect(css).toBe(
    'form:not(:has([name="form/way"][value="named"]:checked, [name="form/way"] [value="named"]:checked)) ' +
      '[data-field="form/name"] { display: none; }',
  );
});

test("a field of two branches is shown in either", () => {
  const { css } = scriptlessSchema(
    form(when({ const: "named" }, "name"), when({ enum: ["paper"] }, "name")),
  );
  expect(css.match(/display: none/g)).toHaveLength(1);
  expect(css).toContain('[value="named"]:checked');
  expect(css).toContain('[value="paper"]:checked');
});

test.each<[string, JsonObject]>([
  ["with an else", { ...when({ const: "named" }, "name"), else: { properties: { other: text } } }],
  [
    "on two answers",
    { if: { properties: { way: { const: "a" }, use: { const: "b" } } }, then: {} },
  ],
  ["on a bound", when({ minLength: 2 }, "name")],
  ["on what could end the style sheet", when({ const: "</style>" }, "name")],
])("leaves a condition %s to the server", (_what, condition) => {
  const { schema, css } = scriptlessSchema(form(condition));
  expect(schema["allOf"]).toEqual([condition]);
  expect(css).toBe("");
});
