import type { Knex } from "knex";

/** What a `?` may stand for: all that both databases can store. */
export type Binding = string | number | null | Buffer;

/** One row to insert: column → value. */
export type Row = Record<string, Binding>;

/** Runs one SQL statement with `?` bindings and gives its rows. */
export type Run = <Found = Row>(sql: string, bindings?: readonly Binding[]) => Promise<Found[]>;

/** The databases that the same SQL is written for. */
export type Dialect = "sqlite" | "postgres";

export function dialectOf(knex: Knex): Dialect {
  const { config } = knex.client as { config: Knex.Config };
  return config.client === "pg" ? "postgres" : "sqlite";
}

/** Runs single statements outside a transaction; never inside one (with one connection it would wait forever). */
export function runOn(knex: Knex): Run {
  return async <Found>(sql: string, bindings: readonly Binding[] = []) => {
    const found: unknown = await knex.raw(sql, bindings);
    return rowsOf(found) as Found[];
  };
}

/** SQLite's driver gives the rows, PostgreSQL's a result that holds them. */
function rowsOf(found: unknown): unknown[] {
  if (Array.isArray(found)) return found;
  return (found as { rows?: unknown[] } | undefined)?.rows ?? [];
}

/**
 * What may go on beside a transaction where several connections write. `alone`: nothing that is `alone` as well, so
 * that what was read still holds when it is written. `rows`: others that are
 * `rows`; the work locks what it reads in order to write, and is done again where another came first all the same. `reading`: anything; the work sees everything as it was at its beginning, and writes nothing. On
 * SQLite, with its one connection, all are `alone`.
 */
export type Beside = "alone" | "rows" | "reading";

/** Any number will do, as long as nobody else in this database takes it. */
const WRITER_LOCK = 7_120_601;

const BEGIN: Record<Beside, string> = {
  alone: `select pg_advisory_xact_lock(${WRITER_LOCK})`,
  rows: `select pg_advisory_xact_lock_shared(${WRITER_LOCK})`,
  reading: "set transaction isolation level repeatable read, read only",
};

/**
 * One transaction: all of `work` is written, or nothing. The first failing statement poisons it: no later
 * statement runs, and it rolls back even if `work` swallows the error. (A full disk makes SQLite roll back by
 * itself; without this, the next statement would be stored alone.) Throws that first error.
 */
export async function inTransaction<Result>(
  knex: Knex,
  work: (run: Run) => Promise<Result>,
  beside: Beside = "alone",
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await takeOnce(knex, work, beside);
    } catch (error) {
      if (beside !== "rows" || tries === TRIES || !isRivalry(error)) throw error;
    }
  }
}

/** A matter that many write at once is tried as often as it takes each of them to see the one before. */
const TRIES = 5;

async function takeOnce<Result>(
  knex: Knex,
  work: (run: Run) => Promise<Result>,
  beside: Beside,
): Promise<Result> {
  const faults: unknown[] = [];
  const stopIfPoisoned = () => {
    if (faults.length > 0) throw faults[0];
  };
  try {
    return await knex.transaction(async (transaction) => {
      const runInside = oneByOne(runOn(transaction), dialectOf(knex));
      if (dialectOf(knex) === "postgres") await runInside(BEGIN[beside]);
      const result = await work(async (sql, bindings) => {
        stopIfPoisoned();
        try {
          return await runInside(sql, bindings);
        } catch (error) {
          faults.push(error);
          throw error;
        }
      });
      stopIfPoisoned();
      return result;
    });
  } catch (error) {
    // After a rollback by the database itself, knex reports its own failing ROLLBACK: the cause says more.
    stopIfPoisoned();
    throw error;
  }
}

/** PostgreSQL's driver wants one statement after the other; SQLite's is faster when it gets them together. */
function oneByOne(run: Run, dialect: Dialect): Run {
  if (dialect === "sqlite") return run;
  let last: Promise<unknown> = Promise.resolve();
  return <Found>(sql: string, bindings?: readonly Binding[]) => {
    const next = last.then(() => run<Found>(sql, bindings));
    last = next.catch(() => undefined);
    return next;
  };
}

/** Thrown by a work that finds what it read changed by another. */
export class RivalryError extends Error {}

/**
 * Whether a transaction failed because another wrote the same at the same moment: by the work's own word, or by
 * PostgreSQL's (unique violation, serialization failure, deadlock). Taken again, it sees what the other wrote.
 */
function isRivalry(error: unknown): boolean {
  if (error instanceof RivalryError) return true;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "23505" || code === "40001" || code === "40P01";
}

/**
 * The end of a `select` that keeps its rows from others until the transaction ends: those that want the same wait, or
 * skip them. On SQLite there is nobody else. (Rows that refer to a locked one may still be added.)
 */
export function lockRows(dialect: Dialect, others: "wait" | "skip" = "wait"): string {
  if (dialect === "sqlite") return "";
  return others === "wait" ? "for no key update" : "for no key update skip locked";
}

/** `?, ?, ?` for `in (…)` with `count` bindings; none fits an empty list. */
export function marks(count: number): string {
  return count === 0 ? "null" : Array.from({ length: count }, () => "?").join(", ");
}

/** SQLite takes 32,766 bindings in a statement. */
const MOST_BINDINGS = 30_000;

/**
 * Asks about any number of things in as many statements as their bindings need, and gives all rows in that order.
 * Nothing is asked about an empty list.
 */
export async function runInParts<Item, Found>(
  items: readonly Item[],
  ask: (part: readonly Item[]) => Promise<Found[]>,
  size = MOST_BINDINGS,
): Promise<Found[]> {
  const found: Found[] = [];
  for (let from = 0; from < items.length; from += size) {
    for (const row of await ask(items.slice(from, from + size))) found.push(row);
  }
  return found;
}

/**
 * Inserts rows that all have the same columns, many in a statement. `then` is the end of the statement
 * (`on conflict …`, `returning …`); gives what it returns.
 */
export async function insertRows<Found = Row>(
  run: Run,
  { table, rows, then = "" }: { table: string; rows: readonly Row[]; then?: string },
): Promise<Found[]> {
  const first = rows[0];
  if (!first) return [];
  const columns = Object.keys(first);
  const size = Math.max(1, Math.floor(MOST_BINDINGS / columns.length));
  const found: Found[] = [];
  for (let from = 0; from < rows.length; from += size) {
    const part = rows.slice(from, from + size);
    const values = part.map(() => `(${marks(columns.length)})`).join(", ");
    const bindings = part.flatMap((row) => columns.map((column) => row[column] ?? null));
    const sql = `insert into ${table} (${columns.join(", ")}) values ${values} ${then}`;
    found.push(...(await run<Found>(sql, bindings)));
  }
  return found;
}

/** Adds rows, or replaces those with the same key. All rows have the same columns. */
export async function upsert(
  run: Run,
  { table, key, rows }: { table: string; key: readonly string[]; rows: readonly Row[] },
): Promise<void> {
  const others = Object.keys(rows[0] ?? {}).filter((column) => !key.includes(column));
  const set = others.map((column) => `${column} = excluded.${column}`).join(", ");
  const then = `on conflict (${key.join(", ")}) do update set ${set}`;
  await insertRows(run, { table, rows, then });
}
