import type { Timer } from "../engine/case";
import type { Instant } from "../engine/time/types";
import type { Database } from "./database";
import { inTransaction, lockRows, type Run } from "./query";
import { MOST_TRIES, waitAfter } from "./retries";

/** A timer that has run down. */
export interface DueTimer {
  caseId: string;
  /** Sent as the command `timer:<id>`. */
  timer: string;
  kind: Timer["kind"];
  dueAt: Instant;
}

export interface Claim {
  now: Instant;
  limit: number;
  /** How long nobody else gets them, in milliseconds. */
  lease: number;
}

/** Takes of one county only. */
export interface CountyClaim extends Claim {
  /** Six digits. */
  county: string;
}

/**
 * Takes a county's timers that are due, earliest first; firing one writes its row anew. One that is not fired within
 * the lease (a crash) comes again, and the try counts: after the last it is parked. Paused and blocked timers do not
 * come. Where nothing is due, this is one indexed read.
 */
export async function claimDueTimers(db: Database, claim: CountyClaim): Promise<DueTimer[]> {
  const { county, now, limit, lease } = claim;
  const claimed = await inTransaction(
    db.knex,
    async (run) => {
      const due = await run<DueTimer & { tries: number }>(
        `select case_id as "caseId", id as timer, kind, due_at as "dueAt", tries from timers
         where county = ? and wake_at <= ? order by wake_at, case_id, id limit ${limit}
         ${lockRows(db.dialect, "skip")}`,
        [county, now],
      );
      for (const one of due) {
        if (one.tries < MOST_TRIES) await take(run, one, now + lease);
        else await settle(run, one, { wakeAt: null, parkedAt: now, fault: null });
      }
      return due.filter(({ tries }) => tries < MOST_TRIES);
    },
    "rows",
  );
  return claimed.map(({ tries: _, ...timer }) => timer);
}

type Named = Pick<DueTimer, "caseId" | "timer">;

async function take(run: Run, { caseId, timer }: Named, until: Instant): Promise<void> {
  await run(
    `update timers set tries = tries + 1, wake_at = ?
     where case_id = ? and id = ? and wake_at < ?`,
    [until, caseId, timer, until],
  );
}

async function settle(
  run: Run,
  { caseId, timer }: Named,
  to: { wakeAt: Instant | null; parkedAt: Instant | null; fault: string | null },
): Promise<void> {
  await run(
    `update timers set wake_at = ?, parked_at = ?, fault = coalesce(?, fault)
     where case_id = ? and id = ? and wake_at is not null`,
    [to.wakeAt, to.parkedAt, to.fault, caseId, timer],
  );
}

/** The try failed, with this code: the timer comes again later, or is parked after the last try. */
export async function failTimer(
  db: Database,
  { caseId, timer, now, fault }: Named & { now: Instant; fault: string },
): Promise<"waiting" | "parked"> {
  const [found] = await db.run<{ tries: number }>(
    "select tries from timers where case_id = ? and id = ?",
    [caseId, timer],
  );
  const wait = found && waitAfter(found.tries);
  const parked = found !== undefined && wait === undefined;
  const to = { wakeAt: parked ? null : now + (wait ?? 0), parkedAt: parked ? now : null, fault };
  await settle(db.run, { caseId, timer }, to);
  return parked ? "parked" : "waiting";
}

/** Tries a parked timer again, from the first try; false where it is not parked any more. */
export async function retryTimer(
  db: Database,
  { caseId, timer, now }: Named & { now: Instant },
): Promise<boolean> {
  const again = await db.run(
    `update timers set tries = 0, wake_at = ?, parked_at = null
     where case_id = ? and id = ? and parked_at is not null returning id`,
    [now, caseId, timer],
  );
  return again.length > 0;
}
