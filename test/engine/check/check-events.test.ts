import { expect, test } from "vitest";
import { findings } from "../../support/check-example";
import { exampleDocument } from "../../support/example-document";

const STATES = "/workflow/machine/states";
const RECEIPT = `${STATES}/handover/states/receipt/states/unsigned`;
const TOOLS = `${STATES}/handover/states/tools/states/uncounted`;

test("finds an event that nobody described", async () => {
  expect(await findings({ [`${STATES}/asked/on/forget`]: "cancelled" })).toEqual([
    `check/event-not-described ${STATES}/asked/on/forget`,
  ]);
});

test("finds a description whose event leads nowhere", async () => {
  const { workflow } = await exampleDocument();
  const cancel = workflow.machine.states?.["asked"]?.meta?.events?.["cancel"];
  expect(await findings({ [`${STATES}/lent/meta/events/cancel`]: { ...cancel } as never })).toEqual(
    [`check/event-without-transition ${STATES}/lent/meta/events/cancel`],
  );
});

test("finds an event that would act in two regions at once", async () => {
  const { workflow } = await exampleDocument();
  const regions = workflow.machine.states?.["handover"]?.states;
  const sign = regions?.["receipt"]?.states?.["unsigned"]?.meta?.events?.["sign"];
  expect(
    await findings({
      [`${TOOLS}/meta/events/sign`]: { ...sign } as never,
      [`${TOOLS}/on/sign`]: "counted",
    }),
  ).toEqual([`check/event-in-two-regions ${TOOLS}/on/sign`]);
});

test("finds an event that writes a register's line and corrects it", async () => {
  const corrections = "/workflow/registers/loanBook/corrections";
  expect(await findings({ [corrections]: ["bringBack"] })).toEqual([
    `check/line-or-correction ${corrections}/0`,
  ]);
  expect(await findings({ [corrections]: ["start"] })).toEqual([
    `check/unknown-event ${corrections}/0`,
  ]);
  expect(await findings({ [corrections]: ["count"] })).toEqual([]);
});

test("lets an event stand once in a region and once outside", async () => {
  expect(await findings({ [`${RECEIPT}/meta/events/sign/order`]: 3 })).toEqual([]);
});

test("keeps the name of the first step for the first step", async () => {
  expect(await findings({ [`${STATES}/asked/on/start`]: "cancelled" })).toEqual([
    `check/event-not-described ${STATES}/asked/on/start`,
    `check/reserved-name ${STATES}/asked/on/start`,
  ]);
});

test("finds a report of a link or a job that is not declared", async () => {
  const on = `${STATES}/mending/on`;
  expect(
    await findings({
      [`${on}/link:repairs.completed`]: "returned",
      [`${on}/job:scan.done`]: "returned",
    }),
  ).toEqual([
    `check/unknown-job ${on}/job:scan.done`,
    `check/unknown-link ${on}/link:repairs.completed`,
  ]);
});
