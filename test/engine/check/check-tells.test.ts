import { expect, test } from "vitest";
import type { Json } from "../../../app/engine/json";
import { findings } from "../../support/check-example";

const LINK = "/workflow/links/repair";
const HURRY = `${LINK}/tells/hurry`;
const MENDING = "/workflow/machine/states/mending";
const ORDER = `${MENDING}/after/repairing/actions/0`;

test.each<[string, Record<string, Json | undefined>, string[]]>([
  [
    "a word that is not declared",
    { [`${ORDER}/type`]: "tell:repair.hurri" },
    [`check/unknown-tell ${ORDER}/type`, `check/unused ${HURRY}`],
  ],
  [
    "parameters where the link says what crosses",
    { [`${ORDER}/params`]: { forLoan: "1" } },
    [`check/unknown-key ${ORDER}/params`],
  ],
  [
    "a word for which no state of the child listens",
    { [`${LINK}/tells`]: { slow: {} }, [`${ORDER}/type`]: "tell:repair.slow" },
    [`check/tell-unheard ${LINK}/tells/slow`],
  ],
  [
    "a field that the parent does not have",
    { [`${HURRY}/export/forLoan`]: "loanNumber" },
    [`check/unknown-path ${HURRY}/export/forLoan`],
  ],
  [
    "a field that the child does not have",
    { [`${HURRY}/export`]: { loan: "case.number" } },
    [`check/unknown-path ${HURRY}/export/loan`],
  ],
  [
    "a condition that reads what no child reports",
    { [`${HURRY}/where`]: { "==": [{ var: "exported.price" }, 1] } },
    [`rule/unknown-variable ${HURRY}/where/==/0/var`],
  ],
  [
    "a condition that is none",
    { [`${HURRY}/where`]: { nearly: [1, 2] } },
    [`rule/unknown-operator ${HURRY}/where`],
  ],
  [
    "a village in a field that holds no text",
    { [`${LINK}/place`]: "deposit" },
    [`check/place-not-text ${LINK}/place`],
  ],
  [
    "a village in a field that is not there",
    { [`${LINK}/place`]: "workshop" },
    [`check/unknown-path ${LINK}/place`],
  ],
])("finds %s", async (_what, changes, expected) => {
  expect(await findings(changes)).toEqual(expected);
});

test("lets a condition read what the child reports and where it stands", async () => {
  const where: Json = {
    and: [{ "==": [{ var: "state" }, "atWorkshop"] }, { ">": [{ var: ["exported.cost", 1] }, 0] }],
  };
  const follow = { "/workflow/links/repair/follow": ["atWorkshop"] };
  expect(await findings({ [`${HURRY}/where`]: where, ...follow })).toEqual([]);
});
