import { MINUTE } from "../../engine/time/duration";
import type { Instant } from "../../engine/time/types";
import { dueCounties } from "../../storage/county-queues";
import type { Database } from "../../storage/database";
import { claimDueTimers, failTimer, type DueTimer } from "../../storage/timer-queue";
import type { CaseService } from "../cases/case-service";
import type { Log } from "../log";
import { createLanes, type Lanes } from "./lanes";

export interface TimerWorkerParts {
  database: Database;
  cases: Pick<CaseService, "system">;
  now: () => Instant;
  log: Pick<Log, "warn" | "error">;
}

const BATCH = 100;
const LEASE = 5 * MINUTE;

/** Fires timers that have run down, never early, each county in a lane of its own. */
export function createTimerWorker(parts: TimerWorkerParts): Lanes {
  const { database, cases, now, log } = parts;

  /** True where it was fired, or had nothing left to do. */
  async function fire({ caseId, timer, dueAt }: DueTimer): Promise<boolean> {
    const fault = await cases
      // A blocked timer fires again once the data has changed, so its name alone is no command id.
      .system(caseId, `timer:${caseId}:${timer}:${now()}`, {
        ...{ type: "timer", timer, occurredAt: dueAt },
      })
      .then((taken) => (taken.ok ? null : taken.refusal.code))
      .catch((error: unknown) => {
        log.error("timer.failed", { error });
        return "error";
      });
    // A clock that is gone by now was stopped by the step before: nothing is left to do.
    if (fault === null || fault === "case/unknown-timer") return true;
    const status = await failTimer(database, { caseId, timer, now: now(), fault });
    if (status === "parked") log.warn("timer.parked", { caseId, timer, fault });
    return false;
  }

  return createLanes({
    name: "timers",
    now,
    log,
    counties: () => dueCounties(database, "timers", now()),
    async sweep(county) {
      const claim = { county, now: now(), limit: BATCH, lease: LEASE };
      const fired = await Promise.all((await claimDueTimers(database, claim)).map(fire));
      const done = fired.filter(Boolean).length;
      return { done, failed: fired.length - done };
    },
  });
}
