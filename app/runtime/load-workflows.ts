import type { Roles } from "../engine/check/roles";
import { refuse } from "../engine/errors";
import { registryFor } from "../engine/plugin/registry";
import type { Registry } from "../engine/plugin/registry-types";
import { RefusalError, type Refusal } from "../engine/refusal";
import { compileWorkflow, type Workflow } from "../engine/workflow";
import { documentOf } from "./definition-document";
import { definitionHash } from "./definition-hash";
import { loadPackages, type LoadedPackage, type LoadProblem } from "./load-packages";
import type { LoadedModel } from "./load-models";
import { loadPlugins } from "./plugins";
import type { StoryContext } from "./stories/story-world";
import { listOfNames } from "../engine/text";

/** The packages of a folder, ready to run their scenarios. */
export interface LoadedWorkflows {
  packages: LoadedPackage[];
  problems: LoadProblem[];
  /** Models with their stories, limited as packages are (`models/<id>`). */
  models: LoadedModel[];
  /** What stories across packages are played on. */
  story: StoryContext;
  /** The compiled definition of a package, or of one of its variants; a refusal where it cannot be had. */
  find(packageId: string, variant?: string): Workflow | Refusal;
}

/** Loads a folder's packages and compiles on demand, each definition once. `ids` limits what is listed. */
export async function loadWorkflows(ask: {
  dir: string;
  ids?: readonly string[];
}): Promise<LoadedWorkflows> {
  const registry = loadPlugins();
  const loaded = await loadPackages({ dir: ask.dir });
  const compiled = new Map<string, Workflow | Refusal>();
  return {
    packages: loaded.packages.filter((one) => ask.ids === undefined || ask.ids.includes(one.id)),
    problems: loaded.problems,
    models: loaded.models.filter((one) => ask.ids?.includes(`models/${one.id}`) ?? true),
    story: { loaded, registry },
    find(packageId, variant) {
      const key = `${packageId}/${variant ?? ""}`;
      const known = compiled.get(key);
      if (known !== undefined) return known;
      const source = loaded.packages.find((one) => one.id === packageId);
      const found =
        source === undefined
          ? unknownPackage(packageId, loaded.packages)
          : compileOne(source, variant, { registry, roles: loaded.roles });
      compiled.set(key, found);
      return found;
    },
  };
}

function unknownPackage(id: string, packages: readonly LoadedPackage[]): Refusal {
  return refuse("check/unknown-package", { id, known: listOfNames(packages.map((one) => one.id)) });
}

function compileOne(
  source: LoadedPackage,
  variant: string | undefined,
  context: { registry: Registry; roles: Roles },
): Workflow | Refusal {
  try {
    const made = documentOf(source, variant ?? null);
    if (!made.ok) return made.refusal;
    const document = made.value;
    const registry = registryFor(context.registry, document.workflow.plugins);
    return compileWorkflow(document, {
      hash: definitionHash(document),
      registry,
      roles: context.roles,
    });
  } catch (fault) {
    if (fault instanceof RefusalError) return fault.refusal;
    return refuse("case/engine", { code: fault instanceof Error ? fault.message : String(fault) });
  }
}
