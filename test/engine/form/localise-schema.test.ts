import { describe, expect, test } from "vitest";
import { localiseSchema, localiseUi } from "../../../app/engine/form/localise-schema";

const schema = {
  type: "object",
  additionalProperties: false,
  required: ["urgency"],
  properties: {
    urgency: {
      type: "string",
      enum: ["ordinary", "risky"],
      label: { zh: "急不急", en: "Urgent" },
      hint: { zh: "拿不准的，选可能激化" },
      labels: { ordinary: { zh: "一般", en: "Ordinary" }, risky: { zh: "可能激化" } },
      messages: { required: { zh: "选一下急不急", en: "Say whether it is urgent" } },
      privacy: {
        purpose: { zh: "调解" },
        legal: "x",
        retention: "matter",
        visibility: ["officer"],
      },
    },
  },
  allOf: [
    {
      if: { properties: { urgency: { enum: ["risky"] } }, required: ["urgency"] },
      then: { properties: { why: { type: "string", label: { zh: "为什么" }, privacy: "none" } } },
    },
  ],
};

describe("a form's schema in a reader's language", () => {
  test("has titles, descriptions, answers and messages as plain texts, and nothing that only the server needs", () => {
    expect(localiseSchema(schema, "en")).toEqual({
      type: "object",
      required: ["urgency"],
      properties: {
        urgency: {
          type: "string",
          title: "Urgent",
          description: "拿不准的，选可能激化",
          oneOf: [
            { const: "ordinary", title: "Ordinary" },
            { const: "risky", title: "可能激化" },
          ],
          messages: { required: "Say whether it is urgent" },
        },
      },
      allOf: [
        {
          if: { properties: { urgency: { enum: ["risky"] } }, required: ["urgency"] },
          then: { properties: { why: { type: "string", title: "为什么" } } },
        },
      ],
    });
  });

  test("leaves alone a field that is called like one of our keywords", () => {
    const odd = {
      type: "object",
      properties: { label: { type: "string" }, privacy: { type: "string" } },
    };
    expect(localiseSchema(odd, "zh")).toEqual(odd);
  });

  test("leaves the package's own schema as it was", () => {
    const before = JSON.stringify(schema);
    localiseSchema(schema, "zh");
    expect(JSON.stringify(schema)).toBe(before);
  });

  test("has a ui in the same language", () => {
    const ui = {
      parties: { "ui:options": { addLabel: { zh: "加一名", en: "Add one" }, rows: 3 } },
    };
    expect(localiseUi(ui, "en")).toEqual({
      parties: { "ui:options": { addLabel: "Add one", rows: 3 } },
    });
  });
});
