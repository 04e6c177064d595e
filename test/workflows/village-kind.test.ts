import { expect, test } from "vitest";
import { projectRoot } from "../../app/runtime/project-root";
import { accepted, openTestCases, take } from "../support/open-test-cases";
import { proveWorkflow } from "../support/prove-workflow";

const DONGGUAN = "991022100201";
const POSTS = {
  jiangning: { role: "stationChief", unit: "991022100.station" },
  hanfeng: { role: "countySec", unit: "991022" },
};

await proveWorkflow("village-kind");

async function approved(from: string) {
  const cases = await openTestCases({ dir: projectRoot, posts: POSTS });
  const form = { kind: "urban", from, facts: "出租房 364 套。", why: "租房的人多。" };
  const input = { commandId: "a", expectedSeq: 0, form, place: DONGGUAN, package: "village-kind" };
  const { caseId } = accepted(await cases.part.start(cases.as("jiangning"), input));
  const decision = { decision: "approve", decisionWords: "属实。", decidedOn: "2026-11-23" };
  accepted(await take(cases, { by: "hanfeng", caseId, event: "decideKind", form: decision }));
  await cases.workers.runDue();
  await cases.workers.runDue();
  return { cases, caseId };
}

test("what the county approved is the kind of the village from its day on, with the matter behind it", async () => {
  const { cases, caseId } = await approved("2026-12-01");
  const directory = cases.people.directory();
  expect(directory.kindsOf(DONGGUAN)).toEqual([
    { unit: DONGGUAN, kind: "urban", from: "2026-12-01", decidedBy: caseId },
  ]);
  expect(directory.kindAt(DONGGUAN, "2026-11-30")).toBeNull();
  expect(directory.kindAt(DONGGUAN, "2026-12-01")).toBe("urban");
  const view = accepted(await cases.part.caseView(cases.as("jiangning"), caseId));
  expect(view).toMatchObject({ status: "ended", endTitle: { zh: "已核定" } });
});
