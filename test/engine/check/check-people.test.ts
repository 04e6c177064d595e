import { expect, test } from "vitest";
import { findings } from "../../support/check-example";

const STATES = "/workflow/machine/states";
const APPROVE = `${STATES}/asked/meta/events/approve`;

test("finds a step without a form that does not say why", async () => {
  expect(await findings({ "/workflow/start/form": undefined })).toEqual([
    "check/event-without-form /workflow/start",
    "check/unused /forms/ask",
  ]);
});

test("finds a step that has a form and says that it has none", async () => {
  expect(await findings({ [`${APPROVE}/noForm`]: { zh: "不用填" } })).toEqual([
    `check/form-and-no-form ${APPROVE}/noForm`,
  ]);
});

test("finds a decision that is open to auxiliaries and the village committee alone", async () => {
  expect(await findings({ [`${APPROVE}/roles`]: ["auxiliary", "villageCommittee"] })).toEqual([
    `check/nobody-may-decide ${APPROVE}`,
  ]);
  expect(await findings({ [`${APPROVE}/roles`]: ["auxiliary", "officer"] })).toEqual([]);
  expect(
    await findings({ [`${APPROVE}/roles`]: ["auxiliary"], [`${APPROVE}/act`]: "propose" }),
  ).toEqual([]);
});

test("finds a state in which nobody acts and nothing says why", async () => {
  expect(await findings({ [`${STATES}/mending/meta/waits`]: undefined })).toEqual([
    `check/nobody-acts ${STATES}/mending`,
  ]);
});

test("counts an event of the state around it", async () => {
  const group = {
    meta: {
      title: { zh: "等" },
      events: {
        leave: {
          label: { zh: "走" },
          roles: ["officer"],
          noForm: { zh: "没有" },
          act: "record",
          about: "matter",
        },
      },
    },
    initial: "inner",
    states: { inner: { meta: { title: { zh: "里" } } } },
    on: { leave: "returned" },
  };
  expect(
    await findings({ [`${STATES}/group`]: group, [`${STATES}/asked/on/decline`]: "group" }),
  ).toEqual([`check/unreachable-state ${STATES}/declined`]);
});
