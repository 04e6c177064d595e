import { MINUTE } from "../../engine/time/duration";
import type { Instant } from "../../engine/time/types";
import type { Database } from "../../storage/database";
import { claimDueTimers, type DueTimer } from "../../storage/timer-queue";
import type { CaseService } from "../cases/case-service";
import type { Log } from "../log";
import { createPatience } from "./patience";

export interface TimerWorkerParts {
  database: Database;
  cases: Pick<CaseService, "system">;
  now: () => Instant;
  log: Pick<Log, "warn" | "error">;
}

const BATCH = 100;
const LEASE = 5 * MINUTE;

/** Fires timers that have run down, never early. One call does one round and gives whether anything was due. */
export function createTimerWorker(parts: TimerWorkerParts): () => Promise<boolean> {
  const { database, cases, now, log } = parts;
  const patience = createPatience();

  async function fire({ caseId, timer, dueAt }: DueTimer): Promise<void> {
    const key = `${caseId}:${timer}`;
    if (patience.isOver(key)) return;
    const fault = await cases
      // A blocked timer fires again once the data has changed, so its name alone is no command id.
      .system(caseId, `timer:${key}:${now()}`, { type: "timer", timer, occurredAt: dueAt })
      .then((taken) => (taken.ok ? null : taken.refusal.code))
      .catch((error: unknown) => {
        log.error("timer.failed", { error });
        return "error";
      });
    // A clock that is gone by now was stopped by the step before: nothing is left to do.
    if (fault === null || fault === "case/unknown-timer") patience.succeeded(key);
    else if (patience.failed(key)) log.warn("timer.parked", { caseId, timer, fault });
  }

  return async () => {
    const due = await claimDueTimers(database, { now: now(), limit: BATCH, lease: LEASE });
    await Promise.all(due.map(fire));
    return due.length > 0;
  };
}
