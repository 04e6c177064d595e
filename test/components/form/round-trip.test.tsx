import fc from "fast-check";
import { expect, test } from "vitest";
import { readPostedForm } from "../../../app/engine/form/posted-form";
import type { Json, JsonObject } from "../../../app/engine/json";
import { drawForm, postOf } from "./drawn-form";

/** A schema of the form vocabulary together with answers that fit it; `undefined`: left empty. */
interface Sample {
  schema: JsonObject;
  value: Json | undefined;
}

const text = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
  .map((typed) => typed.replace(/[\p{Cc}\u2028\u2029]/gu, "·").trim())
  .filter((typed) => typed !== "");
const lines = fc.array(text, { minLength: 1, maxLength: 3 }).map((all) => all.join("\n"));
const words = fc.uniqueArray(fc.stringMatching(/^[a-z][a-zA-Z]{0,8}$/), {
  minLength: 2,
  maxLength: 6,
});
const integer = fc.integer({ min: -1e12, max: 1e12 });

function leaf(schema: JsonObject, value: fc.Arbitrary<Json>): fc.Arbitrary<Sample> {
  return fc.option(value, { nil: undefined }).map((given) => ({ schema, value: given }));
}

const oneOf = words.chain((values) => {
  const schema = { type: "string", oneOf: values.map((value) => ({ const: value, title: value })) };
  return leaf(schema, fc.constantFrom(...values));
});
const severalOf = words.chain((values) => {
  const items = { type: "string", oneOf: values.map((value) => ({ const: value, title: value })) };
  return leaf({ type: "array", uniqueItems: true, items }, fc.subarray(values, { minLength: 1 }));
});
const leaves = fc.oneof(
  leaf({ type: "string", maxLength: 30 }, text),
  leaf({ type: "string", maxLength: 500 }, lines),
  leaf({ type: "string", format: "date" }, fc.constantFrom("2026-02-28", "1951-11-12")),
  leaf({ type: "string", format: "date-time" }, fc.constant("2026-11-23T10:05")),
  leaf({ type: "integer" }, integer),
  leaf(
    { type: "number" },
    fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 8 + 0),
  ),
  leaf({ type: "integer", unit: "fen" }, fc.integer({ min: 0, max: 1e13 })),
  leaf({ type: "boolean" }, fc.boolean()),
  oneOf,
  severalOf,
);

const { node } = fc.letrec<{ node: Sample; group: Sample; list: Sample }>((tie) => ({
  node: fc.oneof({ maxDepth: 3, depthIdentifier: "form" }, leaves, tie("group"), tie("list")),
  group: groupOf(tie("node")),
  list: groupOf(tie("node")).chain((item) =>
    fc.integer({ min: 0, max: 3 }).map((length) => ({
      schema: { type: "array", items: item.schema },
      value: length > 0 ? Array.from({ length }, () => item.value ?? {}) : undefined,
    })),
  ),
}));

/** Some members are required and given; a group without any answer is itself left out. */
function groupOf(member: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  const key = fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,6}$/);
  return fc
    .dictionary(key, fc.tuple(member, fc.boolean()), { minKeys: 1, maxKeys: 4 })
    .map((members) => {
      const entries = Object.entries(members).map(([name, [sample, isRequired]]) => {
        const value =
          isRequired && sample.schema["type"] === "object" ? (sample.value ?? {}) : sample.value;
        const required = isRequired && value !== undefined;
        return { name, schema: sample.schema, value, required };
      });
      const given = entries.filter(({ value }) => value !== undefined);
      return {
        schema: {
          type: "object",
          properties: Object.fromEntries(entries.map(({ name, schema }) => [name, schema])),
          required: entries.filter(({ required }) => required).map(({ name }) => name),
        },
        value:
          given.length > 0
            ? Object.fromEntries(given.map(({ name, value }) => [name, value as Json]))
            : undefined,
      };
    });
}

test("what a form shows and a browser posts back is what it was given, for any form of the vocabulary", () => {
  fc.assert(
    fc.property(groupOf(node), ({ schema, value }) => {
      const answers = (value ?? {}) as JsonObject;
      const html = drawForm({ schema, answers });
      expect(readPostedForm(postOf(html))).toEqual({ ok: true, form: answers });
    }),
    { numRuns: 60 },
  );
}, 60_000);
