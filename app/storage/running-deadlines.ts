import type { Database } from "./database";
import { marks } from "./query";

/** More open matters than this are counted no further: a page names some and says how many there are. */
export const MOST_RUNNING = 2000;

/** The open matters of a package in a unit's scope in which one of these deadlines runs, soonest due first. */
export async function listRunningDeadlines(
  db: Database,
  ask: { unit: string; package: string; deadlines: readonly string[] },
): Promise<{ caseId: string; place: string }[]> {
  return db.run<{ caseId: string; place: string }>(
    `select c.id as "caseId", c.place_code as place from case_units u
     join cases c on c.id = u.case_id
     join timers t on t.case_id = c.id
     where u.unit_id = ? and u.status = 'open' and c.package = ? and t.kind in ('due', 'transition')
       and t.deadline in (${marks(ask.deadlines.length)})
     group by c.id, c.place_code order by min(coalesce(t.due_at, 0)), c.id limit ${MOST_RUNNING}`,
    [ask.unit, ask.package, ...ask.deadlines],
  );
}
