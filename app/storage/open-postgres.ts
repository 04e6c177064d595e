import knex, { type Knex } from "knex";
import { types } from "pg";
import { refusalError } from "../engine/errors";
import { MINUTE } from "../engine/time/duration";
import { runOn } from "./query";
import { QUIET } from "./quiet-knex";

/** As many as work well beside each other on a small server; the rest wait for one. */
const CONNECTIONS = 16;

/** Instants and counts come as text unless told otherwise; all of ours are whole and far below 2^53. */
const WHOLE_NUMBERS = new Set<number>([types.builtins.INT8, types.builtins.NUMERIC]);

export function connectPostgres(url: string): Knex {
  return knex({
    ...QUIET,
    client: "pg",
    connection: {
      connectionString: url,
      application_name: "qingyuan",
      types: {
        getTypeParser: (oid, format) =>
          WHOLE_NUMBERS.has(oid) ? Number : (types.getTypeParser(oid, format as "text") as unknown),
      },
    },
    pool: { min: 0, max: CONNECTIONS },
    acquireConnectionTimeout: MINUTE,
  });
}

/**
 * Holds the database to what pages of lists rely on: text ordered by code points, as SQLite orders it. Throws
 * `storage/collation` for one that was made with the order of a language.
 */
export async function checkPostgres(database: Knex): Promise<void> {
  const [found] = await runOn(database)<{ encoding: string; collation: string }>(
    `select pg_encoding_to_char(encoding) as encoding, datcollate as collation
     from pg_database where datname = current_database()`,
  );
  const { encoding = "", collation = "" } = found ?? {};
  const isByCode = /^(C|POSIX)(\.|$)/i.test(collation);
  if (encoding !== "UTF8" || !isByCode) {
    throw refusalError("storage/collation", { found: `${encoding}, ${collation}` });
  }
}
