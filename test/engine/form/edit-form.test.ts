import { describe, expect, test } from "vitest";
import { editForm, editName, parseEdit, type FormEdit } from "../../../app/engine/form/edit-form";
import type { Json, JsonObject } from "../../../app/engine/json";

const form: JsonObject & { parties: Json[] } = {
  parties: [{ name: "李长顺", phones: ["1", "2"] }, { name: "杨德厚" }],
};

describe("a button that changes the shape of a form", () => {
  test("adds an empty item at the end of a list, also of one that is not there yet", () => {
    expect(editForm(form, { edit: "add", pointer: "/parties" })).toEqual({
      parties: [...form.parties, {}],
    });
    expect(editForm({}, { edit: "add", pointer: "/agreement/items" })).toEqual({
      agreement: { items: [{}] },
    });
  });

  test("takes one item out, at any depth", () => {
    expect(editForm(form, { edit: "remove", pointer: "/parties/0" })).toEqual({
      parties: [{ name: "杨德厚" }],
    });
    expect(editForm(form, { edit: "remove", pointer: "/parties/0/phones/1" })).toEqual({
      parties: [{ name: "李长顺", phones: ["1"] }, { name: "杨德厚" }],
    });
  });

  test("leaves the form alone where its pointer fits nothing", () => {
    expect(editForm(form, { edit: "remove", pointer: "/parties/9" })).toEqual(form);
    expect(editForm(form, { edit: "remove", pointer: "/parties/0/name/3" })).toEqual(form);
  });

  test("is posted by a name that reads back", () => {
    const edit: FormEdit = { edit: "remove", pointer: "/parties/1" };
    expect(parseEdit(editName(edit))).toEqual(edit);
  });

  test.each(["send", "add:", "add:parties", "add:/__proto__", "drop:/parties", "add:/a//b"])(
    "is not made of %j",
    (intent) => {
      expect(parseEdit(intent)).toBeNull();
    },
  );
});
