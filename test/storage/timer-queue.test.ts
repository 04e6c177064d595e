import { describe, expect, test } from "vitest";
import type { Timer } from "../../app/engine/case";
import { DAY, MINUTE } from "../../app/engine/time/duration";
import { createCaseStore } from "../../app/storage/case-store";
import type { Database } from "../../app/storage/database";
import { dueCounties, queueFigures } from "../../app/storage/county-queues";
import { claimDueTimers, failTimer, retryTimer } from "../../app/storage/timer-queue";
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

const COUNTY = "991021";
const figures = (db: Database) => queueFigures(db, "timers", NOW);

const claim = async (db: Database, now: number, limit = 10) =>
  (await claimDueTimers(db, { county: COUNTY, now, limit, lease: MINUTE })).map(
    ({ timer }) => timer,
  );

describe("timers", () => {
  test("come when they are due, earliest first, never early", async () => {
    const { db } = await open([
      { id: "late", dueAt: NOW },
      { id: "early", dueAt: NOW - 5 },
      { id: "not yet", dueAt: NOW + 1 },
    ]);
    expect(
      await claimDueTimers(db, { county: COUNTY, now: NOW, limit: 10, lease: MINUTE }),
    ).toEqual([
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
    expect(await figures(db)).toMatchObject([{ nextAt: null, due: 0 }]);
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
    expect(await figures(db)).toEqual([
      { county: COUNTY, nextAt: NOW + 3, due: 0, retrying: 0, parked: 0 },
    ]);
  });

  test("are found without a scan and without sorting", async () => {
    const { db } = await open([{ id: "t" }]);
    const plan = await explain(db, async () => {
      await claimDueTimers(db, { county: COUNTY, now: NOW, limit: 5, lease: MINUTE });
      await dueCounties(db, "timers", NOW);
      await figures(db);
    });
    // `found` holds the counties: it is walked, a few rows long.
    expect(slowSteps(plan)).toEqual([]);
  });

  test("of one county never come with another's, however many there are", async () => {
    const { db, store } = await open(["a", "b", "c"].map((id) => ({ id })));
    const place = { code: "991023200201", name: "清泉村" };
    const other = { timers: [makeTimer({ id: "theirs" })], place };
    await store.commit([makeWork({ caseId: "z", matter: other })]);
    expect(await dueCounties(db, "timers", NOW)).toEqual(["991021", "991023"]);
    expect(await claim(db, NOW, 10)).toEqual(["a", "b", "c"]);
    expect(await dueCounties(db, "timers", NOW)).toEqual(["991023"]);
    const theirs = { county: "991023", now: NOW, limit: 10, lease: MINUTE };
    expect((await claimDueTimers(db, theirs)).map(({ timer }) => timer)).toEqual(["theirs"]);
  });

  test("that fail wait longer each time, are parked after the fifth try, and come again when asked", async () => {
    const { db } = await open([{ id: "t" }]);
    let now = NOW;
    const fail = () => failTimer(db, { caseId: "a", timer: "t", now, fault: "case/engine" });
    for (const wait of [1, 5, 30, 120]) {
      expect(await claim(db, now)).toEqual(["t"]);
      expect(await fail()).toBe("waiting");
      expect(await figures(db)).toMatchObject([{ retrying: 1, parked: 0 }]);
      expect(await claim(db, now + wait * MINUTE - 1)).toEqual([]);
      now += wait * MINUTE;
    }
    expect(await claim(db, now)).toEqual(["t"]);
    expect(await fail()).toBe("parked");
    expect(await figures(db)).toMatchObject([{ nextAt: null, retrying: 0, parked: 1 }]);
    expect(await claim(db, now + DAY)).toEqual([]);
    expect(await retryTimer(db, { caseId: "a", timer: "t", now })).toBe(true);
    expect(await retryTimer(db, { caseId: "a", timer: "t", now })).toBe(false);
    expect(await claim(db, now)).toEqual(["t"]);
  });

  test("whose worker dies each time are parked too", async () => {
    const { db } = await open([{ id: "t" }]);
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await claim(db, NOW + tries * MINUTE)).toEqual(["t"]);
    }
    expect(await claim(db, NOW + 5 * MINUTE)).toEqual([]);
    expect(await figures(db)).toMatchObject([{ parked: 1 }]);
  });

  test("that were parked are tried anew once the matter has taken another step", async () => {
    const { db, store, matter } = await open([{ id: "t" }]);
    for (let tries = 0; tries < 6; tries += 1) await claim(db, NOW + tries * MINUTE);
    await store.commit([makeWork({ before: matter })]);
    expect(await claim(db, NOW)).toEqual(["t"]);
  });
});
