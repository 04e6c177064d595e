import { describe, expect, it } from "vitest";
import { compileClosed, fillDefaults } from "../../../app/engine/plugin/closed-schema";

const schema = {
  $id: "options",
  type: "object",
  additionalProperties: false,
  required: ["url"],
  properties: { url: { type: "string" }, tries: { type: "integer", default: 3 } },
};

function compiled(source: Parameters<typeof compileClosed>[0]) {
  const validate = compileClosed(source);
  if (typeof validate !== "function") throw new Error(validate.what);
  return validate;
}

describe("a closed schema", () => {
  it("fills in defaults on a copy", () => {
    const value = { url: "x" };
    expect(fillDefaults(compiled(schema), value)).toEqual({ value: { url: "x", tries: 3 } });
    expect(value).toEqual({ url: "x" });
  });

  it("names every fault and where it is", () => {
    expect(fillDefaults(compiled(schema), { tries: "many", more: 1 })).toEqual({
      faults: [
        { pointer: "/", what: "must have required property 'url'" },
        { pointer: "/more", what: "must NOT have additional properties" },
        { pointer: "/tries", what: "must be integer" },
      ],
    });
  });

  it("does not take an inherited property for an answer", () => {
    const asked = { ...schema, required: ["toString"] };
    expect(fillDefaults(compiled(asked), { url: "x" })).toHaveProperty("faults");
  });

  it("may share its id with another plugin's schema", () => {
    compiled(schema);
    expect(() => compiled({ ...schema, required: [] })).not.toThrow();
  });

  it("must be closed", () => {
    expect(compileClosed({ type: "object", properties: {} })).toEqual({
      what: "not a closed object",
    });
  });
});
