import type { ObjectionInput } from "../../app/runtime/api";
import { uuidv7 } from "../../app/runtime/cases/new-id";
import { findLinks } from "../../app/storage/case-briefs";
import { accepted, openTestCases, SHIQIAO, take, type TestCases } from "./open-test-cases";
import { PLOTS_TREE } from "./temp-tree";

/** The garden plots of 石桥村: 杨德厚 and 李有福 are on the list, which is made public on 30 September. */
export interface Plots {
  cases: TestCases;
  /** The matter that publishes. */
  round: string;
  /** The matters behind the rows, in their order. */
  households: string[];
}

export async function openPlots(clock = "2026-09-30T10:00", dir = PLOTS_TREE): Promise<Plots> {
  const cases = await openTestCases({ dir, clock });
  const started = await cases.part.start(cases.as("gaoyuan"), {
    ...{ package: "garden-plots", place: SHIQIAO, expectedSeq: 0, form: { field: "东坡" } },
    commandId: uuidv7(cases.clock.time),
  });
  const { caseId: round } = accepted(started);
  const households: string[] = [];
  for (const form of [
    { name: "杨德厚", plot: "一号" },
    { name: "李有福", plot: "二号" },
  ]) {
    accepted(await take(cases, { by: "gaoyuan", caseId: round, event: "enrol", form }));
    await cases.workers.runDue();
    const links = await findLinks(cases.database, round);
    households.push(...links.map(({ caseId }) => caseId).filter((id) => !households.includes(id)));
  }
  return { cases, round, households };
}

/** Publishes the list and gives its address. */
export async function publish({ cases, round }: Plots): Promise<string> {
  accepted(await take(cases, { by: "gaoyuan", caseId: round, event: "publish" }));
  const { notices } = accepted(await cases.part.caseView(cases.as("gaoyuan"), round));
  const [notice] = notices;
  if (notice === undefined) throw new Error("nothing was published");
  return notice.id;
}

/** An anonymous objection to 李有福, unless the test says otherwise. */
export function objection(id: string, change: Partial<ObjectionInput> = {}): ObjectionInput {
  return {
    id,
    row: 2,
    commandId: uuidv7(Date.UTC(2026, 8, 30)),
    form: { way: "anonymous", when: "去年", where: "村二组", what: "他家不在村里住" },
    language: "zh",
    address: "203.0.113.7",
    ...change,
  };
}
