import type { Database } from "../../app/storage/database";
import type { Binding } from "../../app/storage/query";

/** What the database did for `work`: one line for each table it went through, in each statement that ran. */
export async function explain(db: Database, work: () => Promise<unknown>): Promise<string[]> {
  const statements: { sql: string; bindings: Binding[] }[] = [];
  const record = ({ sql, bindings }: { sql: string; bindings: Binding[] }) => {
    if (/^\s*(with|select|insert|update|delete)/i.test(sql)) statements.push({ sql, bindings });
  };
  db.knex.on("query", record);
  await work();
  db.knex.removeListener("query", record);
  const plans = statements.map(({ sql, bindings }) =>
    db.run<{ detail: string }>(`explain query plan ${sql}`, bindings),
  );
  return (await Promise.all(plans)).flat().map(({ detail }) => detail);
}

/** The steps of a plan that grow with the table, not with the answer. */
export function slowSteps(plan: readonly string[]): string[] {
  return plan.filter((step) => /^SCAN (?!q\d|CONSTANT|found|\d)|FOR ORDER BY/.test(step));
}
