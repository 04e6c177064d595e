import { expect, test } from "vitest";
import { findings } from "../../support/check-example";

const LENDING = "/workflow/deadlines/lending";
const LADDER = `${LENDING}/ladder`;
const CHASE = "/workflow/deadlines/decision";

const rung = (key: string, at: number | { parameter: string }, more: object = {}) => ({
  ...{ key, at, tell: ["officer"] },
  ...more,
});

test("has nothing to say of a ladder that rises", async () => {
  const ladder = [rung("soon", -1), rung("officer", 0)];
  expect(await findings({ [LADDER]: ladder })).toEqual([]);
});

test("finds rungs that do not rise, whether by number or by parameter", async () => {
  expect(await findings({ [`${CHASE}/ladder`]: [rung("late", 2), rung("later", 2)] })).toEqual([
    `check/ladder-order ${CHASE}/ladder/1/at`,
  ]);
  const parameter = { title: { zh: "天" }, schema: { type: "integer" }, value: 1 };
  const changes = {
    "/workflow/parameters/laterDays": parameter,
    [`${CHASE}/ladder`]: [rung("late", 2), rung("later", { parameter: "laterDays" })],
  };
  expect(await findings(changes)).toEqual([`check/ladder-order ${CHASE}/ladder/1/at`]);
});

test("finds a key that stands there twice", async () => {
  expect(await findings({ [`${CHASE}/ladder`]: [rung("late", 1), rung("late", 2)] })).toEqual([
    `check/ladder-key ${CHASE}/ladder/1/key`,
  ]);
});

test("finds roles that do not exist, told or handed to", async () => {
  const ladder = [rung("late", 1, { tell: ["oficer"], handOver: "cheif" })];
  expect(await findings({ [`${CHASE}/ladder`]: ladder })).toEqual([
    `check/unknown-role ${CHASE}/ladder/0/handOver`,
    `check/unknown-role ${CHASE}/ladder/0/tell/0`,
  ]);
});

test("finds a hand-over to a role that can do nothing there", async () => {
  const ladder = [rung("late", 1, { handOver: "countyHR" })];
  expect(await findings({ [`${CHASE}/ladder`]: ladder })).toEqual([
    `check/ladder-hand-over ${CHASE}/ladder/0/handOver`,
  ]);
  const mayAct = [rung("late", 1, { handOver: "officer" })];
  expect(await findings({ [`${CHASE}/ladder`]: mayAct })).toEqual([]);
});

test("finds a time that comes from no parameter, or from one that is no whole number", async () => {
  const ladder = [rung("late", { parameter: "lateDays" })];
  expect(await findings({ [`${CHASE}/ladder`]: ladder })).toEqual([
    `check/unknown-parameter ${CHASE}/ladder/0/at/parameter`,
  ]);
  const changes = {
    "/workflow/parameters/lateDays": {
      ...{ title: { zh: "天" }, schema: { type: "string", maxLength: 3 }, value: "3" },
    },
    [`${CHASE}/ladder`]: ladder,
  };
  expect(await findings(changes)).toEqual([
    `check/ladder-parameter ${CHASE}/ladder/0/at/parameter`,
  ]);
});

test("finds a rung that comes after the deadline has moved the matter on", async () => {
  expect(await findings({ [LADDER]: [rung("late", 1)] })).toEqual([
    `check/ladder-never ${LADDER}/0/at`,
  ]);
});

test("finds templates that read what is not there", async () => {
  const ladder = [rung("late", 1, { text: { zh: "{{data.nothing}}" } })];
  const found = await findings({ [`${CHASE}/ladder`]: ladder });
  expect(found).toEqual([`check/unknown-path ${CHASE}/ladder/0/text/zh`]);
});

test("finds quiet hours that are no time of day, or no time at all", async () => {
  expect(await findings({ "/workflow/quietHours": { from: "22", to: "25:00" } })).toEqual([
    "check/quiet-hours /workflow/quietHours/from",
    "check/quiet-hours /workflow/quietHours/to",
  ]);
  expect(await findings({ "/workflow/quietHours": { from: "07:00", to: "07:00" } })).toEqual([
    "check/quiet-hours-empty /workflow/quietHours",
  ]);
  expect(
    await findings({ "/workflow/quietHours": { from: { parameter: "night" }, to: "07:00" } }),
  ).toEqual(["check/unknown-parameter /workflow/quietHours/from/parameter"]);
  expect(await findings({ "/workflow/quietHours": { from: "22:00", to: "07:00" } })).toEqual([]);
});
