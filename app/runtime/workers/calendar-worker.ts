import { dayOf } from "../../engine/time/zone";
import type { Calendar, Day, Instant } from "../../engine/time/types";
import type { Database } from "../../storage/database";
import { listProvisionalMatters, type ProvisionalMatter } from "../../storage/provisional-matters";
import type { CaseService } from "../cases/case-service";
import type { Log } from "../log";

export interface CalendarWorkerParts {
  database: Database;
  cases: Pick<CaseService, "system">;
  /** The working calendars that are installed. A new year comes with a new version of a plugin, so with a restart. */
  calendars: readonly Calendar[];
  now: () => Instant;
  log: Pick<Log, "warn" | "error">;
}

const BATCH = 100;

/**
 * Counts provisional dates anew once their year has a calendar (design §8). What lies beyond the last year that is
 * known stays as it is, and is not looked at. One call looks at the next matters and
 * gives whether there were any; a matter whose dates stay is left alone until it takes another step.
 */
export function createCalendarWorker(parts: CalendarWorkerParts): () => Promise<boolean> {
  const { database, cases, calendars, now, log } = parts;
  const known = lastKnownDay(calendars);
  const settled = new Set<string>();
  let after = "";

  async function recount({ caseId, seq }: ProvisionalMatter): Promise<void> {
    const key = `${caseId}@${seq}`;
    if (settled.has(key)) return;
    try {
      // With the moment of its last step: what came late on paper can still be entered afterwards.
      const taken = await cases.system(caseId, `recount:${caseId}:${seq}:${known}`, {
        ...{ type: "recount", occurredAt: 0 },
      });
      if (!taken.ok && taken.refusal.code !== "case/dates-settled") {
        log.warn("calendar.refused", { caseId, fault: taken.refusal.code });
      }
    } catch (error) {
      log.error("calendar.failed", { error });
    }
    settled.add(key);
  }

  return async () => {
    if (known === null) return false;
    const ask = { upToDay: known, today: dayOf(now()), after, limit: BATCH };
    const found = await listProvisionalMatters(database, ask);
    after = found.at(-1)?.caseId ?? "";
    await Promise.all(found.map(recount));
    return found.length > 0;
  };
}

/** The last day of the last year that some calendar knows; null where none knows any. */
function lastKnownDay(calendars: readonly Calendar[]): Day | null {
  const years = calendars.flatMap(({ years }) => Object.keys(years)).sort();
  const last = years.at(-1);
  return last === undefined ? null : `${last}-12-31`;
}
