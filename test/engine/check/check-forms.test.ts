import { expect, test } from "vitest";
import type { Json } from "../../../app/engine/json";
import { findings } from "../../support/check-example";

const ASK = "/forms/ask";
const text = { type: "string", label: { zh: "字" }, maxLength: 10 };

test.each<[string, Record<string, Json | undefined>, string[]]>([
  [
    "a field that the data does not have",
    { [`${ASK}/schema/properties/usage`]: text },
    [`check/field-not-in-data ${ASK}/schema/properties/usage`],
  ],
  [
    "a stamp without a place in the data",
    { [`${ASK}/stamp`]: { askedBy: "user.id" } },
    [`check/field-not-in-data ${ASK}/stamp/askedBy`],
  ],
  [
    "a stamp on what the form asks, or on what is no text",
    { [`${ASK}/stamp`]: { pickUpDay: "case.today", items: "user.id" } },
    [`check/stamp-place ${ASK}/stamp/items`, `check/stamp-place ${ASK}/stamp/pickUpDay`],
  ],
  [
    "a stamp that could hold anything",
    { [`${ASK}/stamp`]: { receiptNumber: "data.deposit" } },
    [`check/not-allowed ${ASK}/stamp/receiptNumber`],
  ],
  [
    "a field of another type than in the data",
    { [`${ASK}/schema/properties/deposit`]: text },
    [
      `check/field-differs ${ASK}/schema/properties/deposit`,
      `check/widget-for-type ${ASK}/ui/deposit/ui:widget`,
    ],
  ],
  [
    "a choice that the data does not know",
    {
      [`${ASK}/schema/properties/use/enum`]: ["farm", "party"],
      [`${ASK}/schema/properties/use/labels`]: { farm: { zh: "农活" }, party: { zh: "聚会" } },
    },
    [`check/choice-not-in-data ${ASK}/schema/properties/use/enum`],
  ],
  [
    "a place in the data that does not exist",
    { "/forms/approve/into": "approvals" },
    ["check/unknown-field /forms/approve/into"],
  ],
  [
    "a list where a group is set",
    { "/forms/approve/into": "items" },
    ["check/into-kind /forms/approve/into"],
  ],
  [
    "a group where an item is appended",
    { "/forms/approve/into": "approval[]" },
    ["check/into-kind /forms/approve/into"],
  ],
  [
    "a completion of items without their id",
    { "/forms/bringBack/schema/properties/items/items/properties/id": undefined },
    [
      "check/into-each /forms/bringBack/into",
      "check/unknown-field /forms/bringBack/schema/properties/items/items/required/0",
      "check/unknown-field /forms/bringBack/ui/items/items/id",
    ],
  ],
  [
    "a start value for a field that is not asked",
    { [`${ASK}/prefill/day`]: "case.today" },
    [`check/unknown-field ${ASK}/prefill/day`],
  ],
  [
    "a start value that leads nowhere",
    { [`${ASK}/prefill/pickUpDay`]: "case.day" },
    [`check/unknown-path ${ASK}/prefill/pickUpDay`],
  ],
  [
    "an order that names no field",
    { [`${ASK}/ui/ui:order`]: ["borrower", "*", "usage"] },
    [`check/unknown-field ${ASK}/ui/ui:order/2`],
  ],
  [
    "a look for a field that does not exist",
    { [`${ASK}/ui/items/items`]: { size: { "ui:widget": "text" } } },
    [`check/unknown-field ${ASK}/ui/items/items/size`],
  ],
  [
    "a widget that does not exist",
    { [`${ASK}/ui/use/ui:widget`]: "slider" },
    [`check/unknown-widget ${ASK}/ui/use/ui:widget`],
  ],
  [
    "a widget that cannot show the type",
    { [`${ASK}/ui/use/ui:widget`]: "money" },
    [`check/widget-for-type ${ASK}/ui/use/ui:widget`],
  ],
])("finds %s", async (_what, changes, expected) => {
  expect(await findings(changes)).toEqual(expected);
});

test("lets a form offer fewer choices than the data knows", async () => {
  expect(
    await findings({
      [`${ASK}/schema/properties/use/enum`]: ["farm", "other"],
      [`${ASK}/schema/properties/use/labels/house`]: undefined,
    }),
  ).toEqual([]);
});

test("warns about a form that no step uses", async () => {
  const spare = {
    title: { zh: "备用" },
    into: "",
    schema: { type: "object", additionalProperties: false, properties: {} },
  };
  expect(await findings({ "/forms/spare": spare })).toEqual(["check/unused /forms/spare"]);
});
