import { expect, test } from "vitest";
import { findings } from "../../support/check-example";

const STATES = "/workflow/machine/states";

test("finds two states of one name, wherever they stand", async () => {
  const state = { type: "final", meta: { title: { zh: "又一个" } } };
  expect(await findings({ [`${STATES}/handover/states/tools/states/lent`]: state })).toEqual([
    `check/duplicate-state ${STATES}/lent`,
    `check/unreachable-state ${STATES}/handover/states/tools/states/lent`,
  ]);
});

test("finds two states with one id", async () => {
  expect(await findings({ [`${STATES}/asked/id`]: "here", [`${STATES}/lent/id`]: "here" })).toEqual(
    [`check/duplicate-state-id ${STATES}/lent`],
  );
});

test("finds what a kind of state cannot have", async () => {
  expect(await findings({ [`${STATES}/returned/on`]: { cancel: "cancelled" } })).toEqual([
    `check/event-not-described ${STATES}/returned/on/cancel`,
    `check/misplaced ${STATES}/returned/on`,
  ]);
  expect(await findings({ [`${STATES}/lent/onDone`]: "returned" })).toEqual([
    `check/misplaced ${STATES}/lent/onDone`,
  ]);
  expect(await findings({ [`${STATES}/handover/initial`]: "receipt" })).toEqual([
    `check/misplaced ${STATES}/handover/initial`,
  ]);
});

test("finds an initial state that is missing or does not exist", async () => {
  const receipt = `${STATES}/handover/states/receipt`;
  expect(await findings({ [`${receipt}/initial`]: undefined })).toEqual([
    `check/missing-key ${receipt}`,
  ]);
  expect(await findings({ "/workflow/machine/initial": "ask" })).toEqual([
    "check/unknown-state /workflow/machine/initial",
  ]);
});

test("finds a parallel state with one region", async () => {
  expect(await findings({ [`${STATES}/handover/states/tools`]: undefined })).toEqual([
    `check/too-few-regions ${STATES}/handover`,
  ]);
});

test("finds a state without a title, but not where nobody rests", async () => {
  expect(await findings({ [`${STATES}/lent/meta`]: undefined })).toContain(
    `check/no-title ${STATES}/lent`,
  );
  const between = { always: "returned" };
  expect(
    await findings({
      [`${STATES}/lent/on/bringBack/1/target`]: "sorting",
      [`${STATES}/sorting`]: between,
    }),
  ).toEqual([]);
});

test("wants `end` on the final states at the top and nowhere else", async () => {
  expect(await findings({ [`${STATES}/returned/meta/end`]: undefined })).toEqual([
    `check/no-end ${STATES}/returned`,
  ]);
  const signed = `${STATES}/handover/states/receipt/states/signed/meta/end`;
  expect(await findings({ [signed]: "completed" })).toEqual([`check/misplaced ${signed}`]);
  expect(await findings({ [`${STATES}/lent/meta/end`]: "completed" })).toEqual([
    `check/misplaced ${STATES}/lent/meta/end`,
  ]);
});
