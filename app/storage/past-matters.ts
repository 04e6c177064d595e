import type { Instant } from "../engine/time/types";
import type { Database } from "./database";

/** A matter that a change could be tried on. */
export interface PastMatter {
  id: string;
  place: string;
}

/** The matters of a package in a unit's scope that are open or ended since a moment, newest first. */
export async function listPastMatters(
  db: Database,
  ask: { unit: string; package: string; since: Instant; limit: number },
): Promise<PastMatter[]> {
  return db.run<PastMatter>(
    `select c.id, c.place_code as place from case_units u join cases c on c.id = u.case_id
     where u.unit_id = ? and u.status in ('open', 'ended') and c.package = ?
       and (c.status = 'open' or c.last_at >= ?)
     order by c.id desc limit ${ask.limit}`,
    [ask.unit, ask.package, ask.since],
  );
}
