import type { CaseStore } from "../../engine/ports";
import { linkReport } from "../../engine/steps/link-report";
import type { Database } from "../../storage/database";
import { findUntoldLinks, markTold, type UntoldLink } from "../../storage/link-reports";
import type { CaseService } from "../cases/case-service";
import type { Definitions } from "../definitions";
import type { Log } from "../log";
import { createPatience } from "./patience";

export interface LinkWorkerParts {
  database: Database;
  store: CaseStore;
  definitions: Definitions;
  cases: Pick<CaseService, "system">;
  log: Pick<Log, "warn" | "error">;
}

const BATCH = 50;

/**
 * Tells a matter how its linked matters go on, once each, after a restart too: when one ends or is taken up
 * again, and when it comes to a state that the parent waits for or follows. One call does one round.
 */
export function createLinkWorker(parts: LinkWorkerParts): () => Promise<boolean> {
  const { database, store, definitions, cases, log } = parts;
  const patience = createPatience();

  async function report(found: UntoldLink): Promise<boolean> {
    const { parent, link, child, told } = found;
    const key = `${parent}:${link}:${child}:${told}`;
    if (patience.isOver(key)) return false;
    const fault = await tell(found).catch((error: unknown) => {
      log.error("link.failed", { error });
      return "error";
    });
    if (fault === null) patience.succeeded(key);
    else if (patience.failed(key)) log.warn("link.parked", { caseId: parent, child, fault });
    return fault === null;
  }

  /** The refusal's code, or null. Each step is reported as it was, so that none is told of what came after it. */
  async function tell(found: UntoldLink): Promise<string | null> {
    const { parent, link, child, told } = found;
    const { cases: read } = await store.read({ cases: [parent], commands: [], sequences: [] });
    const matter = read.get(parent);
    const history = await store.history(child);
    if (matter === undefined || history.length === 0) return "case/not-found";
    const workflow = await definitions.get(matter.hash);
    for (const { seq } of history.filter((entry) => entry.seq > told)) {
      const command = linkReport(history.slice(0, seq), { workflow, link, child });
      if (command !== null) {
        const taken = await cases.system(parent, `link:${child}:${seq}`, command);
        if (!taken.ok) return taken.refusal.code;
      }
      await markTold(database, { ...found, told: seq });
    }
    return null;
  }

  return async () => {
    const links = await findUntoldLinks(database, BATCH);
    const told = await Promise.all(links.map(report));
    return told.includes(true);
  };
}
