import { describe, expect, test } from "vitest";
import { DAY, MINUTE } from "../../app/engine/time/duration";
import { createCaseStore } from "../../app/storage/case-store";
import { dueCounties, listParkedIn, queueFigures } from "../../app/storage/county-queues";
import type { Database } from "../../app/storage/database";
import {
  claimEffects,
  extendEffect,
  failEffect,
  finishEffect,
  listParked,
  retryEffect,
} from "../../app/storage/outbox";
import { MOST_TRIES } from "../../app/storage/retries";
import { explain, slowSteps } from "../support/explain";
import { makeWork, NOW } from "../support/make-work";
import { openTestDatabase } from "../support/open-test-database";

const PARAMS = { to: { roles: ["officer"] }, text: { zh: "请确认" } };

async function openWith(...ids: string[]): Promise<Database> {
  const db = await openTestDatabase();
  const effects = ids.map((id) => ({ id, action: "core.notify", params: PARAMS }));
  await createCaseStore(db).commit([makeWork({ caseId: "a", outcome: { effects } })]);
  return db;
}

const claim = (db: Database, now = NOW) =>
  claimEffects(db, { county: "991021", now, limit: 10, lease: MINUTE });

describe("effects", () => {
  test("come once, with what the step gave them", async () => {
    const db = await openWith("a:1:0");
    expect(await claim(db)).toEqual([
      { id: "a:1:0", caseId: "a", seq: 1, action: "core.notify", params: PARAMS, tries: 1 },
    ]);
    expect(await claim(db)).toEqual([]);
  });

  test("that are finished never come again", async () => {
    const db = await openWith("e");
    await claim(db);
    await finishEffect(db, "e");
    expect(await claim(db, NOW + DAY)).toEqual([]);
    expect(await queueFigures(db, "outbox", NOW)).toMatchObject([{ nextAt: null, due: 0 }]);
  });

  test("whose worker died come again after the lease, and the try counts", async () => {
    const db = await openWith("e");
    await claim(db);
    expect(await claim(db, NOW + MINUTE)).toMatchObject([{ id: "e", tries: 2 }]);
  });

  test("that still run can be kept", async () => {
    const db = await openWith("e");
    await claim(db);
    await extendEffect(db, "e", NOW + 5 * MINUTE);
    expect(await claim(db, NOW + 2 * MINUTE)).toEqual([]);
    expect(await claim(db, NOW + 5 * MINUTE)).toHaveLength(1);
  });

  test("that fail wait longer each time and are parked after the last try", async () => {
    const db = await openWith("e");
    let now = NOW;
    const waits: number[] = [];
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      expect(await claim(db, now)).toMatchObject([{ tries }]);
      const status = await failEffect(db, { id: "e", now, error: `no line, try ${tries}` });
      expect(status).toBe(tries < MOST_TRIES ? "waiting" : "parked");
      const [{ nextAt: next = null } = {}] = await queueFigures(db, "outbox", now);
      if (next !== null) {
        waits.push(next - now);
        now = next;
      }
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(await claim(db, now + DAY)).toEqual([]);
    expect(await listParked(db, 5)).toMatchObject([
      { id: "e", params: PARAMS, error: "no line, try 5" },
    ]);
  });

  test("that kill their worker every time are parked as well", async () => {
    const db = await openWith("e");
    for (let tries = 0; tries < MOST_TRIES; tries += 1) await claim(db, NOW + tries * MINUTE);
    expect(await claim(db, NOW + DAY)).toEqual([]);
    expect(await listParked(db, 5)).toMatchObject([{ id: "e", error: null }]);
  });

  test("that were parked can be tried from the beginning", async () => {
    const db = await openWith("e", "f");
    for (let tries = 0; tries <= MOST_TRIES; tries += 1) await claim(db, NOW + tries * MINUTE);
    await retryEffect(db, "e", NOW + DAY);
    expect(await claim(db, NOW + DAY)).toMatchObject([{ id: "e", tries: 1 }]);
  });

  test("keep what they say and how they failed encrypted", async () => {
    const db = await openWith("e");
    await claim(db);
    await failEffect(db, { id: "e", now: NOW, error: "杨秀兰 has no phone" });
    const [row] = await db.run<{ params: Buffer; last_error: Buffer }>(
      "select params, last_error from outbox",
    );
    expect(row?.params.includes("请确认")).toBe(false);
    expect(row?.last_error.includes("杨秀兰")).toBe(false);
  });

  test("that cannot be read are parked at once, and the others go on", async () => {
    const db = await openWith("e", "f");
    await db.run("update outbox set params = ? where id = 'e'", [Buffer.from([0])]);
    expect(await claim(db)).toMatchObject([{ id: "f" }]);
    expect(await listParkedIn(db, { counties: ["991021"], limit: 5 })).toEqual([
      {
        ...{ queue: "outbox", county: "991021", caseId: "a", id: "e", what: "core.notify" },
        ...{ parkedAt: NOW, fault: "unreadable" },
      },
    ]);
  });

  test("that a step wants told in the morning wait until then", async () => {
    const db = await openTestDatabase();
    const effects = [{ id: "e", action: "core.notify", params: PARAMS, notBefore: NOW + DAY }];
    await createCaseStore(db).commit([makeWork({ caseId: "a", outcome: { effects } })]);
    expect(await claim(db, NOW + DAY - 1)).toEqual([]);
    expect(await claim(db, NOW + DAY)).toHaveLength(1);
  });

  test("are found without a scan and without sorting", async () => {
    const db = await openWith("e");
    const plan = await explain(db, async () => {
      await claim(db);
      await dueCounties(db, "outbox", NOW);
      await queueFigures(db, "outbox", NOW);
      await listParkedIn(db, { counties: ["991021"], limit: 5 });
      await listParked(db, 5);
    });
    expect(slowSteps(plan)).toEqual([]);
  });
});
