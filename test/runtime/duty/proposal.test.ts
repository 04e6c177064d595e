import { expect, test } from "vitest";
import { uuidv7 } from "../../../app/runtime/cases/new-id";
import { createDuty } from "../../../app/runtime/duty/create-duty";
import { createRosterProposals } from "../../../app/runtime/duty/roster-proposal";
import { beginRoster, openStation, publishRoster, ROWS } from "../../support/make-roster-story";
import { accepted, codeOf, type TestCases } from "../../support/open-test-cases";

function deskOf(cases: TestCases) {
  const { parts, service, workers } = cases;
  const proposals = createRosterProposals({ ...parts, service, jobs: workers.jobs });
  const duty = createDuty(parts, service);
  const id = () => uuidv7(cases.clock.time);
  return {
    view: async (caseId: string, login = "ranxiaoyan") =>
      accepted(await proposals.rosterProposal(cases.as(login), caseId)),
    async ask(caseId: string, more: { way?: string; from?: string; given?: string[] } = {}) {
      const { seq } = await this.view(caseId);
      const asked = { way: "plan", from: "2026-11-23", given: [], ...more };
      return proposals.askProposal(cases.as("ranxiaoyan"), {
        ...{ caseId, commandId: id(), seq, ...asked },
      });
    },
    take: (caseId: string, seq: number, row: string | null = null) =>
      proposals.takeProposal(cases.as("ranxiaoyan"), { caseId, commandId: id(), seq, row }),
    lock: (caseId: string, row: string, day: string) =>
      proposals.lockDay(cases.as("ranxiaoyan"), {
        ...{ caseId, commandId: id(), row, day, lock: true },
      }),
    cancel: (caseId: string) => proposals.cancelProposal(cases.as("ranxiaoyan"), caseId),
    proposals,
    duty,
  };
}

const EMPTY = ROWS.map((row) => ({ ...row, shifts: "" }));

test("a proposal stands beside the roster, is taken over for one and for all, and a locked day stays", async () => {
  const cases = await openStation();
  const desk = deskOf(cases);
  const rows = EMPTY.map((row, at) => (at === 0 ? { ...row, shifts: "值班" } : row));
  const id = await beginRoster(cases, { rows });
  const [first] = accepted(await desk.duty.roster(cases.as("ranxiaoyan"), id)).rows;
  accepted(await desk.lock(id, first?.id ?? "", "2026-11-23"));
  expect(codeOf(await desk.lock(id, "nobody", "2026-11-23"))).toBe("duty/unknown-cell");
  accepted(await desk.ask(id));
  expect((await desk.view(id)).running).not.toBeNull();
  expect(codeOf(await desk.ask(id))).toBe("duty/proposal-runs");
  await cases.workers.runDue();

  const found = await desk.view(id);
  expect(found).toMatchObject({ running: null, outcome: "found", left: [] });
  expect(found.rows[0]?.cells[0]).toMatchObject({
    proposed: "值班",
    isChanged: false,
    isLocked: true,
  });
  expect(found.rows.every(({ now }) => now.nights <= 1)).toBe(true);
  expect(found.rows.reduce((sum, { then }) => sum + then.nights, 0)).toBeGreaterThanOrEqual(7);
  const of = (name: string) => found.rows.find((row) => row.name === name);
  accepted(await desk.take(id, found.seq, of("tanlei")?.id));
  // The reader's page is older than the roster now.
  expect(codeOf(await desk.take(id, found.seq))).toBe("duty/roster-changed");
  const after = await desk.view(id);
  expect(after.rows.find(({ name }) => name === "tanlei")?.changes).toBe(0);
  accepted(await desk.take(id, after.seq));
  const done = accepted(await desk.duty.roster(cases.as("ranxiaoyan"), id));
  expect(done.conflicts).toEqual([]);
  await cases.stop();
});

test("what cannot be is explained, and can be given up for once", async () => {
  const cases = await openStation();
  const desk = deskOf(cases);
  const id = await beginRoster(cases, { rows: EMPTY.slice(0, 1) });
  accepted(await desk.ask(id));
  await cases.workers.runDue();
  const { outcome, clash, best, rows } = await desk.view(id);
  expect({ outcome, best, rows }).toEqual({ outcome: "clash", best: true, rows: [] });
  expect(clash.map(({ text }) => text.zh)).toContainEqual(
    expect.stringMatching(/^gaoyuan(两班之间|最多连着值)/),
  );
  await cases.stop();
});

test("a search that is stopped leaves the roster and the last proposal as they were", async () => {
  const cases = await openStation();
  const desk = deskOf(cases);
  const id = await beginRoster(cases, { rows: EMPTY });
  accepted(await desk.ask(id));
  const working = cases.workers.runDue();
  await expect.poll(async () => (await desk.view(id)).running, { interval: 1 }).not.toBeNull();
  accepted(await desk.cancel(id));
  await working;
  const view = await desk.view(id);
  expect(view.running).toBeNull();
  accepted(await desk.cancel(id));
  await cases.stop();
});

test("only those who make rosters see a proposal", async () => {
  const cases = await openStation();
  const desk = deskOf(cases);
  const id = await beginRoster(cases);
  const read = await desk.proposals.rosterProposal(cases.as("yangxiulan"), id);
  expect(codeOf(read)).toBe("case/not-found");
  await cases.stop();
});

test("the next roster carries the nights and weekends of the quarter", async () => {
  const cases = await openStation();
  const { duty, view } = deskOf(cases);
  await publishRoster(cases, await beginRoster(cases));
  const begun = await duty.beginRoster(cases.as("ranxiaoyan"), {
    ...{ commandId: uuidv7(cases.clock.time), from: "2026-11-30", days: 7, copy: false },
  });
  const { caseId } = accepted(begun);
  const { cases: stored } = await cases.parts.store.read({
    ...{ cases: [caseId], commands: [], sequences: [] },
  });
  const rows = stored.get(caseId)?.data["rows"];
  expect(rows).toContainEqual(
    expect.objectContaining({ name: "gaoyuan", carriedNights: 3, carriedWeekends: 1 }),
  );
  expect((await view(caseId)).outcome).toBeNull();
  await cases.stop();
});
