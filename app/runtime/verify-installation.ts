import { existsSync } from "node:fs";
import type { HistoryEntry } from "../engine/case";
import type { Roles } from "../engine/check/roles";
import { refusalError } from "../engine/errors";
import type { JsonObject } from "../engine/json";
import { registryFor } from "../engine/plugin/registry";
import { RefusalError } from "../engine/refusal";
import { replay, type ReplayResult } from "../engine/replay";
import { calendarOf, compileWorkflow, type Workflow } from "../engine/workflow";
import type { DefinitionDocument } from "../engine/workflow-source";
import { openStorage } from "../storage/database";
import { createKeyRing } from "../storage/key-ring";
import { openDatabase, sqliteFile } from "../storage/open-database";
import { verifyDatabase, type VerifyReport } from "../storage/verify/verify-database";
import { openDataFolder } from "./data-folder";
import { definitionHash } from "./definition-hash";
import { openPackageFolder } from "./package-folder";
import { loadPlugins } from "./plugins";
import { projectRoot } from "./project-root";
import { loadRoles } from "./read-schemas";
import type { Settings } from "./settings";

export type { VerifyReport };

/**
 * Verifies everything that this installation has stored; with `replay`, takes every step again under its definition.
 * Only reads, so the server may run meanwhile. Throws `verify/no-database`, and the refusals of opening it.
 */
export async function verifyInstallation(ask: {
  settings: Pick<Settings, "databaseUrl" | "dataFolder">;
  replay: boolean;
}): Promise<VerifyReport> {
  const { databaseUrl, dataFolder } = ask.settings;
  const file = sqliteFile(databaseUrl);
  if (file !== undefined && !existsSync(file)) {
    throw refusalError("verify/no-database", { file });
  }
  const { masterKey } = openDataFolder(dataFolder, file);
  const knex = await openDatabase({ url: databaseUrl, migrate: false });
  try {
    const database = await openStorage(knex, createKeyRing(masterKey));
    const replayCase = ask.replay ? await createReplay() : undefined;
    return await verifyDatabase(database, {
      hashOf: (document) => definitionHash(document as unknown as DefinitionDocument),
      ...(replayCase === undefined ? {} : { replay: replayCase }),
    });
  } finally {
    await knex.destroy();
  }
}

type Replay = (
  entries: readonly HistoryEntry[],
  definition: { hash: string; document: JsonObject },
) => ReplayResult | { impossible: string };

/** Replays with the plugins that are installed now; each definition is compiled once. */
async function createReplay(): Promise<Replay> {
  const registry = loadPlugins();
  const { roles } = await loadRoles(openPackageFolder(projectRoot));
  const compiled = new Map<string, Workflow | { impossible: string }>();
  return (entries, { hash, document }) => {
    const known = compiled.get(hash) ?? compile({ hash, document, registry, roles });
    compiled.set(hash, known);
    if ("impossible" in known) return known;
    return replay(entries, { workflow: known, calendar: calendarOf(known) });
  };
}

function compile(ask: {
  hash: string;
  document: JsonObject;
  registry: ReturnType<typeof loadPlugins>;
  roles: Roles;
}): Workflow | { impossible: string } {
  const { hash, roles } = ask;
  const document = ask.document as unknown as DefinitionDocument;
  try {
    const registry = registryFor(ask.registry, document.workflow.plugins);
    return compileWorkflow(document, { hash, roles, registry });
  } catch (error) {
    if (error instanceof RefusalError) return { impossible: error.refusal.message.zh };
    throw error;
  }
}
