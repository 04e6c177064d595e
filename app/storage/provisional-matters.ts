import type { Day } from "../engine/time/types";
import { endOfDay } from "../engine/time/zone";
import type { Database } from "./database";
import { NO_LAST_DAY } from "./notice-rows";

/** A matter with provisional dates, and the step it stands at. */
export interface ProvisionalMatter {
  caseId: string;
  seq: number;
}

/**
 * Matters with dates that were counted before their year had a calendar: clocks due up to a day or standing still, and
 * notices up to that day that somebody still sees. In the order of their ids, after one; two ranges of an index.
 */
export async function listProvisionalMatters(
  db: Database,
  ask: { upToDay: Day; today: Day; after: string; limit: number },
): Promise<ProvisionalMatter[]> {
  const { upToDay, today, after, limit } = ask;
  return db.run<ProvisionalMatter>(
    `select c.id as "caseId", c.seq from (
       select * from (select distinct case_id from timers
         where provisional = 1 and case_id > ? and (due_at is null or due_at <= ?)
         order by case_id limit ${limit}) as t
       union
       select * from (select distinct case_id from notices
         where provisional = 1 and case_id > ? and status = 'open'
           and until_day >= ? and (until_day <= ? or until_day = '${NO_LAST_DAY}')
         order by case_id limit ${limit}) as n
     ) as found join cases c on c.id = found.case_id
     order by c.id limit ${limit}`,
    [after, endOfDay(upToDay), after, today, upToDay],
  );
}
