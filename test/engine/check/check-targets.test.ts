import { expect, test } from "vitest";
import { check, findings } from "../../support/check-example";
import { changed, exampleDocument } from "../../support/example-document";

const STATES = "/workflow/machine/states";

test("finds a target that does not exist, and names the nearest state", async () => {
  const changes = { [`${STATES}/asked/on/decline`]: "declind" };
  expect(await findings(changes)).toEqual([`check/unknown-state ${STATES}/asked/on/decline`]);
  const [found] = await check(changed(await exampleDocument(), changes));
  expect(found?.message.zh).toContain("“declined”");
});

test("points at the target where it is written in an object", async () => {
  expect(await findings({ [`${STATES}/asked/on/approve/target`]: "nowhere" })).toEqual([
    `check/unknown-state ${STATES}/asked/on/approve/target`,
  ]);
});

test("says how to name a state that lies elsewhere in the tree", async () => {
  const target = `${STATES}/handover/states/receipt/states/unsigned/on/sign`;
  expect(await findings({ [target]: "lent" })).toEqual([`check/target-elsewhere ${target}`]);
  expect(await findings({ [target]: "#lent", [`${STATES}/lent/id`]: "lent" })).toEqual([
    `check/unreachable-state ${STATES}/handover/states/receipt/states/signed`,
  ]);
});

test("does not call unreachable what only a broken target would lead to", async () => {
  expect(await findings({ [`${STATES}/handover/onDone/target`]: "lend" })).toEqual([
    `check/unknown-state ${STATES}/handover/onDone/target`,
  ]);
});

test("wants a key on each candidate of a list, and each only once", async () => {
  const list = `${STATES}/lent/on/bringBack`;
  expect(await findings({ [`${list}/0/meta`]: undefined })).toEqual([
    `check/no-candidate-key ${list}/0`,
  ]);
  expect(await findings({ [`${list}/0/meta/key`]: "else" })).toEqual([
    `check/duplicate-candidate-key ${list}/1/meta/key`,
  ]);
});

test("finds a candidate behind one that always passes", async () => {
  const list = `${STATES}/lent/on/bringBack`;
  expect(await findings({ [`${list}/0/guard`]: undefined })).toContain(
    `check/candidate-never-reached ${list}/1`,
  );
});

test("finds a clock that would do nothing", async () => {
  const after = `${STATES}/asked/after/decision`;
  expect(await findings({ [after]: {} })).toEqual([`check/empty-transition ${after}`]);
});
