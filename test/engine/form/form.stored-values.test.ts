import { describe, expect, it } from "vitest";
import { createForm } from "../../../app/engine/form/form";
import type { JsonObject } from "../../../app/engine/json";
import { createRegistry } from "../../../app/engine/plugin/registry";
import { createValidator } from "../../../app/engine/validation/validator";
import core from "../../../plugins/core/index";
import residentId from "../../../plugins/resident-id/index";

const person: JsonObject = {
  type: "object",
  additionalProperties: false,
  required: ["phone"],
  properties: {
    name: { type: "string" },
    phone: { type: "string", format: "core.phone" },
    kind: { type: "string", enum: ["citizen", "other"] },
  },
  allOf: [
    {
      if: { properties: { kind: { const: "citizen" } }, required: ["kind"] },
      then: { properties: { idNumber: { type: "string", format: "resident-id.number" } } },
    },
  ],
};

const form = createForm(
  "intake",
  {
    title: { zh: "登记" },
    into: "",
    schema: {
      type: "object",
      additionalProperties: false,
      properties: { parties: { type: "array", items: person } },
    },
  },
  createValidator(createRegistry([core, residentId]).formats),
);

describe("what a form accepts", () => {
  it("is stored in the form of each format, in lists and chosen branches too", () => {
    const entered = {
      name: " 杨秀兰",
      phone: "138 0013-8000",
      kind: "citizen",
      idNumber: "１１０１０５１９４９１２３１００２ｘ",
    };
    expect(form.accept({ parties: [entered] })).toEqual({
      ok: true,
      value: { parties: [{ ...entered, phone: "13800138000", idNumber: "11010519491231002X" }] },
    });
  });

  it("does not become acceptable by that", () => {
    const answer = form.accept({ parties: [{ phone: "138 0013 80" }] });
    expect(answer.ok ? [] : answer.refusal.fields).toMatchObject([
      {
        pointer: "/parties/0/phone",
        code: "form/format",
        message: { zh: core.formats?.[0]?.message.zh },
      },
    ]);
  });

  it("keeps its type: a number is not made into a telephone number", () => {
    const answer = form.accept({ parties: [{ phone: 13800138000 }] });
    expect(answer.ok ? [] : answer.refusal.fields).toMatchObject([
      { pointer: "/parties/0/phone", code: "form/type" },
    ]);
  });
});
