import { expect, test } from "vitest";
import { findings } from "../../support/check-example";

const DECISION = "/workflow/deadlines/decision";
const LENDING = "/workflow/deadlines/lending";

/** The time to answer as a deadline that belongs to a task and is counted from the state's entry. */
const decision = (change: object) => ({
  [DECISION]: {
    ...{
      title: { zh: "答复期限", en: "Time to answer" },
      from: "entry",
      count: 1,
      unit: "workday",
    },
    ...change,
  },
});

const early = [`check/reminder-early ${DECISION}/remind/0`];

test("a month is not reminded of seven months before its end", async () => {
  const month = { count: 1, unit: "month", remind: [-7] };
  expect(await findings(decision(month))).toEqual(early);
  expect(await findings(decision({ ...month, offsetUnit: "day" }))).toEqual([]);
  expect(await findings(decision({ ...month, offsetUnit: "day", remind: [-32] }))).toEqual(early);
});

test("a reminder on the very day that a state may be entered at midnight can go out, one before it cannot", async () => {
  expect(await findings(decision({ remind: [-1] }))).toEqual([]);
  expect(await findings(decision({ remind: [-2] }))).toEqual(early);
  expect(await findings(decision({ unit: "hour", count: 2, remind: [-1] }))).toEqual([]);
  expect(await findings(decision({ unit: "hour", count: 2, remind: [-2] }))).toEqual(early);
});

test("what a county may set decides, not what the package sets; a date of the data may lie ahead", async () => {
  const byParameter = { count: { parameter: "lendingDays" }, unit: "day" };
  expect(await findings(decision({ ...byParameter, remind: [-30] }))).toEqual([]);
  expect(await findings(decision({ ...byParameter, remind: [-31] }))).toEqual(early);
  expect(await findings({ [`${LENDING}/remind`]: [-100] })).toEqual([]);
});

test("units that differ are compared by the longest and the shortest they can be", async () => {
  const days = { count: 5, unit: "workday", offsetUnit: "day" };
  expect(await findings(decision({ ...days, remind: [-20] }))).toEqual([]);
  expect(await findings(decision({ ...days, remind: [-21] }))).toEqual(early);
});

test("a reminder after a deadline that takes the matter out of its state is never heard", async () => {
  expect(await findings({ [`${LENDING}/remind`]: [1] })).toEqual([
    `check/reminder-late ${LENDING}/remind/0`,
  ]);
  expect(await findings(decision({ remind: [1] }))).toEqual([]);
});

test("nor one of a deadline that no state has", async () => {
  const idle = {
    "/workflow/deadlines/idle": {
      ...{ title: { zh: "闲置" }, from: "entry", count: 3, unit: "day", remind: [-1] },
    },
  };
  expect(await findings(idle)).toContain(
    "check/reminder-unheard /workflow/deadlines/idle/remind/0",
  );
});

test("a rung before the beginning is refused as well", async () => {
  const rung = (at: number) => ({ key: "soon", at, tell: ["officer"] });
  const ladder = { [`${DECISION}/ladder`]: [rung(-2)] };
  expect(await findings(ladder)).toEqual([`check/ladder-early ${DECISION}/ladder/0/at`]);
  expect(await findings({ [`${DECISION}/ladder`]: [rung(-1)] })).toEqual([]);
});
