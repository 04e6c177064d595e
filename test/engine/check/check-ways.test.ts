import { expect, test } from "vitest";
import { check, findings } from "../../support/check-example";
import { changed, exampleDocument } from "../../support/example-document";

const STATES = "/workflow/machine/states";
const final = (end: string) => ({ type: "final", meta: { title: { zh: "完" }, end } });
const step = (label: string) => ({
  label: { zh: label },
  roles: ["officer"],
  noForm: { zh: "没有" },
  act: "record",
  about: "matter",
});

test("finds states that no way leads to, the outermost only", async () => {
  expect(
    await findings({ [`${STATES}/attic`]: { initial: "box", states: { box: final("x") } } }),
  ).toContain("check/not-allowed /workflow/machine/states/attic/states/box/meta/end");
  const attic = {
    initial: "box",
    meta: { title: { zh: "阁楼" } },
    states: { box: { type: "final", meta: { title: { zh: "箱" } } } },
    onDone: "returned",
  };
  expect(await findings({ [`${STATES}/attic`]: attic })).toEqual([
    `check/unreachable-state ${STATES}/attic`,
  ]);
});

test("finds a state that cannot come to a completed end, though it can be abandoned", async () => {
  expect(
    await findings({
      [`${STATES}/mending/on`]: { "link:repair.abandoned": "cancelled" },
      [`${STATES}/writtenOff`]: undefined,
    }),
  ).toEqual([`check/no-way-to-end ${STATES}/damaged`, `check/no-way-to-end ${STATES}/mending`]);
});

test("finds that no way ends completed at all", async () => {
  const changes = Object.fromEntries(
    ["returned", "declined", "writtenOff"].map((name) => [
      `${STATES}/${name}/meta/end`,
      "abandoned",
    ]),
  );
  expect(await findings(changes)).toEqual(["check/no-completed-end /workflow/machine"]);
});

test("waits for all regions: one that cannot end keeps the matter from ending", async () => {
  const unsigned = `${STATES}/handover/states/receipt/states/unsigned`;
  expect(await findings({ [`${unsigned}/on/sign`]: "unsigned" })).toEqual([
    `check/no-way-to-end ${unsigned}`,
    `check/unreachable-state ${STATES}/damaged`,
    `check/unreachable-state ${STATES}/handover/states/receipt/states/signed`,
    `check/unreachable-state ${STATES}/lent`,
    `check/unreachable-state ${STATES}/mending`,
    `check/unreachable-state ${STATES}/overdue`,
    `check/unreachable-state ${STATES}/returned`,
    `check/unreachable-state ${STATES}/writtenOff`,
  ]);
});

test("finds regions that end while nothing follows", async () => {
  const found = await findings({ [`${STATES}/handover/onDone`]: undefined });
  expect(found).toContain(`check/no-way-to-end ${STATES}/handover`);
});

test("a way out of one region saves all of them", async () => {
  const unsigned = `${STATES}/handover/states/receipt/states/unsigned`;
  const found = await findings({
    [`${unsigned}/on/sign`]: "unsigned",
    [`${unsigned}/on/giveUp`]: "#declined",
    [`${unsigned}/meta/events/giveUp`]: step("算了"),
    [`${STATES}/declined/id`]: "declined",
  });
  expect(found.filter((one) => one.startsWith("check/no-way-to-end"))).toEqual([]);
});

test("finds the way around a required station, and shows it", async () => {
  const changes = {
    [`${STATES}/asked/on/hurry`]: "lent",
    [`${STATES}/asked/meta/events/hurry`]: step("直接借出"),
  };
  expect(await findings(changes)).toEqual(["check/must-pass /workflow/mustPass/0"]);
  const [found] = await check(changed(await exampleDocument(), changes));
  expect(found?.message.en).toContain("hurry");
});

test("is content where the station is the start", async () => {
  const rule = [{ before: "lent", pass: "asked", legal: "lending-3" }];
  expect(await findings({ "/workflow/mustPass": rule })).toEqual([]);
});

test("finds a circle of always, guarded or not", async () => {
  const found = await findings({
    [`${STATES}/asked/on/decline`]: "ping",
    [`${STATES}/ping`]: {
      always: { guard: "withinLimit", target: "pong" },
      meta: { title: { zh: "乒" }, waits: { zh: "等" } },
    },
    [`${STATES}/pong`]: { always: "ping" },
  });
  expect(found).toContain(`check/endless-loop ${STATES}/pong/always`);
  expect(found).toContain(`check/endless-loop ${STATES}/ping/always`);
});

test("finds an always that goes nowhere", async () => {
  const notify = {
    type: "core.notify",
    params: { to: { roles: ["officer"] }, text: { zh: "嗨" } },
  };
  expect(await findings({ [`${STATES}/asked/always`]: { actions: [notify] } })).toContain(
    `check/endless-loop ${STATES}/asked/always`,
  );
});

test("finds a group that starts itself again as soon as it has ended", async () => {
  const group = {
    meta: { title: { zh: "转" } },
    initial: "turn",
    states: { turn: { type: "final", meta: { title: { zh: "转" } } } },
    onDone: { target: "group", reenter: true },
  };
  expect(
    await findings({ [`${STATES}/group`]: group, [`${STATES}/asked/on/decline`]: "group" }),
  ).toContain(`check/endless-loop ${STATES}/group/onDone`);
});

test("refuses more joint states than can be looked at", async () => {
  const region = (name: string) => ({
    initial: `${name}0`,
    states: Object.fromEntries(
      Array.from({ length: 9 }, (_, i) => [
        `${name}${i}`,
        {
          meta: { title: { zh: name }, events: { [`go${name}${i}`]: step("走") } },
          on: { [`go${name}${i}`]: `${name}${(i + 1) % 9}` },
        },
      ]),
    ),
  });
  const names = ["a", "b", "c", "d", "e", "f"];
  const states = Object.fromEntries(names.map((name) => [`region${name}`, region(name)]));
  expect(
    await findings({
      [`${STATES}/handover/states`]: states,
      [`${STATES}/handover/onDone`]: undefined,
    }),
  ).toContain("check/too-many-states /workflow/machine");
});
