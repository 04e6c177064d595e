import type { Database } from "../../app/storage/database";
import { inTransaction, type Binding } from "../../app/storage/query";

/** What the database does for `work`: one line for each step of the plan of each statement that ran. */
export async function explain(db: Database, work: () => Promise<unknown>): Promise<string[]> {
  const statements: { sql: string; bindings: Binding[] }[] = [];
  const record = ({ sql, bindings }: { sql: string; bindings: Binding[] }) => {
    const own = sql.replaceAll(/\$\d+/g, "?");
    if (/^\s*(with|select|insert|update|delete)/i.test(own))
      statements.push({ sql: own, bindings });
  };
  db.knex.on("query", record);
  await work();
  db.knex.removeListener("query", record);
  return db.dialect === "sqlite" ? onSqlite(db, statements) : onPostgres(db, statements);
}

type Statements = readonly { sql: string; bindings: Binding[] }[];

async function onSqlite(db: Database, statements: Statements): Promise<string[]> {
  const plans = statements.map(({ sql, bindings }) =>
    db.run<{ detail: string }>(`explain query plan ${sql}`, bindings),
  );
  return (await Promise.all(plans)).flat().map(({ detail }) => detail);
}

/** With few rows everything would be scanned: what is scanned or sorted though that is dear has no index. */
async function onPostgres(db: Database, statements: Statements): Promise<string[]> {
  return inTransaction(db.knex, async (run) => {
    for (const way of ["seqscan", "sort", "bitmapscan"]) await run(`set local enable_${way} = off`);
    const plans: string[] = [];
    for (const { sql, bindings } of statements) {
      const rows = await run<Record<string, string>>(`explain (costs off) ${sql}`, bindings);
      plans.push(...rows.map((row) => row["QUERY PLAN"] ?? ""));
    }
    return plans;
  });
}

/** The steps of a plan that grow with the table, not with the answer. */
export function slowSteps(plan: readonly string[]): string[] {
  const onSqlite = /^SCAN (?!q\d|CONSTANT|found|\d)|FOR ORDER BY/;
  const onPostgres = /Seq Scan on|^\W*(Incremental )?Sort\b/;
  return plan.filter((step) => onSqlite.test(step) || onPostgres.test(step));
}
