import { describe, expect, test } from "vitest";
import { findFaults } from "../../../app/components/form/find-faults";
import { say } from "../../../app/engine/text";

const schema = {
  type: "object",
  additionalProperties: false,
  required: ["reporter", "urgency", "items"],
  properties: {
    reporter: { type: "string", minLength: 1, messages: { required: "写上来反映的人叫什么" } },
    urgency: {
      type: "string",
      oneOf: [{ const: "ordinary" }, { const: "risky" }],
      messages: { enum: "选一个" },
    },
    phone: { type: "string", pattern: "^(a+)+$", format: "core.phone" },
    items: {
      type: "array",
      minItems: 1,
      messages: { minItems: "至少写一项" },
      items: {
        type: "object",
        required: ["fen"],
        properties: {
          fen: { type: "integer", messages: { required: "写上金额", type: "金额写数字" } },
        },
      },
    },
  },
  allOf: [
    {
      if: { properties: { urgency: { const: "risky" } }, required: ["urgency"] },
      then: {
        properties: { why: { type: "string", messages: { required: "写上为什么" } } },
        required: ["why"],
      },
    },
  ],
};
const find = (answers: Parameters<typeof findFaults>[1]) =>
  findFaults(schema, answers, (text) => say(text, "zh"));

describe("what is plainly wrong with answers, seen in the browser", () => {
  test("is said at the field, in the package's words", () => {
    expect(find({ urgency: "other", items: [{}, { fen: "三百" }] })).toEqual([
      { pointer: "/reporter", message: "写上来反映的人叫什么" },
      { pointer: "/urgency", message: "选一个" },
      { pointer: "/items/0/fen", message: "写上金额" },
      { pointer: "/items/1/fen", message: "金额写数字" },
    ]);
  });

  test("includes a field that another answer brings in, and never calls it extra", () => {
    const answers = { reporter: "李", urgency: "risky", items: [{ fen: 1 }] };
    expect(find(answers)).toEqual([{ pointer: "/why", message: "写上为什么" }]);
    expect(find({ ...answers, why: "喝了酒" })).toEqual([]);
  });

  test("names a list that is too short at the list", () => {
    expect(find({ reporter: "李", urgency: "ordinary", items: [] })).toEqual([
      { pointer: "/items", message: "至少写一项" },
    ]);
  });

  test("leaves patterns and formats to the server, so that no expression can hang the page", () => {
    const answers = {
      reporter: "李",
      urgency: "ordinary",
      items: [{ fen: 1 }],
      phone: `${"a".repeat(40)}!`,
    };
    expect(find(answers)).toEqual([]);
  });
});
