import type { CaseStore } from "../../engine/ports";
import { linkReport } from "../../engine/steps/link-report";
import { MINUTE } from "../../engine/time/duration";
import type { Instant } from "../../engine/time/types";
import type { Database } from "../../storage/database";
import {
  claimReports,
  failReport,
  finishReport,
  retryReports,
  type LinkReport,
} from "../../storage/link-reports";
import type { CaseService } from "../cases/case-service";
import type { Definitions } from "../definitions";
import type { Log } from "../log";

export interface LinkWorkerParts {
  database: Database;
  store: CaseStore;
  definitions: Definitions;
  cases: Pick<CaseService, "system">;
  now: () => Instant;
  log: Pick<Log, "warn" | "error">;
}

const BATCH = 50;
const LEASE = 2 * MINUTE;

/**
 * Tells a matter how its linked matters go on, once each, after a restart too: when one ends or is taken up
 * again, and when it comes to a state that the parent waits for or follows. One call does one round.
 */
export function createLinkWorker(parts: LinkWorkerParts): () => Promise<boolean> {
  const { database, store, definitions, cases, now, log } = parts;
  // What was parked before a restart has a new chance.
  let isFresh = true;

  async function report(found: LinkReport): Promise<void> {
    const { parent: caseId, child } = found;
    try {
      const { told, fault } = await tell(found);
      if (fault === null) return await finishReport(database, { ...found, told, now: now() });
      const status = await failReport(database, { ...found, from: told + 1, now: now() });
      if (status === "parked") log.warn("link.parked", { caseId, child, fault });
    } catch (error) {
      log.error("link.failed", { error });
      const status = await failReport(database, { ...found, now: now() });
      if (status === "parked") log.warn("link.parked", { caseId, child, fault: "error" });
    }
  }

  /** Up to which step the parent knows now, and the code of its refusal, or null. */
  async function tell(found: LinkReport): Promise<{ told: number; fault: string | null }> {
    const { parent, link, child, from } = found;
    const { cases: read } = await store.read({ cases: [parent], commands: [], sequences: [] });
    const matter = read.get(parent);
    const history = await store.history(child);
    let told = from - 1;
    if (matter === undefined || history.length === 0) return { told, fault: "case/not-found" };
    const workflow = await definitions.get(matter.hash);
    for (const { seq } of history.filter((entry) => entry.seq >= from)) {
      const command = linkReport(history.slice(0, seq), { workflow, link, child });
      if (command !== null) {
        const taken = await cases.system(parent, `link:${child}:${seq}`, command);
        if (!taken.ok) return { told, fault: taken.refusal.code };
      }
      told = seq;
    }
    return { told, fault: null };
  }

  return async () => {
    if (isFresh) await retryReports(database, now());
    isFresh = false;
    const found = await claimReports(database, { now: now(), limit: BATCH, lease: LEASE });
    await Promise.all(found.map(report));
    return found.length > 0;
  };
}
