import { describe, expect, test } from "vitest";
import type { Case } from "../../app/engine/case";
import { MINUTE } from "../../app/engine/time/duration";
import { createCaseStore } from "../../app/storage/case-store";
import type { Database } from "../../app/storage/database";
import {
  claimReports,
  failReport,
  finishReport,
  retryReports,
  type LinkReport,
} from "../../app/storage/link-reports";
import { MOST_TRIES } from "../../app/storage/retries";
import { explain, slowSteps } from "../support/explain";
import { makeStep, makeWork, matterAfter, NOW } from "../support/make-work";
import { openTestDatabase } from "../support/open-test-database";

const linked = (id: string): Case["links"] => ({
  repair: [{ id, state: "state1", end: null, exported: {} }],
});

/** A matter that opened another, both stored in one work; the first report is told. */
async function openPair() {
  const db = await openTestDatabase();
  const store = createCaseStore(db);
  const child = makeStep({ caseId: "child" });
  const work = makeWork(makeStep({ caseId: "parent", matter: { links: linked("child") } }), child);
  expect(await store.commit([work])).toEqual([{ ok: true }]);
  return { db, store, parent: matterAfter(work), child: child.next };
}

const claim = (db: Database, now = NOW): Promise<LinkReport[]> =>
  claimReports(db, { now, limit: 10, lease: MINUTE });

async function tellFirst(db: Database): Promise<void> {
  for (const found of await claim(db)) await finishReport(db, { ...found, told: 1, now: NOW });
  expect(await claim(db, NOW + MINUTE)).toEqual([]);
}

const REPORT = { parent: "parent", link: "repair", child: "child" };

describe("reports of linked matters", () => {
  test("wait from the child's first step on, once for each link", async () => {
    const { db } = await openPair();
    expect(await claim(db)).toEqual([{ ...REPORT, from: 1, tries: 1 }]);
  });

  test("wait after each state that the child comes to, and not after what changes none", async () => {
    const { db, store, child } = await openPair();
    await tellFirst(db);
    const quiet = makeWork({ before: child, outcome: { arrived: [] } });
    await store.commit([quiet]);
    expect(await claim(db)).toEqual([]);
    await store.commit([makeWork({ before: matterAfter(quiet) })]);
    expect(await claim(db)).toEqual([{ ...REPORT, from: 3, tries: 1 }]);
  });

  test("wait after its end and after its reopening, though no state is entered", async () => {
    const { db, store, child } = await openPair();
    await tellFirst(db);
    const outcome = { arrived: [] };
    const withdrawn = makeWork({ before: child, matter: { status: "withdrawn" }, outcome });
    await store.commit([withdrawn]);
    await store.commit([makeWork({ before: matterAfter(withdrawn), outcome })]);
    expect(await claim(db)).toEqual([{ ...REPORT, from: 2, tries: 1 }]);
  });

  test("do not wait for a matter that nobody opened, nor for the parent's own steps", async () => {
    const { db, store, parent } = await openPair();
    await tellFirst(db);
    await store.commit([makeWork({ caseId: "alone" }), makeWork({ before: parent })]);
    expect(await claim(db)).toEqual([]);
  });

  test("are written with the step or not at all", async () => {
    const { db, store, child } = await openPair();
    await tellFirst(db);
    const work = makeWork({ before: child });
    await db.run("alter table link_reports rename column wake_at to gone");
    expect(await store.commit([work])).toMatchObject([{ ok: false }]);
    await db.run("alter table link_reports rename column gone to wake_at");
    expect(
      (await store.read({ cases: ["child"], commands: [], sequences: [] })).cases.get("child"),
    ).toMatchObject({ seq: 1 });
    expect(await claim(db)).toEqual([]);
  });

  test("that are claimed come again only after the lease", async () => {
    const { db } = await openPair();
    await claim(db);
    expect(await claim(db, NOW + MINUTE - 1)).toEqual([]);
    expect(await claim(db, NOW + MINUTE)).toEqual([{ ...REPORT, from: 1, tries: 2 }]);
  });

  test("stay where the child went on while the parent was told", async () => {
    const { db, store, child } = await openPair();
    const [found] = await claim(db);
    await store.commit([makeWork({ before: child })]);
    if (found) await finishReport(db, { ...found, told: 1, now: NOW });
    expect(await claim(db)).toEqual([{ ...REPORT, from: 2, tries: 1 }]);
  });

  test("that fail come again later, and are parked after the last try until the next start", async () => {
    const { db } = await openPair();
    let now = NOW;
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      const [found] = await claim(db, now);
      expect(found).toEqual({ ...REPORT, from: 1, tries });
      if (!found) return;
      const status = await failReport(db, { ...found, now });
      expect(status).toBe(tries < MOST_TRIES ? "waiting" : "parked");
      expect(await claim(db, now)).toEqual([]);
      now += 300 * MINUTE;
    }
    expect(await claim(db, now)).toEqual([]);
    await retryReports(db, now);
    expect(await claim(db, now)).toEqual([{ ...REPORT, from: 1, tries: 1 }]);
  });

  test("are found by one indexed read, however many links there are", async () => {
    const { db } = await openPair();
    expect(slowSteps(await explain(db, () => claim(db)))).toEqual([]);
  });
});
