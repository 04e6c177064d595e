import type { HistoryEntry } from "../../engine/case";
import { fold } from "../../engine/fold";
import { leavesOf } from "../../engine/machine/state-value";
import type { CaseStore } from "../../engine/ports";
import { pick } from "../../engine/steps/crossing";
import { statesReported } from "../../engine/steps/link-step";
import type { Workflow } from "../../engine/workflow";
import type { Database } from "../../storage/database";
import { findUntoldLinks, markTold, type UntoldLink } from "../../storage/link-reports";
import type { CaseService, SystemCommand } from "../cases/case-service";
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
      const command = reportOf(history.slice(0, seq), { workflow, link, child });
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

/** What the last of these steps has to say to the parent; null where that is nothing. */
function reportOf(
  history: readonly HistoryEntry[],
  { workflow, link, child }: { workflow: Workflow; link: string; child: string },
): SystemCommand | null {
  const [before, entry] = [history.at(-2), history.at(-1)];
  if (entry === undefined) return null;
  const { outcome } = entry;
  const isOpen = outcome.status === "open";
  const awaited = statesReported(workflow, link);
  const arrived = outcome.arrived
    .map((path) => path.split(".").at(-1) ?? path)
    .filter((name) => awaited.has(name));
  const isTakenUp = isOpen && before !== undefined && before.outcome.status !== "open";
  if (isOpen && arrived.length === 0 && !isTakenUp) return null;
  const matter = fold(history);
  return {
    ...{ type: "link", child, arrived },
    state: leavesOf(outcome.state).join(" "),
    // A child that was withdrawn or voided stopped without a result.
    end: isOpen ? null : (outcome.end ?? "abandoned"),
    number: matter.number,
    exported: pick(matter.data, workflow.source.links?.[link]?.report ?? []),
    occurredAt: entry.command.occurredAt,
  };
}
