import { expect, test } from "vitest";
import type { Json } from "../../../app/engine/json";
import { findings } from "../../support/check-example";

const WHEN = "/workflow/rules/withinLimit/when";
const EXAMPLES = "/workflow/rules/withinLimit/examples";
const TOTAL = "/workflow/facts/toolCount";

/** The example with another rule in place of `withinLimit`, and none of its examples. */
const rule = (when: Json): Record<string, Json | undefined> => ({
  [WHEN]: when,
  [EXAMPLES]: undefined,
});

test.each<[string, Json, string]>([
  [
    "a variable that does not exist",
    { "==": [{ var: "data.usage" }, "farm"] },
    `rule/unknown-variable ${WHEN}/==/0/var`,
  ],
  [
    "a fact that does not exist",
    { "<": [{ var: "facts.tools" }, 3] },
    `rule/unknown-variable ${WHEN}/</0/var`,
  ],
  ["an operator that does not exist", { equals: [1, 1] }, `rule/unknown-operator ${WHEN}`],
  [
    "two operators in one pair of braces",
    { "==": [1, 1], "<": [1, 2] },
    `rule/one-operator ${WHEN}`,
  ],
  ["a text in an order", { "<": [{ var: "data.use" }, 3] }, `rule/operand-type ${WHEN}/<`],
  [
    "a choice that the field does not have",
    { "==": [{ var: "data.use" }, "party"] },
    `rule/outside-enum ${WHEN}/==`,
  ],
  [
    "things that cannot be compared",
    { "==": [{ var: "facts.toolCount" }, "3"] },
    `rule/different-types ${WHEN}/==`,
  ],
  [
    "a path to a prototype",
    { "!!": [{ var: "data.__proto__.x" }] },
    `rule/forbidden-path ${WHEN}/!!/0/var`,
  ],
  [
    "a computed variable name",
    { "!!": [{ var: { var: "data.use" } }] },
    `rule/variable-not-literal ${WHEN}/!!/0/var`,
  ],
])("finds %s", async (_what, when, expected) => {
  const inRule = (await findings(rule(when))).filter((one) => one.includes(WHEN));
  expect(inRule).toEqual([expected]);
});

test("finds a fact that does not give what it says", async () => {
  expect(
    await findings({ [`${TOTAL}/type`]: "boolean", [`${TOTAL}/value`]: { "+": [1, 2] } }),
  ).toContain(`check/fact-kind ${TOTAL}/type`);
});

test("finds facts that are worked out from each other", async () => {
  const fact = (other: string): Json => ({
    title: { zh: "甲" },
    type: "integer",
    value: { "+": [{ var: `facts.${other}` }, 1] },
  });
  expect(
    await findings({
      "/workflow/facts/left": fact("right"),
      "/workflow/facts/right": fact("left"),
    }),
  ).toEqual([
    "check/circular-fact /workflow/facts/left",
    "check/circular-fact /workflow/facts/right",
  ]);
});

test("finds a word on the absence of what does not exist", async () => {
  const absent = "/workflow/rules/withinLimit/absent";
  expect(await findings({ [absent]: { "data.usage": "unknown" } })).toEqual([
    `check/unknown-path ${absent}/data.usage`,
  ]);
});

test("refuses a rule nested too deeply, and one with too many parts", async () => {
  let deep: Json = true;
  for (let i = 0; i < 50; i += 1) deep = { "!": [deep] };
  expect(await findings(rule(deep))).toContain(`rule/too-deep ${WHEN}`);
  const many = { in: [{ var: "data.use" }, Array.from({ length: 5000 }, (_, i) => `c${i}`)] };
  expect(await findings(rule(many))).toContain(`rule/too-large ${WHEN}`);
});
