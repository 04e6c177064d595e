import { describe, expect, test } from "vitest";
import type { Database } from "../../app/storage/database";
import { findBriefs, findWhereabouts } from "../../app/storage/case-briefs";
import { loadCaseKeys } from "../../app/storage/case-keys";
import { createCaseStore } from "../../app/storage/case-store";
import { findEarlierBooks, readCells } from "../../app/storage/register-lines";
import { inTransaction, insertRows } from "../../app/storage/query";
import { onPostgres } from "../postgres/test-databases";
import { makeWork } from "../support/make-work";
import { openTestDatabase } from "../support/open-test-database";

const sequences = (db: Database) => db.run("select key, value from number_sequences order by key");

describe("a transaction", () => {
  test("is written as a whole", async () => {
    const db = await openTestDatabase();
    await inTransaction(db.knex, async (run) => {
      await run("insert into number_sequences (key, value) values ('a', 1)");
      await run("insert into number_sequences (key, value) values ('b', 2)");
    });
    expect(await sequences(db)).toHaveLength(2);
  });

  test("leaves nothing when its work throws", async () => {
    const db = await openTestDatabase();
    const work = inTransaction(db.knex, async (run) => {
      await run("insert into number_sequences (key, value) values ('a', 1)");
      throw new Error("changed my mind");
    });
    await expect(work).rejects.toThrow("changed my mind");
    expect(await sequences(db)).toEqual([]);
  });

  test("is poisoned by its first error: swallowing it neither writes the rest nor hides it", async () => {
    const db = await openTestDatabase();
    const work = inTransaction(db.knex, async (run) => {
      await run("insert into number_sequences (key, value) values ('a', 1)");
      await run("insert into nowhere values (1)").catch(() => undefined);
      await run("insert into number_sequences (key, value) values ('b', 2)").catch(() => undefined);
      return "done";
    });
    await expect(work).rejects.toThrow("insert into nowhere");
    expect(await sequences(db)).toEqual([]);
  });

  test.skipIf(onPostgres())(
    "is poisoned by a full disk, where the database has rolled back by itself",
    async () => {
      const db = await openTestDatabase();
      const [size] = await db.run<{ page_count: number }>("pragma page_count");
      await db.run(`pragma max_page_count = ${(size?.page_count ?? 0) + 2}`);
      const work = inTransaction(db.knex, async (run) => {
        const insert = "insert into number_sequences (key, value) values (?, 1)";
        await run(insert, ["step 1"]);
        await run(insert, ["x".repeat(1_000_000)]).catch(() => undefined);
        await run(insert, ["step 3"]).catch(() => undefined);
      });
      await expect(work).rejects.toThrow("SQLITE_FULL");
      expect(await sequences(db)).toEqual([]);
      await inTransaction(db.knex, (run) =>
        run("insert into number_sequences (key, value) values ('later', 1)"),
      );
      expect(await sequences(db)).toEqual([{ key: "later", value: 1 }]);
    },
  );
});

describe("an error", () => {
  test("quotes the statement but never the values", async () => {
    const db = await openTestDatabase();
    const failed = db.run("insert into number_sequences (key, valeu) values (?, 1)", ["杨秀兰"]);
    const error = await failed.catch((thrown: unknown) => thrown);
    expect(String(error)).toContain("valeu");
    expect(String(error)).not.toContain("杨秀兰");
  });
});

describe("inserting many rows", () => {
  test("takes more than one statement can bind", async () => {
    const db = await openTestDatabase();
    const rows = Array.from({ length: 20_000 }, (_, value) => ({ key: `k${value}`, value }));
    const then = "returning key";
    expect(await insertRows(db.run, { table: "number_sequences", rows, then })).toHaveLength(
      20_000,
    );
    expect(await insertRows(db.run, { table: "number_sequences", rows: [] })).toEqual([]);
  });
});

describe("asking about forty thousand matters", () => {
  const MANY = Array.from({ length: 40_000 }, (_, n) => `991021-${n}`);

  test("takes as many statements as it needs, and finds those at both ends", async () => {
    const db = await openTestDatabase();
    const store = createCaseStore(db);
    const [first, last] = [MANY[0] ?? "", MANY.at(-1) ?? ""];
    const outcome = { registers: [{ register: "book", cells: { what: "x" } }] };
    await store.commit([first, last].map((caseId) => makeWork({ caseId, outcome })));

    const both = [first, last];
    expect((await findBriefs(db, MANY)).map(({ id }) => id)).toEqual(both);
    expect((await findWhereabouts(db, MANY)).map(({ id }) => id).sort()).toEqual(both);
    const { cases } = await store.read({ cases: MANY, commands: [], sequences: [] });
    expect([...cases.keys()].sort()).toEqual(both);
    const keys = await loadCaseKeys(db.run, { keyRing: db.keyRing, cases: MANY });
    expect(keys.get({ caseId: last, retentionClass: "qy.register" })).toBeInstanceOf(Buffer);

    const [written] = await db.run<{ package: string; year: number; at: number; unit: string }>(
      "select package, year, at, unit_id as unit from register_lines",
    );
    const name = { package: written?.package ?? "", register: "book" };
    const books = await findEarlierBooks(db, { ...name, cases: MANY, before: 9999 });
    expect(books).toEqual([{ unit: written?.unit, year: written?.year }]);
    const place = { seq: 1, line: 0, at: written?.at ?? 0, unit: "station", year: 2026 };
    const lines = both.map((caseId) => ({ caseId, ...place, correction: false }));
    expect(await readCells(db, { ...name, lines })).toEqual([{ what: "x" }, { what: "x" }]);
    const strangers = MANY.slice(1, -1).map((caseId) => ({ caseId, ...place, correction: false }));
    await expect(readCells(db, { ...name, lines: strangers })).rejects.toThrow(
      "storage/cannot-decrypt",
    );
  });
});
