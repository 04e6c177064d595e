import type { Timer } from "../engine/case";
import type { Instant } from "../engine/time/types";
import type { Database } from "./database";
import { inTransaction, type Run } from "./query";

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
  /** How long nobody else gets them, in milliseconds; firing one writes its row anew and ends the claim. */
  lease: number;
}

/**
 * Takes the timers that are due, earliest first. One that is not fired within the lease (a crash, a refusal) comes
 * again. Paused and blocked timers do not come. Where nothing is due, this is one indexed read.
 */
export async function claimDueTimers(db: Database, claim: Claim): Promise<DueTimer[]> {
  const due = await db.run<DueTimer>(
    `select case_id as "caseId", id as timer, kind, due_at as "dueAt" from timers
     where wake_at <= ? order by wake_at, case_id, id limit ${claim.limit}`,
    [claim.now],
  );
  if (due.length === 0) return [];
  await inTransaction(db.knex, (run) => postpone(run, due, claim.now + claim.lease));
  return due;
}

async function postpone(run: Run, timers: readonly DueTimer[], until: Instant): Promise<void> {
  for (const { caseId, timer } of timers) {
    await run("update timers set wake_at = ? where case_id = ? and id = ? and wake_at < ?", [
      until,
      caseId,
      timer,
      until,
    ]);
  }
}

/** When the next timer is due, or null: the worker may sleep until then. */
export async function nextTimerAt(db: Database): Promise<Instant | null> {
  const [first] = await db.run<{ at: Instant | null }>("select min(wake_at) as at from timers");
  return first?.at ?? null;
}
