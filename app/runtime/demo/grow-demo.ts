import { refusalError } from "../../engine/errors";
import { createCaseStore } from "../../storage/case-store";
import { createDefinitionStore } from "../../storage/definition-store";
import { listFamilies } from "../../storage/matter-families";
import { dropEffects } from "../../storage/outbox";
import { newCaseId } from "../cases/new-id";
import { createDefinitions } from "../definitions";
import { loadPackages } from "../load-packages";
import { createModels } from "../models/models";
import type { Platform } from "../open-platform";
import { loadPlugins } from "../plugins";
import { projectRoot } from "../project-root";
import { cloneMatters, type Family } from "./clone-matters";

/** So many matters serve as models; more would only take memory. */
const MOST_MODELS = 500;

/**
 * Fills a demo up to so many matters, for looking at lists and figures at their size. Gives the number added.
 * Throws `runtime/only-demo` on a live installation, and `runtime/nothing-to-grow` where no matter is there.
 */
export async function growDemo(
  platform: Platform,
  { to, progress }: { to: number; progress: (done: number, of: number) => void },
): Promise<number> {
  const { database, settings, people, roles } = platform;
  if (settings.mode !== "demo") throw refusalError("runtime/only-demo");
  const store = createCaseStore(database, {
    onFault: (error) => platform.log.error("grow", { error }),
  });
  const { packages, models } = await loadPackages({ dir: projectRoot });
  const directory = () => people.directory();
  const definitions = createDefinitions({
    ...{ store: createDefinitionStore(database), registry: loadPlugins(), roles, packages },
    directory,
    models: createModels({ packages, models, directory }),
    // The matters are pinned to their definitions already: nothing is resolved.
    changes: { versionOn: () => undefined },
  });
  const all = await listFamilies(database);
  const there = all.reduce((sum, { length }) => sum + length, 0);
  if (there === 0) throw refusalError("runtime/nothing-to-grow");
  const families: Family[] = [];
  for (const ids of spread(all, MOST_MODELS)) {
    const histories: Family["histories"] = [];
    for (const id of ids) {
      const entries = await store.history(id);
      const hash = entries[0]?.outcome.opened?.hash ?? "";
      histories.push({ workflow: await definitions.get(hash), entries });
    }
    families.push({ histories });
  }
  return cloneMatters({
    store,
    families,
    count: Math.max(0, to - there),
    newId: newCaseId,
    progress: (done) => progress(there + done, to),
    stored: (cases) => dropEffects(database, cases),
  });
}

/** So many of a list, from all parts of it alike: the first ones are the oldest, and hardly any of them is open. */
function spread<T>(list: readonly T[], most: number): T[] {
  const every = Math.max(1, list.length / most);
  return list.filter((_, i) => Math.floor(i / every) !== Math.floor((i - 1) / every));
}
