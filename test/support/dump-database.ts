import type { Run } from "../../app/storage/query";

/** Every row of every table as text, to see whether anything at all was written. */
export async function dumpDatabase(run: Run): Promise<string> {
  const tables = await run<{ name: string }>(
    "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
  );
  const dumps: string[] = [];
  for (const { name } of tables) {
    const rows = await run(`select * from ${name}`);
    dumps.push(`${name}: ${JSON.stringify(rows.map((row) => JSON.stringify(row)).sort())}`);
  }
  return dumps.join("\n");
}
