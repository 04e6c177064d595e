import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { Knex } from "knex";
import { createCaseStore } from "../../app/storage/case-store";
import { openStorage } from "../../app/storage/database";
import { createKeyRing } from "../../app/storage/key-ring";
import { migrations } from "../../app/storage/migrations";
import { matterQueues } from "../../app/storage/migrations/005-matter-queues";
import { linkQueue } from "../../app/storage/migrations/012-link-queue";
import { openDatabase } from "../../app/storage/open-database";
import { runOn } from "../../app/storage/query";
import { makeStep, makeTask, makeWork, NOW } from "../support/make-work";
import { makeFolder, openTestDatabase } from "../support/open-test-database";

const open: Knex[] = [];
afterEach(async () => {
  for (const knex of open.splice(0)) await knex.destroy();
});

async function openAt(url: string, migrate = true): Promise<Knex> {
  const knex = await openDatabase({ url, migrate });
  open.push(knex);
  return knex;
}

describe("opening", () => {
  test("sets every setting that safety depends on", async () => {
    const run = runOn(await openAt(`sqlite:${join(makeFolder(), "qy.db")}`));
    const settings: [string, unknown][] = [
      ["journal_mode", "wal"],
      ["synchronous", 2],
      ["foreign_keys", 1],
      ["busy_timeout", 5000],
      ["secure_delete", 1],
      ["cache_size", -65536],
      ["wal_autocheckpoint", 8000],
    ];
    for (const [name, value] of settings) {
      const [row] = await run<Record<string, unknown>>(`pragma ${name}`);
      expect(Object.values(row ?? {}), name).toEqual([value]);
    }
  });

  test.each(["mysql://qy:secret@db/qy", "mysql:x", "qy.db", ""])(
    "refuses the address %s with a remedy and without its password",
    async (url) => {
      const refused = openAt(url).catch((error: unknown) => String(error));
      expect(await refused).toContain("storage/url");
      expect(await refused).not.toContain("secret");
    },
  );

  test("says that the file is no database, or is not there", async () => {
    const folder = makeFolder();
    const text = join(folder, "text.db");
    writeFileSync(text, "not a database, but long enough to have a header of its own".repeat(50));
    await expect(openAt(`sqlite:${text}`)).rejects.toThrow(/storage\/cannot-open.*SQLITE_NOTADB/);
    const missing = `sqlite:${join(folder, "no", "such", "qy.db")}`;
    await expect(openAt(missing)).rejects.toThrow(/storage\/cannot-open.*SQLITE_CANTOPEN/);
  });
});

describe("migrations", () => {
  test("run once, in order, and are remembered", async () => {
    const url = `sqlite:${join(makeFolder(), "qy.db")}`;
    await (await openAt(url)).destroy();
    const applied = await runOn(await openAt(url))("select name from knex_migrations order by id");
    expect(applied).toEqual(migrations.map(({ name }) => ({ name })));
    expect(migrations.map(({ name }) => Number(name.slice(0, 3)))).toEqual(
      migrations.map((_, index) => index + 1),
    );
  });

  test("can be taken back to an empty file", async () => {
    const knex = await openAt("sqlite::memory:");
    for (const { down } of [...migrations].reverse()) await down(knex);
    const left = await runOn(knex)<{ name: string }>(
      "select name from sqlite_master where name not like 'sqlite_%'",
    );
    expect(left.map(({ name }) => name).sort()).toEqual([
      "knex_migrations",
      "knex_migrations_lock",
    ]);
  });

  test("005 makes of queues of tasks queues of matters, each at its soonest", async () => {
    const db = await openTestDatabase();
    const tasks = [
      { id: "t1", roles: ["officer", "mediator"], dueAt: NOW + 2, assignee: "u1" },
      { id: "t2", dueAt: NOW + 1 },
    ];
    const work = makeWork({ caseId: "a", matter: { tasks: tasks.map(makeTask) } });
    await createCaseStore(db).commit([work]);
    const queues = () => db.run("select * from matter_queues order by queue");
    const before = await queues();
    await matterQueues.down(db.knex);
    const old = "insert into task_queues (queue, due_rank, task_id) values (?, ?, ?)";
    await db.run(old, ["officer@station", NOW + 2, "t1"]);
    await db.run(old, ["mediator@station", NOW + 2, "t1"]);
    await db.run(old, ["officer@station", NOW + 1, "t2"]);
    await matterQueues.up(db.knex);
    expect(before).toEqual([
      { queue: "@u1", due_rank: NOW + 2, case_id: "a" },
      { queue: "mediator@station", due_rank: NOW + 2, case_id: "a" },
      { queue: "officer@station", due_rank: NOW + 1, case_id: "a" },
    ]);
    expect(await queues()).toEqual(before);
  });

  test("012 makes of what parents have not heard yet a queue", async () => {
    const db = await openTestDatabase();
    const links = {
      repair: ["c1", "c2"].map((id) => ({ id, state: "state1", end: null, exported: {} })),
    };
    const children = ["c1", "c2"].map((caseId) => makeStep({ caseId }));
    await createCaseStore(db).commit([
      makeWork(makeStep({ caseId: "parent", matter: { links } }), ...children),
    ]);
    await db.run("delete from link_reports where child_id = 'c1'");
    const waiting = () => db.run("select * from link_reports");
    const before = await waiting();
    expect(before).toEqual([
      { parent_id: "parent", name: "repair", child_id: "c2", from_seq: 1, tries: 0, wake_at: NOW },
    ]);
    await linkQueue.down(db.knex);
    await linkQueue.up(db.knex);
    expect(await waiting()).toEqual(before);
  });

  test("a database made by a newer version is refused and left alone", async () => {
    const url = `sqlite:${join(makeFolder(), "qy.db")}`;
    const knex = await openAt(url);
    await runOn(knex)(
      "insert into knex_migrations (name, batch, migration_time) values ('099-future', 9, '')",
    );
    await knex.destroy();
    for (const migrate of [true, false]) {
      await expect(openAt(url, migrate)).rejects.toThrow(/storage\/newer-schema.*099-future/);
    }
  });

  test("a tool that only looks makes neither a file nor tables", async () => {
    const folder = makeFolder();
    const missing = openAt(`sqlite:${join(folder, "none.db")}`, false);
    await expect(missing).rejects.toThrow("SQLITE_CANTOPEN");
    writeFileSync(join(folder, "empty.db"), "");
    const empty = openAt(`sqlite:${join(folder, "empty.db")}`, false);
    await expect(empty).rejects.toThrow(/storage\/older-schema.*001-people/);
    expect(readdirSync(folder).filter((name) => name.endsWith(".db"))).toEqual(["empty.db"]);
  });
});

describe("the master key", () => {
  test("of another database is refused at once", async () => {
    const knex = await openAt("sqlite::memory:");
    await openStorage(knex, createKeyRing(Buffer.alloc(32, 1)));
    await openStorage(knex, createKeyRing(Buffer.alloc(32, 1)));
    const other = openStorage(knex, createKeyRing(Buffer.alloc(32, 2)));
    await expect(other).rejects.toThrow("storage/wrong-key");
  });

  test("must have 32 bytes", () => {
    expect(() => createKeyRing(Buffer.alloc(31))).toThrow("31 bytes");
  });
});
