import { randomUUID } from "node:crypto";
import { afterAll, inject } from "vitest";
import { tableNames } from "../support/dump-database";
import { askOnce, TEMPLATE } from "./start-postgres";

/** True where the tests run on PostgreSQL: what only SQLite has is left out there. */
export function onPostgres(): boolean {
  return inject("postgres") !== undefined;
}

/** An empty database with all tables. */
export interface TestDatabase {
  url: string;
  /** Empties it for the next test. */
  giveBack(): Promise<void>;
}

const free: TestDatabase[] = [];
const drops: (() => Promise<void>)[] = [];

afterAll(async () => {
  for (const drop of drops.splice(0)) await drop();
});

/** Making one takes long, emptying it does not: tests of one file use the same, one after the other. */
export async function takeTestDatabase(): Promise<TestDatabase> {
  return free.pop() ?? (await make());
}

async function make(): Promise<TestDatabase> {
  const server = inject("postgres");
  if (server === undefined) throw new Error("this project has no PostgreSQL server");
  const name = `qy_${randomUUID().replaceAll("-", "")}`;
  await askOnce(server, `create database ${name} template ${TEMPLATE}`);
  drops.push(async () => {
    await askOnce(server, `drop database ${name} with (force)`);
  });
  const url = server.replace("/postgres?", `/${name}?`);
  const tables = await tableNames((sql) => askOnce(url, sql));
  const own = tables.filter((table) => !table.startsWith("knex_"));
  const emptied = own.map((table) => `delete from ${table}`).join("; ");
  const made: TestDatabase = {
    url,
    async giveBack() {
      await askOnce(url, `set session_replication_role = replica; ${emptied}`);
      free.push(made);
    },
  };
  return made;
}
