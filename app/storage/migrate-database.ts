import type { Knex } from "knex";
import { refusalError } from "../engine/errors";
import { migrations } from "./migrations";
import type { Migration } from "./migrations/migration";
import { runOn } from "./query";

/** knex keeps the list of what has been applied here. */
const APPLIED = "knex_migrations";

/**
 * Brings the tables up to date; with `change: false` refuses instead (`storage/older-schema`). A database that a
 * newer version has changed is refused with `storage/newer-schema`, before anything is touched.
 */
export async function migrateDatabase(knex: Knex, { change }: { change: boolean }): Promise<void> {
  const known = new Set(migrations.map(({ name }) => name));
  const applied = await appliedNames(knex);
  const newer = applied.filter((name) => !known.has(name));
  if (newer.length > 0) throw refusalError("storage/newer-schema", { found: newer.join(", ") });
  const missing = [...known].filter((name) => !applied.includes(name));
  if (!change && missing.length > 0) {
    throw refusalError("storage/older-schema", { missing: missing.join(", ") });
  }
  if (missing.length > 0)
    await knex.migrate.latest({ tableName: APPLIED, migrationSource: source });
}

/** Names of the migrations that this database has had; none for an empty file. */
async function appliedNames(knex: Knex): Promise<string[]> {
  if (!(await knex.schema.hasTable(APPLIED))) return [];
  const rows = await runOn(knex)<{ name: string }>(`select name from ${APPLIED} order by id`);
  return rows.map(({ name }) => name);
}

/** The list is explicit: a bundle has no folder to scan. */
const source: Knex.MigrationSource<Migration> = {
  getMigrations: () => Promise.resolve([...migrations]),
  getMigrationName: ({ name }) => name,
  getMigration: ({ up, down }) => Promise.resolve({ up, down }),
};
