import { expect, test } from "vitest";
import { HOUR, MINUTE } from "../../../app/engine/time/duration";
import { instantOf } from "../../../app/engine/time/zone";
import type { SweepsApi } from "../../../app/runtime/api";
import { createSweeps } from "../../../app/runtime/sweeps/create-sweeps";
import { listAudit, appendAudit } from "../../../app/storage/audit-log";
import { exampleFile, partAt } from "../../support/guarded-tree";
import {
  accepted,
  codeOf,
  openTestCases,
  startLoan,
  type TestCases,
} from "../../support/open-test-cases";
import { makeExampleTree } from "../../support/temp-tree";

const FILE = "workflows/tool-lending/workflow.json";
const POSTS = {
  yuanbo: { role: "admin", unit: "991021" },
  elsewhere: { role: "admin", unit: "991023" },
  everywhere: { role: "admin", unit: "9910" },
} as const;

/** A matter whose late decision is to be told to a chief that there is not. */
async function openWith(): Promise<{ cases: TestCases; sweeps: SweepsApi; caseId: string }> {
  const workflow = await exampleFile(FILE);
  partAt(workflow, "deadlines.decision")["ladder"] = [
    { key: "chief", at: 1, tell: ["stationChief"] },
  ];
  const dir = await makeExampleTree({ [FILE]: workflow });
  const cases = await openTestCases({ dir, posts: POSTS });
  const caseId = await startLoan(cases);
  const sweeps = createSweeps({
    ...{ ...cases.parts, workers: cases.workers },
    note: (user, line) => appendAudit(cases.database, [{ at: cases.clock.time, user, ...line }]),
  });
  return { cases, sweeps, caseId };
}

async function park(cases: TestCases): Promise<void> {
  cases.clock.time = instantOf("2026-11-25T08:00");
  for (let i = 0; i < 8; i += 1) {
    await cases.workers.runDue();
    cases.clock.time += 3 * HOUR;
  }
}

const view = async (sweeps: SweepsApi, cases: TestCases, login: string) =>
  accepted(await sweeps.sweeps(cases.as(login)));

test("shows last look, next clock and failures of the administrator's counties, and of no others", async () => {
  const { cases, sweeps } = await openWith();
  await cases.workers.runDue();
  const { counties, parked } = await view(sweeps, cases, "yuanbo");
  expect(counties.map(({ code, name }) => [code, name])).toEqual([["991021", "云岭县"]]);
  expect(counties[0]?.queues[0]).toMatchObject({
    ...{ queue: "timers", is: "well", due: 0, retrying: 0, parked: 0, failed: 0 },
    lastLook: { zh: "11月23日 10:00" },
    next: { zh: "11月25日 00:00" },
  });
  expect(parked).toEqual([]);
  const all = await view(sweeps, cases, "everywhere");
  expect(all.counties.map(({ code }) => code)).toEqual(["991021", "991022", "991023"]);
  expect(codeOf(await sweeps.sweeps(cases.as("gaoyuan")))).toBe("sweeps/not-yours");
});

test("says that nobody has looked for minutes", async () => {
  const { cases, sweeps } = await openWith();
  await cases.workers.runDue();
  cases.clock.time += 3 * MINUTE;
  const { counties } = await view(sweeps, cases, "yuanbo");
  expect(counties[0]?.queues.map(({ is }) => is)).toEqual(["late", "late"]);
});

test("what stands still is listed with why, and tried again with a reason, which is kept", async () => {
  const { cases, sweeps, caseId } = await openWith();
  await park(cases);
  const { counties, parked } = await view(sweeps, cases, "yuanbo");
  expect(counties[0]?.queues[1]).toMatchObject({ queue: "outbox", parked: 1, retrying: 0 });
  expect(parked).toMatchObject([
    {
      queue: "outbox",
      caseId,
      number: "石桥 2026-0001",
      placeName: "石桥村",
      what: { zh: "通知" },
    },
  ]);
  expect(parked[0]?.why.zh).toContain("没有人担任");

  const [row] = parked;
  const asked = { queue: "outbox", caseId, id: row?.id ?? "", reason: "已任命所长" };
  const ask = (login: string, change: object = {}) =>
    sweeps.retryParked(cases.as(login), { ...asked, ...change });
  expect(codeOf(await ask("yuanbo", { reason: " " }))).toBe("sweeps/reason-missing");
  expect(codeOf(await ask("elsewhere"))).toBe("sweeps/not-parked");
  expect(codeOf(await ask("gaoyuan"))).toBe("sweeps/not-yours");
  expect(codeOf(await ask("yuanbo", { queue: "timers" }))).toBe("sweeps/not-parked");

  const post = { role: "stationChief", unit: "991021200.station", from: 0, to: null };
  await cases.people.save({ assignments: [{ id: "new", user: "gaoyuan", ...post }] });
  accepted(await ask("yuanbo"));
  expect(codeOf(await ask("yuanbo"))).toBe("sweeps/not-parked");
  await cases.workers.runDue();
  const { messages } = await cases.part.inbox(cases.as("gaoyuan"));
  expect(messages.map(({ text }) => text.zh)).toContain(
    "石桥 2026-0001 答复期限超期 1 个工作日，还没有办，请过问。",
  );
  expect((await view(sweeps, cases, "yuanbo")).parked).toEqual([]);
  const audit = await listAudit(cases.database, caseId);
  expect(audit.filter(({ act }) => act === "sweeps.retry")).toMatchObject([
    { user: "yuanbo", detail: { reason: "已任命所长", queue: "outbox" } },
  ]);
});

test("a clock that cannot be fired is listed by its deadline, and fired when it is tried again", async () => {
  const { cases, sweeps, caseId } = await openWith();
  await cases.workers.runDue();
  const [{ body } = { body: null }] = await cases.database.run<{ body: Buffer }>(
    "select body from cases where id = ?",
    [caseId],
  );
  await cases.database.run("update cases set body = x'00' where id = ?", [caseId]);
  await park(cases);
  const { parked } = await view(sweeps, cases, "yuanbo");
  expect(parked.map(({ queue, what }) => [queue, what.zh]).sort()).toEqual([
    ["timers", "答复期限"],
    ["timers", "答复期限：告知派出所所长"],
  ]);
  await cases.database.run("update cases set body = ? where id = ?", [body, caseId]);
  for (const { queue, id } of parked)
    accepted(await sweeps.retryParked(cases.as("yuanbo"), { queue, caseId, id, reason: "已修好" }));
  await cases.workers.runDue();
  const { seq } = accepted(await cases.part.caseView(cases.as("gaoyuan"), caseId));
  expect(seq).toBe(3);
});

test("the metrics hold counties and figures, and nothing of anybody", async () => {
  const { cases, sweeps } = await openWith();
  await park(cases);
  const text = await sweeps.metrics();
  expect(text).toContain('qy_queue_parked{queue="outbox",county="991021"} 1');
  expect(text).toMatch(
    /qy_queue_last_look_timestamp_seconds\{queue="timers",county="991021"\} \d+/,
  );
  expect(text).toContain("# TYPE qy_queue_failed_total counter");
  for (const line of text.trimEnd().split("\n"))
    expect(line).toMatch(
      /^(# (HELP|TYPE) qy_\w+ .+|qy_\w+\{queue="(timers|outbox)",county="\d{6}"\} \d+(\.\d+)?)$/,
    );
  expect(text).not.toContain("石桥");
});
