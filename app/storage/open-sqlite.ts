import { pathToFileURL } from "node:url";
import knex, { type Knex } from "knex";
import { MINUTE } from "../engine/time/duration";
import { QUIET } from "./quiet-knex";
import { runOn } from "./query";

/** SQLite's settings, each with what it is for. */
const PRAGMAS = [
  // Readers do not stop the writer; one fsync a commit.
  "journal_mode = WAL",
  // An acknowledged step survives a power cut.
  "synchronous = FULL",
  "foreign_keys = ON",
  "busy_timeout = 5000",
  // Deleted rows are overwritten: a destroyed key must not linger in free pages.
  "secure_delete = ON",
  // Sorting never spills plain text to the disk.
  "temp_store = MEMORY",
  // 64 MB, in KiB.
  "cache_size = -65536",
  "wal_autocheckpoint = 8000",
];

/** One connection: SQLite has one writer, and more would only wait for each other. */
export function connectSqlite(filename: string, { mustExist }: { mustExist: boolean }): Knex {
  return knex({
    ...QUIET,
    client: "sqlite3",
    connection: mustExist ? existing(filename) : { filename },
    useNullAsDefault: true,
    pool: { min: 1, max: 1, idleTimeoutMillis: Number.MAX_SAFE_INTEGER },
    acquireConnectionTimeout: MINUTE,
  });
}

/** To be called once, before anything else is done on the connection. */
export async function prepareSqlite(database: Knex): Promise<void> {
  for (const pragma of PRAGMAS) await runOn(database)(`pragma ${pragma}`);
}

/** A file that must be there: knex itself would always make one. */
function existing(filename: string): { filename: string; flags: string[] } {
  return { filename: `${pathToFileURL(filename).href}?mode=rw`, flags: ["OPEN_URI"] };
}
