import { describe, expect, test } from "vitest";
import type { Timer } from "../../app/engine/case";
import { MINUTE } from "../../app/engine/time/duration";
import { createCaseStore } from "../../app/storage/case-store";
import type { Database } from "../../app/storage/database";
import { claimDueTimers, nextTimerAt } from "../../app/storage/timer-queue";
import { explain, slowSteps } from "../support/explain";
import { makeTimer, makeWork, matterAfter, NOW } from "../support/make-work";
import { openTestDatabase } from "../support/open-test-database";

async function open(timers: (Partial<Timer> & { id: string })[]) {
  const db = await openTestDatabase();
  const store = createCaseStore(db);
  const work = makeWork({ caseId: "a", matter: { timers: timers.map(makeTimer) } });
  await store.commit([work]);
  return { db, store, matter: matterAfter(work) };
}

const claim = async (db: Database, now: number, limit = 10) =>
  (await claimDueTimers(db, { now, limit, lease: MINUTE })).map(({ timer }) => timer);

describe("timers", () => {
  test("come when they are due, earliest first, never early", async () => {
    const { db } = await open([
      { id: "late", dueAt: NOW },
      { id: "early", dueAt: NOW - 5 },
      { id: "not yet", dueAt: NOW + 1 },
    ]);
    expect(await claimDueTimers(db, { now: NOW, limit: 10, lease: MINUTE })).toEqual([
      { caseId: "a", timer: "early", kind: "transition", dueAt: NOW - 5 },
      { caseId: "a", timer: "late", kind: "transition", dueAt: NOW },
    ]);
    expect(await claim(db, NOW + 1)).toEqual(["not yet"]);
  });

  test("that are claimed come again only after the lease", async () => {
    const { db } = await open([{ id: "t" }]);
    expect(await claim(db, NOW)).toEqual(["t"]);
    expect(await claim(db, NOW + MINUTE - 1)).toEqual([]);
    expect(await claim(db, NOW + MINUTE)).toEqual(["t"]);
  });

  test("that are paused, blocked or have fired do not come", async () => {
    const { db } = await open([
      { id: "paused", dueAt: null },
      { id: "blocked", blocked: true },
      { id: "fired", fired: true },
    ]);
    expect(await claim(db, NOW)).toEqual([]);
    expect(await nextTimerAt(db)).toBeNull();
  });

  test("are gone with the step that disarmed them", async () => {
    const { db, store, matter } = await open([{ id: "t" }]);
    await store.commit([makeWork({ before: matter, matter: { timers: [] } })]);
    expect(await claim(db, NOW)).toEqual([]);
  });

  test("come in portions", async () => {
    const { db } = await open(["a", "b", "c"].map((id) => ({ id })));
    expect(await claim(db, NOW, 2)).toEqual(["a", "b"]);
    expect(await claim(db, NOW, 2)).toEqual(["c"]);
  });

  test("tell when the next one is due", async () => {
    const { db } = await open([
      { id: "b", dueAt: NOW + 7 },
      { id: "a", dueAt: NOW + 3 },
    ]);
    expect(await nextTimerAt(db)).toBe(NOW + 3);
  });

  test("are found without a scan and without sorting", async () => {
    const { db } = await open([{ id: "t" }]);
    const plan = await explain(db, async () => {
      await claimDueTimers(db, { now: NOW, limit: 5, lease: MINUTE });
      await nextTimerAt(db);
    });
    expect(slowSteps(plan)).toEqual([]);
  });
});
