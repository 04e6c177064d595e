import { expect, test } from "vitest";
import type { Json } from "../../../app/engine/json";
import { findings } from "../../support/check-example";

const NOTE = "/data/properties/useNote";
const NUMBER = "/data/properties/receiptNumber";
const USE = "/data/properties/use";
const ITEMS = "/data/properties/items";
const ASK = "/forms/ask/schema";

test.each<[string, Record<string, Json | undefined>, string[]]>([
  [
    "a text without an upper bound",
    { [`${NOTE}/maxLength`]: undefined },
    [`check/unbounded ${NOTE}`],
  ],
  [
    "a list without an upper bound",
    { [`${ITEMS}/maxItems`]: undefined },
    [`check/unbounded ${ITEMS}`],
  ],
  ["a list of 50,000", { [`${ITEMS}/maxItems`]: 50_000 }, [`check/limit ${ITEMS}/maxItems`]],
  ["a field without a label", { [`${NOTE}/label`]: undefined }, [`check/no-label ${NOTE}`]],
  [
    "a choice without words",
    { [`${USE}/labels/farm`]: undefined },
    [`check/choice-without-label ${USE}`],
  ],
  [
    "words without a choice",
    { [`${USE}/labels/farming`]: { zh: "种地" } },
    [`check/label-without-choice ${USE}/labels/farming`],
  ],
  [
    "a pattern that looks around",
    { [`${NOTE}/pattern`]: "^(?=a)b$" },
    [`check/pattern-not-linear ${NOTE}/pattern`],
  ],
  [
    "an exponential pattern, which is matched in linear time,",
    { [`${NOTE}/pattern`]: "^(a+)+$" },
    [],
  ],
  [
    "an unknown format",
    { [`${NUMBER}/format`]: "email" },
    [`check/unknown-format ${NUMBER}/format`],
  ],
  [
    "a format of a plugin that is not listed",
    { [`${NUMBER}/format`]: "division-code.village" },
    [`check/unknown-format ${NUMBER}/format`],
  ],
  [
    "a range in which nothing lies",
    { [`${NOTE}/minLength`]: 200 },
    [`check/empty-range ${NOTE}/minLength`],
  ],
  [
    "a keyword that does nothing for the type",
    { [`${NOTE}/minimum`]: 3 },
    [`check/idle-keyword ${NOTE}/minimum`],
  ],
  [
    "a default that does not fit",
    { [`${USE}/default`]: "party" },
    [`check/default-does-not-fit ${USE}/default`],
  ],
  [
    "a required field that does not exist",
    { "/data/required/0": "lender" },
    ["check/unknown-field /data/required/0"],
  ],
  [
    "a condition on a field that does not exist",
    { [`${ASK}/allOf/0/if/required/0`]: "usage" },
    [`check/unknown-field ${ASK}/allOf/0/if/required/0`],
  ],
  [
    "a condition that demands a field it does not declare",
    { [`${ASK}/allOf/0/then/required/0`]: "useNotes" },
    [`check/unknown-field ${ASK}/allOf/0/then/required/0`],
  ],
])("finds %s", async (_what, changes, expected) => {
  expect(await findings(changes)).toEqual(expected);
});

const group = (properties: Json): Json => ({
  type: "object",
  additionalProperties: false,
  properties,
});

test("finds groups nested too deeply", async () => {
  let nested: Json = { type: "boolean", label: { zh: "是否" }, privacy: "none" };
  for (let i = 0; i < 12; i += 1) nested = group({ inner: nested });
  const found = await findings({ "/data/properties/nested": nested });
  expect(new Set(found.map((one) => one.split(" ")[0]))).toEqual(new Set(["check/too-deep"]));
});

test("finds a form with more fields than anybody fills in", async () => {
  const field = { type: "boolean", label: { zh: "是否" }, privacy: "none" };
  const row = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`f${i}`, field]));
  const rows = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`g${i}`, group(row)]));
  expect(await findings({ "/data/properties/rows": group(rows) })).toContain(
    "check/too-many-fields /data",
  );
});
