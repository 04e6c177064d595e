import type { Session } from "../../app/runtime/api";
import type { ChangesApi } from "../../app/runtime/api/changes";
import { createChangeLog, type ChangeLog } from "../../app/runtime/changes/change-log";
import { openChanges, type Changes } from "../../app/runtime/changes/open-changes";
import type { Log } from "../../app/runtime/log";
import type { ChangeSource } from "../../app/runtime/layers";
import { loadPackages } from "../../app/runtime/load-packages";
import { loadPlugins } from "../../app/runtime/plugins";
import { createProposalStore } from "../../app/storage/proposal-store";
import { openTestCases, type TestCases } from "./open-test-cases";
import { EXAMPLE_TREE } from "./temp-tree";

/** Who changes rules in the tests: 云岭县's personnel and legal office, 清源县's, and an administrator over all. */
const DESKS = {
  zhoumin: { role: "countyHR", unit: "991021" },
  hejing: { role: "countySec", unit: "991021" },
  tanlei: { role: "countySec", unit: "991021" },
  wenjie: { role: "countyHR", unit: "991023" },
  heming: { role: "admin", unit: "9910" },
} as const;
export type Desk = keyof typeof DESKS;

export interface TestChanges {
  cases: TestCases;
  changes: ChangesApi;
  log: ChangeLog;
  trials: Changes["trials"];
  at(desk: Desk): Session;
}

/** Changes over a real database, with the example's package, its matters and the people of two counties. */
export async function openTestChanges(
  input: { dir?: string; clock?: string } = {},
): Promise<TestChanges> {
  // The log reads the database that the matters are opened on.
  const known: { log?: ChangeLog } = {};
  const changes: ChangeSource = { versionOn: (...asked) => known.log?.versionOn(...asked) };
  const cases = await openTestCases({ ...input, changes });
  const logins = Object.keys(DESKS);
  await cases.people.save({
    users: logins.map((login) => ({
      ...{ id: login, login, name: login, passwordHash: null, demo: false, disabledAt: null },
      ...{ language: "zh" as const, largeType: false, createdAt: 0 },
    })),
    assignments: Object.entries(DESKS).map(([user, post]) => ({
      ...{ id: `${user}.post`, user, ...post, from: 0, to: null },
    })),
  });
  const proposals = createProposalStore(cases.database);
  const log = createChangeLog(proposals);
  known.log = log;
  const { packages } = await loadPackages({ dir: input.dir ?? EXAMPLE_TREE });
  const desk = openChanges({
    ...{ ...cases.parts, packages, registry: loadPlugins(), log, proposals },
    logger: cases.log as unknown as Pick<Log, "error">,
  });
  return {
    cases,
    log,
    changes: desk.part,
    trials: desk.trials,
    at: (desk) => cases.as(desk as never),
  };
}
