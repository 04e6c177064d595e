import type { Run } from "../../app/storage/query";
import { onPostgres } from "../postgres/test-databases";

/** Every row of every table as text, to see whether anything at all was written. */
export async function dumpDatabase(run: Run): Promise<string> {
  const dumps: string[] = [];
  for (const name of await tableNames(run)) {
    const rows = await run(`select * from ${name}`);
    dumps.push(`${name}: ${JSON.stringify(rows.map((row) => JSON.stringify(row)).sort())}`);
  }
  return dumps.join("\n");
}

/** The names of all tables, in order. */
export async function tableNames(run: Run): Promise<string[]> {
  const rows = await run<{ name: string }>(
    onPostgres()
      ? "select tablename as name from pg_tables where schemaname = 'public' order by name"
      : "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
  );
  return rows.map(({ name }) => name);
}
