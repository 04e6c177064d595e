import type { Instant } from "../engine/time/types";
import type { Database } from "./database";

/** What is claimed county by county. */
export type CountyQueue = "timers" | "outbox";

/** How a county's queue stands. */
export interface QueueFigures {
  county: string;
  /** When the next one is due; null where nothing waits. */
  nextAt: Instant | null;
  /** Due and not done yet. */
  due: number;
  /** Failed and tried again later. */
  retrying: number;
  /** Left alone after the last try. */
  parked: number;
}

/**
 * Every county in a queue, from one to the next in the index: as many looks as there are counties, however much
 * waits in each.
 */
const COUNTIES = (queue: CountyQueue): string => `with recursive found(county) as (
    select (select min(county) from ${queue})
    union all
    select (select min(q.county) from ${queue} q where q.county > found.county)
    from found where found.county is not null)`;

/** The counties in which something of the queue is due. */
export async function dueCounties(
  db: Database,
  queue: CountyQueue,
  now: Instant,
): Promise<string[]> {
  const rows = await db.run<{ county: string }>(
    `${COUNTIES(queue)} select county from found where county is not null
     and exists (select 1 from ${queue} q where q.county = found.county and q.wake_at <= ?)`,
    [now],
  );
  return rows.map(({ county }) => county);
}

const RETRYING: Record<CountyQueue, string> = {
  timers: "q.tries > 0 and q.fault is not null and q.parked_at is null",
  outbox: "q.status = 'waiting' and q.fault is not null",
};
const PARKED = "q.parked_at is not null";

/** How every county's queue stands now. */
export async function queueFigures(
  db: Database,
  queue: CountyQueue,
  now: Instant,
): Promise<QueueFigures[]> {
  const count = (what: string): string =>
    `(select count(*) from ${queue} q where q.county = found.county and ${what})`;
  return db.run<QueueFigures>(
    `${COUNTIES(queue)} select county,
       (select min(q.wake_at) from ${queue} q where q.county = found.county) as "nextAt",
       ${count("q.wake_at <= ?")} as due,
       ${count(RETRYING[queue])} as retrying,
       ${count(PARKED)} as parked
     from found where county is not null`,
    [now],
  );
}

/** Something that was left alone. */
export interface ParkedRow {
  queue: CountyQueue;
  county: string;
  caseId: string;
  /** Of a timer its id within the matter; of an effect its own. */
  id: string;
  /** A timer's deadline, an effect's action. */
  what: string;
  parkedAt: Instant;
  fault: string | null;
}

/** What was left alone in these counties, the newest first. */
export async function listParkedIn(
  db: Database,
  { counties, limit }: { counties: readonly string[]; limit: number },
): Promise<ParkedRow[]> {
  const found: ParkedRow[] = [];
  for (const county of counties) {
    const columns = `county, case_id as "caseId", id, parked_at as "parkedAt", fault`;
    const timers = await db.run<ParkedRow>(
      `select 'timers' as queue, ${columns}, deadline as what from timers
       where county = ? and parked_at is not null order by parked_at desc limit ${limit}`,
      [county],
    );
    const effects = await db.run<ParkedRow>(
      `select 'outbox' as queue, ${columns}, action as what from outbox
       where county = ? and parked_at is not null order by parked_at desc limit ${limit}`,
      [county],
    );
    found.push(...timers, ...effects);
  }
  return found.sort((a, b) => b.parkedAt - a.parkedAt).slice(0, limit);
}
