import { expect, test } from "vitest";
import type { Json } from "../../../app/engine/json";
import { findings } from "../../support/check-example";

const LENDING = "/workflow/deadlines/lending";
const DAYS = "/workflow/parameters/lendingDays";
const LOAN = "/workflow/numbers/loan";

test.each<[string, Record<string, Json | undefined>, string[]]>([
  [
    "a parameter outside its range",
    { [`${DAYS}/value`]: 31 },
    [`check/parameter-value ${DAYS}/value`],
  ],
  [
    "a parameter of another type",
    { [`${DAYS}/value`]: "7" },
    [`check/parameter-value ${DAYS}/value`],
  ],
  [
    "a parameter whose pattern does not compile",
    { [`${DAYS}/schema`]: { type: "string", pattern: "(" } },
    [`check/wrong-kind ${LENDING}/count/parameter`, `form/schema ${DAYS}/schema`],
  ],
  [
    "a date that is none",
    { [`${LENDING}/from`]: { date: "use" } },
    [`check/wrong-kind ${LENDING}/from/date`],
  ],
  [
    "a date that does not exist",
    { [`${LENDING}/from`]: { date: "day" } },
    [`check/unknown-path ${LENDING}/from/date`],
  ],
  [
    "a fact that is no date",
    { [`${LENDING}/from`]: { fact: "toolCount" } },
    [`check/wrong-kind ${LENDING}/from/fact`],
  ],
  [
    "a single number where one of a list is chosen",
    { [`${LENDING}/count/at`]: "toolCount" },
    [`check/unknown-path ${LENDING}/count/parameter`],
  ],
  [
    "a placeholder that is none",
    { [`${LOAN}/format`]: "{village}{year}-{seq:4}" },
    [`check/number-placeholder ${LOAN}/format`],
  ],
  [
    "a number without a counter",
    { [`${LOAN}/format`]: "{place}{year}" },
    [`check/number-counter ${LOAN}/format`],
  ],
  [
    "a number that repeats each year",
    { [`${LOAN}/format`]: "{place}-{seq:4}" },
    [`check/number-without-year ${LOAN}/format`],
  ],
  [
    "a number written into a group",
    { [`${LOAN}/into`]: "borrower" },
    [`check/wrong-kind ${LOAN}/into`],
  ],
  [
    "a number written nowhere",
    { [`${LOAN}/into`]: "loanNumber" },
    [`check/unknown-path ${LOAN}/into`],
  ],
])("finds %s", async (_what, changes, expected) => {
  expect(await findings(changes)).toEqual(expected);
});

test("lets a deadline take one number of a list, chosen by a fact", async () => {
  expect(
    await findings({
      [`${DAYS}/schema`]: { type: "array", items: { type: "integer" }, maxItems: 5 },
      [`${DAYS}/value`]: [7, 14],
      [`${LENDING}/count/at`]: "toolCount",
      "/papers/receipt/blocks/3": undefined,
    }),
  ).toEqual([]);
});
