import type { Case } from "../../engine/case";
import { at, type JsonObject } from "../../engine/json";
import { leavesOf } from "../../engine/machine/state-value";
import type { CaseStore } from "../../engine/ports";
import { findUnreportedLinks, type UnreportedLink } from "../../storage/case-briefs";
import type { Database } from "../../storage/database";
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

/** Tells a matter how its linked matters came out, once each, after a restart too. One call does one round. */
export function createLinkWorker(parts: LinkWorkerParts): () => Promise<boolean> {
  const { database, store, definitions, cases, log } = parts;
  const patience = createPatience();

  async function report(found: UnreportedLink): Promise<boolean> {
    const { parent, child, seq } = found;
    const id = `link:${child}:${seq}`;
    if (patience.isOver(id)) return false;
    const fault = await tell(found, id).catch((error: unknown) => {
      log.error("link.failed", { error });
      return "error";
    });
    if (fault === null) patience.succeeded(id);
    else if (patience.failed(id)) log.warn("link.parked", { caseId: parent, child, fault });
    return fault === null;
  }

  /** The refusal's code, or null. */
  async function tell({ parent, link, child }: UnreportedLink, id: string): Promise<string | null> {
    const read = await store.read({ cases: [parent, child], commands: [], sequences: [] });
    const [matter, linked] = [read.cases.get(parent), read.cases.get(child)];
    if (matter === undefined || linked === undefined) return "case/not-found";
    const workflow = await definitions.get(matter.hash);
    const taken = await cases.system(parent, id, {
      type: "link",
      child,
      state: leavesOf(linked.state).join(" "),
      // A child that was withdrawn or voided stopped without a result.
      end: linked.end ?? "abandoned",
      exported: reported(linked, workflow.source.links?.[link]?.report ?? []),
      occurredAt: linked.lastAt,
    });
    return taken.ok ? null : taken.refusal.code;
  }

  return async () => {
    const links = await findUnreportedLinks(database, BATCH);
    const told = await Promise.all(links.map(report));
    return told.includes(true);
  };
}

/** The fields that the parent's package lets cross; the child's data holds many more. */
function reported({ data }: Case, paths: readonly string[]): JsonObject {
  return Object.fromEntries(
    paths.flatMap((path) => {
      const name = path.replace(/^data\./, "");
      const value = at(data, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
