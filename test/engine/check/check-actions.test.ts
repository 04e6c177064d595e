import { expect, test } from "vitest";
import type { Json } from "../../../app/engine/json";
import { findings } from "../../support/check-example";

const ENTRY = "/workflow/machine/states/lent/entry";
const to = { roles: ["officer"] };
const text = { zh: "好" };

test.each<[string, Json, string[]]>([
  [
    "an action that does not exist",
    { type: "core.notfy", params: { to, text } },
    [`check/unknown-action ${ENTRY}/0/type`],
  ],
  ["an action of XState's own", { type: "xstate.raise" }, [`check/reserved-name ${ENTRY}/0/type`]],
  ["an action without a plugin", { type: "assign" }, [`check/unknown-action ${ENTRY}/0/type`]],
  [
    "parameters that do not fit",
    { type: "core.notify", params: { to, txt: text } },
    [`check/action-params ${ENTRY}/0/params`],
  ],
  [
    "people of a role that does not exist",
    { type: "core.notify", params: { to: { roles: ["oficer"] }, text } },
    [`check/unknown-role ${ENTRY}/0/params/to/roles/0`],
  ],
  ["a job that is not declared", { type: "job:scan" }, [`check/unknown-job ${ENTRY}/0/type`]],
])("finds %s", async (_what, action, expected) => {
  expect(await findings({ [ENTRY]: [action] })).toEqual(expected);
});

test("finds a job that no plugin brings, and a result without a place", async () => {
  const job = { title: { zh: "扫描" }, job: "core.scan", into: "scan" };
  expect(
    await findings({ "/workflow/jobs": { scan: job }, [ENTRY]: [{ type: "job:scan" }] }),
  ).toEqual([
    "check/unknown-job /workflow/jobs/scan/job",
    "check/unknown-path /workflow/jobs/scan/into",
  ]);
});
