import { expect, test } from "vitest";
import { exampleDocument } from "../../support/example-document";
import { findings } from "../../support/check-example";

const AT = "/workflow/machine/states";

test("what is about a person, or is answered item by item, is taken one matter at a time", async () => {
  const { workflow } = await exampleDocument();
  const events = Object.entries(workflow.machine.states ?? {}).flatMap(([state, { meta }]) =>
    Object.keys(meta?.events ?? {}).map((event) => `${AT}/${state}/meta/events/${event}`),
  );
  const [first = ""] = events;
  expect(await findings({ [`${first}/batch`]: true, [`${first}/about`]: "matter" })).toEqual([]);
  expect(await findings({ [`${first}/batch`]: true, [`${first}/about`]: "person" })).toEqual([
    `check/batch-person ${first}/batch`,
  ]);
});

test("an operation that has to be looked at alone is not allowed on several", async () => {
  const roles = ["officer"];
  const jump = await findings({ "/workflow/operations": { jump: { roles, batch: true } } });
  expect(jump).toEqual(["check/batch-operation /workflow/operations/jump/batch"]);
  expect(await findings({ "/workflow/operations": { urge: { roles, batch: true } } })).toEqual([]);
});
