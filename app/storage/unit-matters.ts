import type { CaseStatus } from "../engine/case";
import type { Database } from "./database";

/** Ids of a unit's own matters of one package, those that began last first: one range of an index. */
export async function listUnitMatters(
  db: Database,
  ask: { package: string; owner: string; status: CaseStatus; limit: number },
): Promise<string[]> {
  const rows = await db.run<{ id: string }>(
    `select id from cases where package = ? and owner_id = ? and status = ?
     order by started_at desc limit ${ask.limit}`,
    [ask.package, ask.owner, ask.status],
  );
  return rows.map(({ id }) => id);
}

/** Ids of matters of one package in an area, whose places begin with `prefix`; those that began last first. Void ones are left out. */
export async function listAreaMatters(
  db: Database,
  ask: { package: string; prefix: string; limit: number },
): Promise<string[]> {
  const rows = await db.run<{ id: string }>(
    `select id from cases where package = ? and place_code like ? and status <> 'void'
     order by started_at desc limit ${ask.limit}`,
    [ask.package, `${ask.prefix}%`],
  );
  return rows.map(({ id }) => id);
}
