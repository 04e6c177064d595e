import { expect, test } from "vitest";
import type { JsonObject } from "../../app/engine/json";
import { projectRoot } from "../../app/runtime/project-root";
import { accepted, openTestCases, SHIQIAO, take } from "../support/open-test-cases";
import { proveWorkflow } from "../support/prove-workflow";

const STATION = "991021200.station";
const POSTS = {
  chief: { role: "stationChief", unit: STATION },
  legal: { role: "countySec", unit: "991021" },
  leader: { role: "countyLeader", unit: "991021" },
  town: { role: "township", unit: "991021200" },
};
const WAY: { by: string; event: string; form: JsonObject }[] = [
  { by: "gaoyuan", event: "recordSurvey", form: { villagers: "问了 62 户。", objections: 3 } },
  {
    by: "chief",
    event: "chooseModel",
    form: { model: "resident-auxiliary", verdict: "feasible", why: "村散、路远。" },
  },
  { by: "chief", event: "setParameters", form: {} },
  {
    by: "chief",
    event: "writePlan",
    form: {
      ...{ planTitle: "云岭县驻村协勤模式实施方案", from: "2026-12-01", staff: "协勤 1 人。" },
      ...{ room: "村委会东间。", training: "先培训。", duties: "不单独执法。" },
      ...{ ways: "先在村里调。", books: "四本。", figures: "按期办理的比例。" },
    },
  },
  { by: "legal", event: "reviewLegal", form: { legalOk: "yes", legalOpinion: "合法。" } },
  { by: "town", event: "recordTownship", form: { townshipOk: "yes", townshipOpinion: "同意。" } },
  {
    by: "leader",
    event: "decideAdoption",
    form: { decision: "approve", decisionWords: "人到岗。", decidedOn: "2026-11-23" },
  },
];

const { source } = await proveWorkflow("model-adoption");

test("nothing is tried before villagers, review, township and county have been heard", () => {
  expect(source.mustPass?.map(({ before, pass }) => [before, pass])).toEqual([
    ["pilot", "surveying"],
    ["pilot", "setting"],
    ["pilot", "reviewing"],
    ["pilot", "consulting"],
    ["pilot", "deciding"],
  ]);
});

test("what the county decided is in force from the planned day on, for the village alone", async () => {
  const cases = await openTestCases({ dir: projectRoot, posts: POSTS });
  const form = { scope: "village", village: SHIQIAO, villageName: "石桥村" };
  const input = { commandId: "a", expectedSeq: 0, form, place: "991021200000" };
  const begun = await cases.part.start(cases.as("chief"), { ...input, package: "model-adoption" });
  const { caseId } = accepted(begun);
  for (const step of WAY) accepted(await take(cases, { ...step, caseId }));
  await cases.workers.runDue();
  await cases.workers.runDue();
  const [adoption, other] = cases.people.directory().modelAdoptions;
  expect(other).toBeUndefined();
  expect(adoption).toMatchObject({
    ...{ unit: SHIQIAO, kind: null, model: "resident-auxiliary", from: "2026-12-01", to: null },
    decidedBy: caseId,
  });
  const view = accepted(await cases.part.caseView(cases.as("chief"), caseId));
  expect(JSON.stringify(view)).toContain("试行");
  const ask = { caseId, name: "plan", remark: null };
  const plan = accepted(await cases.part.paperDocument(cases.as("chief"), ask));
  expect(plan.name).toContain("实施方案");
});
