import type { Knex } from "knex";
import { refusalError } from "../engine/errors";
import { RefusalError } from "../engine/refusal";
import { migrateDatabase } from "./migrate-database";
import { checkPostgres, connectPostgres } from "./open-postgres";
import { connectSqlite, prepareSqlite } from "./open-sqlite";

export interface DatabaseSettings {
  /** `sqlite:<path>`, `sqlite::memory:`, or `postgres://…`. */
  url: string;
  /** False for tools that only look: file and tables must then be there already. Default true. */
  migrate?: boolean;
}

/**
 * Opens the database and brings its tables up to date. Throws `storage/url`, `storage/cannot-open`,
 * `storage/collation`, `storage/newer-schema`, `storage/older-schema`.
 */
export async function openDatabase({ url, migrate = true }: DatabaseSettings): Promise<Knex> {
  const { knex, prepare } = connect(url, { mustExist: !migrate });
  try {
    await prepare(knex);
    await migrateDatabase(knex, { change: migrate });
    return knex;
  } catch (error) {
    await knex.destroy();
    throw toRefusal(error);
  }
}

/** The file of a SQLite address; undefined for a database on a server. */
export function sqliteFile(url: string): string | undefined {
  return /^sqlite:(.+)$/.exec(url)?.[1];
}

interface Connected {
  knex: Knex;
  prepare: (knex: Knex) => Promise<void>;
}

function connect(url: string, how: { mustExist: boolean }): Connected {
  const filename = sqliteFile(url);
  if (filename !== undefined) {
    return { knex: connectSqlite(filename, how), prepare: prepareSqlite };
  }
  if (/^postgres(ql)?:\/\//.test(url)) {
    return { knex: connectPostgres(url), prepare: checkPostgres };
  }
  throw refusalError("storage/url", { url: withoutPassword(url) });
}

/** Faults of the file, the disk, the network or the sign-in; anything else is ours and stays as it is. */
const FAULTS = [
  /^SQLITE_(CANTOPEN|NOTADB|READONLY|IOERR|CORRUPT|FULL|BUSY|LOCKED|PERM|AUTH|PROTOCOL)/,
  /^(ECONNREFUSED|ECONNRESET|ENOENT|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN)$/,
  // PostgreSQL: no such database, not allowed, shutting down, too many connections.
  /^(3D000|28...|57P..|53...|08...)$/,
];

function toRefusal(error: unknown): unknown {
  if (error instanceof RefusalError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (!FAULTS.some((fault) => fault.test(code))) return error;
  return Object.assign(refusalError("storage/cannot-open", { reason: code }), { cause: error });
}

function withoutPassword(url: string): string {
  return url.replace(/:\/\/[^@/]*@/, "://…@");
}
