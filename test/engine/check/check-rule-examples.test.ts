import { expect, test } from "vitest";
import type { Json } from "../../../app/engine/json";
import { findings } from "../../support/check-example";

const EXAMPLES = "/workflow/rules/withinLimit/examples";

test.each<[string, Json, boolean | "unknown"]>([
  ["facts worked out from the data", { data: { items: [{ count: 2 }] } }, true],
  [
    "facts given directly, above those worked out",
    { data: { items: [{ count: 2 }] }, facts: { toolCount: 9 } },
    false,
  ],
  ["parameters at their value", { facts: { toolCount: 5 } }, true],
  ["parameters given directly", { facts: { toolCount: 5 }, params: { maxTools: 4 } }, false],
  ["nothing at all", {}, "unknown"],
])("decides a rule over %s", async (_what, given, expected) => {
  expect(await findings({ [EXAMPLES]: [{ given, expect: expected }] })).toEqual([]);
  const wrong = expected === true ? false : true;
  expect(await findings({ [EXAMPLES]: [{ given, expect: wrong }] })).toEqual([
    `check/example-fails ${EXAMPLES}/0/expect`,
  ]);
});

test("finds an example that gives a fact which does not exist", async () => {
  const given = { facts: { tools: 3, toolCount: 3 } };
  expect(await findings({ [EXAMPLES]: [{ given, expect: true }] })).toEqual([
    `check/unknown-fact ${EXAMPLES}/0/given/facts/tools`,
  ]);
});
