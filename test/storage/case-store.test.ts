import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createCaseStore } from "../../app/storage/case-store";
import type { Database } from "../../app/storage/database";
import { deliverMessage } from "../../app/storage/inbox";
import { saveAttachment } from "../../app/storage/attachments";
import { createPeopleStore } from "../../app/storage/people-store";
import { onPostgres } from "../postgres/test-databases";
import { dumpDatabase } from "../support/dump-database";
import { explain, slowSteps } from "../support/explain";
import { makeStep, makeTimer, makeWork, matterAfter, NOW } from "../support/make-work";
import { makeFolder, openDatabaseWithUnits, openTestDatabase } from "../support/open-test-database";
import { caseStoreContract } from "./case-store.contract";

describe("a case store", () => {
  caseStoreContract(openTestDatabase);
});

describe.skipIf(onPostgres())("a disk that is full", () => {
  /** Lets the database grow by no more than a few pages. */
  async function fillDisk(db: Database, pages: number): Promise<void> {
    const [size] = await db.run<{ page_count: number }>("pragma page_count");
    await db.run(`pragma max_page_count = ${(size?.page_count ?? 0) + pages}`);
  }
  const large = (caseId: string) =>
    makeWork({ caseId, matter: { data: { note: "字".repeat(200_000) } } });

  test("leaves nothing of the step behind, and says that nothing was stored", async () => {
    const db = await openTestDatabase(`sqlite:${join(makeFolder(), "full.db")}`);
    const faults: unknown[] = [];
    const store = createCaseStore(db, { onFault: (error) => faults.push(error) });
    await store.commit([makeWork({ caseId: "before" })]);
    const before = await dumpDatabase(db.run);
    await fillDisk(db, 20);
    const [result] = await store.commit([large("a")]);
    expect(result).toMatchObject({ ok: false, refusal: { code: "storage/write-failed" } });
    expect(JSON.stringify(result)).toContain("SQLITE_FULL");
    expect(await dumpDatabase(db.run)).toEqual(before);
    expect(faults).toHaveLength(1);
  });

  test("stops only the work that does not fit, and writing goes on afterwards", async () => {
    const db = await openTestDatabase(`sqlite:${join(makeFolder(), "full.db")}`);
    const store = createCaseStore(db);
    await store.commit([makeWork({ caseId: "before" })]);
    await fillDisk(db, 60);
    const small = ["a", "b"].map((caseId) => makeWork({ caseId }));
    const results = await store.commit([...small.slice(0, 1), large("c"), ...small.slice(1)]);
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(await store.history("c")).toEqual([]);
    await db.run("pragma max_page_count = 1000000");
    expect(await store.commit([large("c")])).toEqual([{ ok: true }]);
  });
});

describe.skipIf(onPostgres())("at rest", () => {
  test("no name, title, answer, cell or message can be read in the database's files", async () => {
    const folder = makeFolder();
    const db = await openTestDatabase(`sqlite:${join(folder, "qy.db")}`);
    const secret = ["杨秀兰", "李大顺", "宅基地", "高原", "第1步"];
    const user = { id: "u1", login: "gaoyuan", name: "高原", passwordHash: null, demo: false };
    const rest = { disabledAt: null, language: "zh" as const, largeType: false, createdAt: NOW };
    await createPeopleStore(db).save({ users: [{ ...user, ...rest }] });
    const params = { text: { zh: "杨秀兰" } };
    const step = makeStep({
      outcome: {
        effects: [{ id: "e", action: "core.notify", params }],
        registers: [{ register: "book", cells: { name: "杨秀兰" } }],
      },
    });
    await createCaseStore(db).commit([makeWork(step)]);
    const message = { key: "k", caseId: "991021-0001", at: NOW, text: { zh: "杨秀兰" } };
    await deliverMessage(db, { ...message, recipients: ["u1"] });
    const bytes = Buffer.from("杨秀兰");
    const attachment = { id: "f", caseId: "991021-0001", retentionClass: "mediation", at: NOW };
    await saveAttachment(db, { ...attachment, type: "text/plain", bytes });
    const files = ["qy.db", "qy.db-wal"].map((name) => readFileSync(join(folder, name)));
    const written = Buffer.concat(files);
    expect(written.includes("石桥村")).toBe(true);
    for (const text of secret) {
      expect(written.includes(text), text).toBe(false);
      expect(written.includes(JSON.stringify(text)), text).toBe(false);
    }
  });

  test("a ciphertext moved to another matter does not open there", async () => {
    const db = await openTestDatabase();
    const store = createCaseStore(db);
    await store.commit([makeWork({ caseId: "a" }), makeWork({ caseId: "b" })]);
    await db.run("update cases set body = (select body from cases where id = 'b') where id = 'a'");
    const asked = { cases: ["a"], commands: [], sequences: [] };
    await expect(store.read(asked)).rejects.toThrow("storage/cannot-decrypt");
  });

  test("a key wrapped for another matter does not open", async () => {
    const db = await openTestDatabase();
    const store = createCaseStore(db);
    await store.commit([makeWork({ caseId: "a" }), makeWork({ caseId: "b" })]);
    const taken = "(select wrapped from case_keys where case_id = 'b')";
    await db.run(`update case_keys set wrapped = ${taken} where case_id = 'a'`);
    await expect(store.history("a")).rejects.toThrow("storage/cannot-decrypt");
    const next = makeWork({ before: matterAfter(makeWork({ caseId: "a" })) });
    expect(await store.commit([next])).toMatchObject([
      { refusal: { code: "storage/cannot-decrypt" } },
    ]);
  });
});

describe("what waits", () => {
  test("is replaced with every step: tasks, timers, queues", async () => {
    const db = await openTestDatabase();
    const store = createCaseStore(db);
    const first = makeWork({ caseId: "a", matter: { timers: [makeTimer({ id: "t1" })] } });
    await store.commit([first]);
    const second = makeWork({
      before: matterAfter(first),
      matter: { timers: [makeTimer({ id: "t2" })] },
    });
    await store.commit([second]);
    expect(await db.run("select id from tasks")).toEqual([{ id: "a:state2:2" }]);
    expect(await db.run("select id from timers")).toEqual([{ id: "t2" }]);
    const queues = await db.run("select queue, case_id as id from matter_queues");
    expect(queues).toEqual([{ queue: "officer@station", id: "a" }]);
  });

  test("is written without a scan, however many matters there are", async () => {
    const db = await openDatabaseWithUnits();
    const store = createCaseStore(db);
    const first = makeWork({ caseId: "a" });
    await store.commit([first]);
    const plan = await explain(db, () => store.commit([makeWork({ before: matterAfter(first) })]));
    expect(slowSteps(plan)).toEqual([]);
  });
});
