import type { JsonObject } from "../engine/json";
import type { UnitId } from "../engine/person";
import type { Instant } from "../engine/time/types";
import type { Database } from "./database";
import { insertRows } from "./query";

/** Aggregate facts of a unit as somebody wrote them; never of persons. */
export interface FactEntry {
  unit: UnitId;
  at: Instant;
  /** A user's id. */
  by: string;
  facts: JsonObject;
}

/** Keeps what was written, for good. */
export async function appendFacts(db: Database, { unit, at, by, facts }: FactEntry): Promise<void> {
  const rows = [{ unit_id: unit, at, set_by: by, facts: JSON.stringify(facts) }];
  await insertRows(db.run, { table: "unit_fact_history", rows });
}

/** What was written about a unit, the newest first; at most `limit`. */
export async function listFacts(
  db: Database,
  { unit, limit }: { unit: UnitId; limit: number },
): Promise<FactEntry[]> {
  const rows = await db.run<{
    unit: string;
    at: number; /** A user's id. */
    by: string;
    facts: string;
  }>(
    `select unit_id as unit, at, set_by as "by", facts from unit_fact_history
     where unit_id = ? order by at desc limit ${limit}`,
    [unit],
  );
  return rows.map((row) => ({
    ...row,
    at: Number(row.at),
    facts: JSON.parse(row.facts) as JsonObject,
  }));
}
