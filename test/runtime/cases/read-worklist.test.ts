import { expect, test } from "vitest";
import { instantOf } from "../../../app/engine/time/zone";
import type { QueueName } from "../../../app/runtime/api";
import {
  accepted,
  openTestCases,
  startLoan,
  take,
  type Login,
  type TestCases,
} from "../../support/open-test-cases";

async function rowsOf(cases: TestCases, by: Login, queue: QueueName) {
  const { rows } = await cases.part.worklist(cases.as(by), { queue, after: null });
  return rows.map((row) => [
    row.number,
    row.stateTitles.map(({ zh }) => zh).join("、"),
    row.due.text.zh,
  ]);
}

test("a list shows what waits, due first, and says what is overdue", async () => {
  const cases = await openTestCases();
  const early = await startLoan(cases);
  cases.clock.time = instantOf("2026-11-24T10:00");
  await startLoan(cases);
  cases.clock.time = instantOf("2026-11-25T10:00");
  await cases.workers.runDue();
  expect(await rowsOf(cases, "gaoyuan", "unit")).toEqual([
    ["石桥 2026-0001", "待批准", "超期 1 天"],
    ["石桥 2026-0002", "待批准", "今天到期"],
  ]);
  expect(await rowsOf(cases, "gaoyuan", "overdue")).toEqual([
    ["石桥 2026-0001", "待批准", "超期 1 天"],
  ]);
  expect(await rowsOf(cases, "gaoyuan", "mine")).toEqual([]);
  expect(await rowsOf(cases, "yangxiulan", "mine")).toHaveLength(2);
  expect(await rowsOf(cases, "zhouzheng", "unit")).toEqual([]);
  const { queues } = await cases.part.worklist(cases.as("gaoyuan"), { queue: "unit", after: null });
  expect(queues.map(({ name, count }) => [name, count])).toEqual([
    ["mine", 0],
    ["unit", 2],
    ["overdue", 1],
    ["all", 2],
  ]);

  accepted(
    await take(cases, {
      by: "gaoyuan",
      caseId: early,
      event: "decline",
      form: { declineReason: "坏了" },
    }),
  );
  expect(await rowsOf(cases, "gaoyuan", "overdue")).toEqual([]);
  expect(await rowsOf(cases, "gaoyuan", "all")).toEqual([
    ["石桥 2026-0002", "待批准", "今天到期"],
    ["石桥 2026-0001", "未批准", "已办结"],
  ]);
});

test("a matter with two states beside each other is one row that names both", async () => {
  const cases = await openTestCases();
  const caseId = await startLoan(cases);
  accepted(await take(cases, { by: "gaoyuan", caseId, event: "approve" }));
  const named = { unit: "待签借条、待清点", all: "待签借条、待清点" };
  for (const queue of ["unit", "all"] as const) {
    const rows = await rowsOf(cases, "gaoyuan", queue);
    expect(
      rows.map(([, states]) => states),
      queue,
    ).toEqual([named[queue]]);
  }
  const { queues } = await cases.part.worklist(cases.as("gaoyuan"), { queue: "unit", after: null });
  expect(queues.map(({ count }) => count)).toEqual([1, 1, 0, 1]);
});

test("pages follow each other without a gap or a repeat, whatever their cursor is made to be", async () => {
  const cases = await openTestCases();
  for (let i = 0; i < 60; i += 1) await startLoan(cases);
  const officer = cases.as("gaoyuan");
  for (const queue of ["unit", "all"] as const) {
    const first = await cases.part.worklist(officer, { queue, after: null });
    const second = await cases.part.worklist(officer, { queue, after: first.next });
    const ids = [...first.rows, ...second.rows].map((row) => row.caseId);
    expect([first.rows.length, second.rows.length, new Set(ids).size]).toEqual([50, 10, 60]);
    expect(second.next).toBe(null);
    for (const after of ["", "x", "9~9", "99999~x", "1' or 1=1"]) {
      const odd = await cases.part.worklist(officer, { queue, after });
      expect(odd.rows.length).toBeLessThanOrEqual(50);
    }
  }
});
