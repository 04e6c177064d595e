import { expect, test } from "vitest";
import { proveWorkflow } from "../support/prove-workflow";

const workflow = await proveWorkflow("staff-move");

test("in before out: no way leads out but over the arrival, the list and both signatures", () => {
  const before = workflow.source.mustPass?.filter((one) => one.before === "left");
  expect(before?.map(({ pass }) => pass).sort()).toEqual(["awaiting", "listing", "signing"]);
  const ways = [...workflow.machine.states.values()].filter(({ source }) =>
    JSON.stringify(source.on ?? {}).includes('"left"'),
  );
  expect(ways.map(({ name }) => name)).toEqual(["ready"]);
  expect([...(workflow.rules.get("mayLeave")?.reads ?? [])]).toEqual(
    expect.arrayContaining([
      ...["data.arrivedOn", "data.leaverSignedOn", "data.replacementSignedOn"],
      "data.accountClosed",
    ]),
  );
});

test("each signs for themselves", () => {
  for (const [state, event, guard] of [
    ["leaverUnsigned", "leaverSign", "isLeaver"],
    ["replacementUnsigned", "replacementSign", "isReplacement"],
  ] as const) {
    const found = [...workflow.machine.states.values()].find(({ name }) => name === state);
    expect(found?.source.on?.[event]).toMatchObject({ guard });
  }
});
