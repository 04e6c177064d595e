import { expect, test } from "vitest";
import type { Json } from "../../../app/engine/json";
import { findings } from "../../support/check-example";
import { exampleDocument } from "../../support/example-document";

const LINK = "/workflow/links/repair";
const MENDING = "/workflow/machine/states/mending/on";

test.each<[string, Record<string, Json | undefined>, string[]]>([
  [
    "a package that is not there",
    { [`${LINK}/package`]: "tool-repair" },
    [`check/unknown-linked-package ${LINK}/package`],
  ],
  [
    "a field that the parent does not have",
    { [`${LINK}/export/tools`]: "brokenTools" },
    [`check/unknown-path ${LINK}/export/tools`],
  ],
  [
    "a field that the child's first form does not ask",
    { [`${LINK}/export/cost`]: "deposit" },
    [`check/not-in-first-form ${LINK}/export/cost`],
  ],
  [
    "a report of what the child does not know",
    { [`${LINK}/report`]: ["price"] },
    [`check/unknown-path ${LINK}/report/0`],
  ],
  [
    "a state to follow that the child does not have",
    { [`${LINK}/follow`]: ["urgent", "mending"] },
    [`check/unknown-report ${LINK}/follow/1`],
  ],
  [
    "a fact to hand over that is not there",
    { [`${LINK}/export/tools`]: "facts.tools" },
    [`check/unknown-path ${LINK}/export/tools`],
  ],
  [
    "a wait for what never comes",
    { [`${MENDING}/link:repair.finished`]: "returned" },
    [`check/unknown-report ${MENDING}/link:repair.finished`],
  ],
  [
    "a link that no step opens",
    { "/workflow/machine/states/damaged/meta/events/sendToRepair/opens": undefined },
    [`check/link-not-opened ${LINK}`],
  ],
])("finds %s", async (_what, changes, expected) => {
  expect(await findings(changes)).toEqual(expected);
});

test("lets a matter hand over what is worked out, and what its county has set", async () => {
  for (const path of ["facts.toolCount", "params.maxTools", "case.placeName"]) {
    expect(await findings({ [`${LINK}/export/tools`]: path })).toEqual([]);
  }
});

test("lets a matter hand over its number, and wait for a state of the child", async () => {
  expect(
    await findings({
      [`${LINK}/export/tools`]: "case.number",
      [`${MENDING}/link:repair.atWorkshop`]: { actions: [] },
    }),
  ).toEqual([`check/empty-transition ${MENDING}/link:repair.atWorkshop`]);
});

test("finds an expression about a state of the child that is never told", async () => {
  const HURRY = `${LINK}/tells/hurry/where`;
  const found = (logic: Json, more: Record<string, Json> = {}) =>
    findings({ [HURRY]: logic, ...more });
  const silent = [`check/state-not-reported ${HURRY}`];
  const atWorkshop = { "==": [{ var: "state" }, "atWorkshop"] };
  expect(await found(atWorkshop)).toEqual(silent);
  expect(await found({ in: [{ var: ["state", ""] }, ["mended", "atWorkshop"]] })).toEqual(silent);
  // Ends are always told, and so is what a state waits for or the link follows.
  expect(await found({ "!=": [{ var: "state" }, "mended"] })).toEqual([]);
  expect(await found(atWorkshop, { [`${LINK}/follow`]: ["atWorkshop"] })).toEqual([]);

  const COUNT = "/workflow/facts/toolCount/value";
  const some = { some: [{ var: "links.repair" }, atWorkshop] };
  const count = (await exampleDocument()).workflow.facts?.["toolCount"]?.value ?? 0;
  expect(await findings({ [COUNT]: { "+": [count, { if: [some, 0, 0] }] } })).toEqual([
    `check/state-not-reported ${COUNT}`,
  ]);
});
