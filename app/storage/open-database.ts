import { pathToFileURL } from "node:url";
import knex, { type Knex } from "knex";
import { refusalError } from "../engine/errors";
import { MINUTE } from "../engine/time/duration";
import { migrateDatabase } from "./migrate-database";
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

export interface DatabaseSettings {
  /** `sqlite:<path>`, or `sqlite::memory:`. */
  url: string;
  /** False for tools that only look: file and tables must then be there already. Default true. */
  migrate?: boolean;
}

/**
 * Opens the database with one connection (SQLite has one writer; more would only wait for each other) and brings
 * its tables up to date. Throws `storage/url`, `storage/cannot-open`, `storage/newer-schema`, `storage/older-schema`.
 */
export async function openDatabase({ url, migrate = true }: DatabaseSettings): Promise<Knex> {
  const filename = /^sqlite:(.+)$/.exec(url)?.[1];
  if (filename === undefined) throw refusalError("storage/url", { url: withoutPassword(url) });
  const database = knex({
    client: "sqlite3",
    connection: migrate ? { filename } : existing(filename),
    useNullAsDefault: true,
    // Messages keep their `?`: values are people's data and passwords' hashes.
    compileSqlOnError: false,
    pool: { min: 1, max: 1, idleTimeoutMillis: Number.MAX_SAFE_INTEGER },
    acquireConnectionTimeout: MINUTE,
    // Every error is thrown as well; knex would print it a second time.
    log: { warn: silent, error: silent, debug: silent, deprecate: silent },
  });
  try {
    for (const pragma of PRAGMAS) await runOn(database)(`pragma ${pragma}`);
    await migrateDatabase(database, { change: migrate });
    return database;
  } catch (error) {
    await database.destroy();
    throw toRefusal(error);
  }
}

/** A file that must be there: knex itself would always make one. */
function existing(filename: string): { filename: string; flags: string[] } {
  return { filename: `${pathToFileURL(filename).href}?mode=rw`, flags: ["OPEN_URI"] };
}

function silent(): void {}

/** Faults of the file or the disk; anything else is ours and stays as it is. */
const FILE_FAULTS =
  /^SQLITE_(CANTOPEN|NOTADB|READONLY|IOERR|CORRUPT|FULL|BUSY|LOCKED|PERM|AUTH|PROTOCOL)/;

function toRefusal(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (!FILE_FAULTS.test(code)) return error;
  return Object.assign(refusalError("storage/cannot-open", { reason: code }), { cause: error });
}

function withoutPassword(url: string): string {
  return url.replace(/:\/\/[^@/]*@/, "://…@");
}
