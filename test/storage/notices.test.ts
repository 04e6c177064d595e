import { expect, test } from "vitest";
import type { NoticeChange } from "../../app/engine/case";
import { createCaseStore } from "../../app/storage/case-store";
import type { Database } from "../../app/storage/database";
import { noticeAddress } from "../../app/storage/notice-rows";
import { findOpenNotice, listNoticesOfCase, listNoticesOnBoard } from "../../app/storage/notices";
import { onPostgres } from "../postgres/test-databases";
import { makeNotice, publishing } from "../support/make-notice";
import { makeWork, matterAfter, type StepWish } from "../support/make-work";
import { openTestDatabase } from "../support/open-test-database";

const VILLAGE = "991021200201";

/** Commits a matter's steps one after the other; each wish is a step. */
async function commit(db: Database, caseId: string, ...wishes: StepWish[]): Promise<void> {
  const store = createCaseStore(db);
  let before: StepWish["before"];
  for (const wish of wishes) {
    const work = makeWork({ caseId, ...wish, ...(before === undefined ? {} : { before }) });
    const [result] = await store.commit([work]);
    expect(result?.ok).toBe(true);
    before = matterAfter(work);
  }
}

const on = (db: Database, day: string, village = VILLAGE) =>
  listNoticesOnBoard(db, { village, day }).then((found) => found.map(({ caseId }) => caseId));

test("a notice hangs on its village's board from its first to its last day", async () => {
  const db = await openTestDatabase();
  await commit(db, "a", { outcome: publishing() });
  const id = noticeAddress({ caseId: "a", seq: 1, name: "list" });
  expect(await on(db, "2026-11-30")).toEqual(["a"]);
  expect(await on(db, "2026-12-01")).toEqual([]);
  expect(await on(db, "2026-11-25", "991021200202")).toEqual([]);
  expect(await findOpenNotice(db, { id, day: "2026-11-22" })).toBeUndefined();
  expect(await findOpenNotice(db, { id, day: "2026-12-01" })).toBeUndefined();
  expect(await findOpenNotice(db, { id, day: "2026-11-30" })).toEqual({
    ...{ id, caseId: "a", hash: "h1", seq: 1, status: "open", until: "2026-11-30" },
    ...{ provisional: false, held: [], notice: makeNotice() },
  });
});

test("a board holds what the township and the county publish as well, what ends first on top", async () => {
  const db = await openTestDatabase();
  await commit(db, "county", {
    outcome: publishing({ board: "991021", until: "2026-12-20" }),
  });
  await commit(db, "town", { outcome: publishing({ board: "991021200", until: "2026-11-24" }) });
  await commit(db, "village", { outcome: publishing() });
  await commit(db, "elsewhere", { outcome: publishing({ board: "991023" }) });
  expect(await on(db, "2026-11-23")).toEqual(["town", "village", "county"]);
});

test("an address cannot be told from the matter's id, and is read off paper without doubt", () => {
  const address = noticeAddress({ caseId: "991021-0190", seq: 3, name: "list" });
  expect(address).toMatch(/^[0-9a-hjkmnp-tv-z]{10}$/);
  expect(noticeAddress({ caseId: "991021-0190", seq: 4, name: "list" })).not.toBe(address);
});

test("follows what later steps do: marked, suspended, replaced, taken down", async () => {
  const db = await openTestDatabase();
  const changes = (...notices: NoticeChange[]): StepWish => ({ outcome: { notices } });
  const state = async () =>
    (await listNoticesOfCase(db, "a")).map(({ seq, status, until, held, provisional }) => ({
      ...{ seq, status, until, held, provisional },
    }));
  await commit(
    db,
    "a",
    { outcome: publishing() },
    changes(
      { is: "held", name: "list", rows: [1] },
      { is: "dated", name: "list", until: null, provisional: true },
    ),
  );
  expect(await state()).toEqual([
    { seq: 1, status: "open", until: null, held: [1], provisional: true },
  ]);
  expect(await on(db, "2030-01-01")).toEqual(["a"]);

  await commit(
    db,
    "b",
    { outcome: publishing() },
    { outcome: publishing({ until: "2026-12-07" }) },
    changes({ is: "ended", name: "list" }),
  );
  expect((await listNoticesOfCase(db, "b")).map(({ seq, status }) => [seq, status])).toEqual([
    [2, "ended"],
    [1, "replaced"],
  ]);
  expect(await on(db, "2026-11-25")).toEqual(["a"]);
});

test("is written with its step or not at all", async () => {
  const db = await openTestDatabase();
  await commit(db, "a", { outcome: publishing() });
  const [result] = await createCaseStore(db).commit([
    makeWork({ caseId: "a", commandId: "other", outcome: publishing({ until: "2027-01-01" }) }),
  ]);
  expect(result?.ok).toBe(false);
  expect((await listNoticesOfCase(db, "a")).map(({ until }) => until)).toEqual(["2026-11-30"]);
});

test("what everybody may read for a time is encrypted at rest all the same", async () => {
  const db = await openTestDatabase();
  await commit(db, "a", { outcome: publishing() });
  const rows = await db.run("select * from notices");
  const stored = JSON.stringify(rows.map((row) => Object.values(row).map(String)));
  expect(stored).not.toMatch(/杨德厚|菜地|青石派出所|child-1/);
});

test.skipIf(onPostgres())(
  "a board of a hundred thousand matters is read by its index",
  async () => {
    const db = await openTestDatabase();
    const plan = await db.run<{ detail: string }>(
      `explain query plan select n.id from notices n join cases c on c.id = n.case_id
     where n.board in ('991021200201', '991021200', '991021') and n.status = 'open'
       and n.until_day >= '2026-11-23' order by n.until_day, n.id limit 50`,
    );
    expect(plan.map(({ detail }) => detail).join("\n")).toMatch(
      /SEARCH n USING INDEX .*\(board=\? AND status=\? AND until_day>\?\)/,
    );
  },
);
