import { describe, expect, test, vi } from "vitest";
import { createForm } from "../../../app/engine/form/form";
import type { JsonObject } from "../../../app/engine/json";
import { createValidator } from "../../../app/engine/validation/validator";

const schema: JsonObject = {
  type: "object",
  additionalProperties: false,
  required: ["hurt", "parties"],
  properties: {
    hurt: {
      type: "string",
      enum: ["no", "yes"],
      messages: { required: { zh: "选一下有没有人受伤" } },
    },
    parties: {
      type: "array",
      minItems: 1,
      maxItems: 20,
      items: {
        type: "object",
        additionalProperties: false,
        required: ["name"],
        properties: { name: { type: "string", minLength: 2, maxLength: 20 } },
      },
    },
  },
  allOf: [
    {
      if: { properties: { hurt: { const: "yes" } }, required: ["hurt"] },
      then: { properties: { ambulance: { type: "boolean" } }, required: ["ambulance"] },
      else: { properties: { note: { type: "string", maxLength: 50 } } },
    },
  ],
};

const form = createForm("intake", { title: { zh: "登记" }, into: "", schema }, createValidator());
const parties = [{ name: "杨德厚" }];

function faultsOf(entered: JsonObject): [string, string][] {
  const accepted = form.accept(entered);
  return accepted.ok
    ? []
    : (accepted.refusal.fields ?? []).map((fault) => [fault.pointer, fault.code]);
}

describe("a form", () => {
  test("accepts what fits and gives it back", () => {
    expect(form.accept({ hurt: "no", parties })).toEqual({
      ok: true,
      value: { hurt: "no", parties },
    });
  });

  test("drops what the chosen branch does not own, so that no hidden answer is saved", () => {
    expect(form.accept({ hurt: "no", parties, ambulance: true })).toEqual({
      ok: true,
      value: { hurt: "no", parties },
    });
  });

  test("asks for what the chosen branch requires", () => {
    expect(faultsOf({ hurt: "yes", parties })).toEqual([["/ambulance", "form/required"]]);
  });

  test("reports all faults at once, each at its field, in the package's own words", () => {
    const accepted = form.accept({ parties: [{ name: "杨" }, {}] });
    expect(accepted).toMatchObject({
      ok: false,
      refusal: { code: "form/invalid", params: { count: 3 } },
    });
    expect(faultsOf({ parties: [{ name: "杨" }, {}] })).toEqual([
      ["/hurt", "form/required"],
      ["/parties/0/name", "form/min-length"],
      ["/parties/1/name", "form/required"],
    ]);
    expect(accepted).toMatchObject({
      refusal: { fields: [{ message: { zh: "选一下有没有人受伤" } }, {}, {}] },
    });
  });

  test("refuses fields that no branch knows, wherever they hide", () => {
    expect(faultsOf({ hurt: "no", parties: [{ name: "杨德厚", risk: 9 }], admin: true })).toEqual([
      ["/parties/0/risk", "form/extra"],
      ["/admin", "form/extra"],
    ]);
  });

  test.each(["__proto__", "constructor", "toString"])(
    "takes nothing from a key named %s",
    (key) => {
      const entered = JSON.parse(
        `{"hurt":"no","parties":[{"name":"杨德厚"}],"${key}":{"hurt":"yes"}}`,
      ) as JsonObject;
      expect(faultsOf(entered)).toEqual([[`/${key}`, "form/extra"]]);
    },
  );

  test("does not take an inherited property for an answer", () => {
    const entered = Object.create({ hurt: "no" }) as JsonObject;
    entered["parties"] = parties;
    expect(faultsOf(entered)).toEqual([["/hurt", "form/required"]]);
  });
});

describe("the validator", () => {
  test("an exponential pattern answers a hostile text in linear time", () => {
    const check = createValidator().compile({ type: "string", pattern: "^(a+)+$" });
    expect(check(`${"a".repeat(5_000)}!`)).toMatchObject([{ code: "form/pattern" }]);
  });

  test.each<[string, JsonObject]>([
    ["an unknown keyword", { type: "string", onn: 1 }],
    ["an unknown format", { type: "string", format: "shoe-size" }],
    ["a pattern with look-behind", { type: "string", pattern: "(?<=a)b" }],
    ["a remote reference", { $ref: "https://example.com/schema.json" }],
  ])("refuses to compile %s", (_name, bad) => {
    expect(() => createValidator().compile(bad)).toThrow("form/schema");
  });
});

test("is compiled when it is first used, and once", () => {
  const validator = createValidator();
  const compile = vi.spyOn(validator, "compile");
  const lazy = createForm("intake", { title: { zh: "登记" }, into: "", schema }, validator);
  expect(lazy.properties).toContain("hurt");
  expect(compile).not.toHaveBeenCalled();
  lazy.accept({});
  const count = compile.mock.calls.length;
  expect(count).toBeGreaterThan(0);
  lazy.accept({});
  lazy.prepare();
  expect(compile).toHaveBeenCalledTimes(count);
});

test("a schema that cannot be compiled is refused each time, by code", () => {
  const odd = { ...schema, properties: { type: { type: "strin" } } };
  const form = createForm("odd", { title: { zh: "怪" }, into: "", schema: odd }, createValidator());
  for (const use of [() => form.prepare(), () => form.prepare(), () => form.accept({})])
    expect(use).toThrow(/form\/schema/);
});
