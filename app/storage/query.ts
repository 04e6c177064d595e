import type { Knex } from "knex";

/** What a `?` may stand for: all that both databases can store. */
export type Binding = string | number | null | Buffer;

/** One row to insert: column → value. */
export type Row = Record<string, Binding>;

/** Runs one SQL statement with `?` bindings and gives its rows. */
export type Run = <Found = Row>(sql: string, bindings?: readonly Binding[]) => Promise<Found[]>;

/** Runs single statements outside a transaction; never inside one (with one connection it would wait forever). */
export function runOn(knex: Knex): Run {
  return async <Found>(sql: string, bindings: readonly Binding[] = []) => {
    const found: unknown = await knex.raw(sql, bindings);
    return (found ?? []) as Found[];
  };
}

/**
 * One transaction: all of `work` is written, or nothing. The first failing statement poisons it: no later
 * statement runs, and it rolls back even if `work` swallows the error. (A full disk makes SQLite roll back by
 * itself; without this, the next statement would be stored alone.) Throws that first error.
 */
export async function inTransaction<Result>(
  knex: Knex,
  work: (run: Run) => Promise<Result>,
): Promise<Result> {
  const faults: unknown[] = [];
  const stopIfPoisoned = () => {
    if (faults.length > 0) throw faults[0];
  };
  try {
    return await knex.transaction(async (transaction) => {
      const runInside = runOn(transaction);
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
