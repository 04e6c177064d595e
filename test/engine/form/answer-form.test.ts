import { expect, test } from "vitest";
import { answerForm } from "../../../app/engine/form/answer-form";
import type { JsonObject } from "../../../app/engine/json";
import { makeWorkflow } from "../../support/make-workflow";
import { rest, source } from "../../support/sample-workflow";

const text: JsonObject = { type: "string", maxLength: 40, privacy: "none" };
const workflow = makeWorkflow(source, {
  ...rest,
  data: {
    type: "object",
    additionalProperties: false,
    properties: {
      review: {
        type: "object",
        additionalProperties: false,
        properties: { opinion: text, by: text, on: text },
      },
    },
  },
  forms: {
    review: {
      title: { zh: "审查" },
      into: "review",
      schema: {
        type: "object",
        additionalProperties: false,
        required: ["opinion"],
        properties: { opinion: text },
      },
      stamp: { by: "user.id", on: "case.today", unit: "user.unit" },
    },
  },
});
const scope = {
  user: { id: "zhoumin", name: "周敏", role: "countyHR", unit: null },
  case: { today: "2026-11-23" },
};
const ask = { workflow, form: "review", data: {}, seq: 3, scope: () => scope };

test("stamps stand beside the answers; what is not known is not written", () => {
  expect(answerForm({ ...ask, entered: { opinion: "同意" } })).toMatchObject({
    ok: true,
    data: { review: { opinion: "同意", by: "zhoumin", on: "2026-11-23" } },
  });
});

test("nobody can enter a stamp: the form does not know the field", () => {
  const entered = { opinion: "同意", by: "luming" };
  expect(answerForm({ ...ask, entered })).toMatchObject({
    ok: false,
    refusal: { code: "form/invalid", fields: [{ pointer: "/by", code: "form/extra" }] },
  });
});

test("an event without a form changes nothing", () => {
  const data = { review: { opinion: "同意" } };
  const answered = answerForm({ ...ask, data, form: undefined, entered: { opinion: "不同意" } });
  expect(answered).toEqual({ ok: true, writes: [], data });
});
