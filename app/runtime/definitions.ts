import { refuse, refusalError } from "../engine/errors";
import type { JsonObject } from "../engine/json";
import { registryFor } from "../engine/plugin/registry";
import type { Registry } from "../engine/plugin/registry-types";
import type { DefinitionStore } from "../engine/ports";
import { RefusalError } from "../engine/refusal";
import type { Day } from "../engine/time/types";
import type { Roles } from "../engine/check/roles";
import { createValidator } from "../engine/validation/validator";
import { compileWorkflow, type Workflow } from "../engine/workflow";
import type { DefinitionDocument, WorkflowSource } from "../engine/workflow-source";
import type { Result } from "./api";
import { definitionHash } from "./definition-hash";
import { documentWith, layersAt, nameOfLayers, type ChangeSource, type Layer } from "./layers";
import type { LoadedPackage } from "./load-packages";
import type { Models } from "./models/models";
import type { Directory } from "./people/directory";

/** The definitions of this installation: what new matters use, and what open ones are pinned to. */
export interface Definitions {
  roles: Roles;
  /** Ids of the packages that can be used, in alphabetical order. */
  packages: readonly string[];
  /** Which models there are, and which holds where. */
  models: Models;
  /**
   * What a new matter of a package uses at a place on a day: the package as shipped with its layers. Refuses
   * `runtime/unknown-package`, and what `layersAt` and `documentWith` refuse.
   */
  resolve(ask: { package: string; place: string; day: Day }): Promise<Result<Workflow>>;
  /** A package as it was shipped, before any layer; undefined where there is none. */
  shipped(packageId: string): WorkflowSource | undefined;
  /** The definition of this hash. Throws `runtime/definition-missing` where it is not stored. */
  get(hash: string): Promise<Workflow>;
}

export interface DefinitionsParts {
  store: DefinitionStore;
  registry: Registry;
  roles: Roles;
  packages: readonly LoadedPackage[];
  directory: () => Directory;
  models: Models;
  changes: ChangeSource;
}

/** A definition document and its name. */
interface Named {
  hash: string;
  document: DefinitionDocument;
}

/** So many compiled definitions are kept: more than any county has in use at once. */
const MOST_COMPILED = 200;
/** So many stacks of layers are remembered; a county's changes make new ones. */
const MOST_NAMED = 2_000;

/** Definitions over the shipped packages and the store. Each is compiled once, when it is first needed. */
export function createDefinitions(parts: DefinitionsParts): Definitions {
  const { store, registry, roles } = parts;
  const shipped = new Map(parts.packages.map((loaded) => [loaded.id, loaded]));
  const compiled = new Map<string, Workflow>();
  const stored = new Set<string>();
  const named = new Map<string, Result<Named>>();

  function compile(hash: string, document: DefinitionDocument): Workflow {
    const known = compiled.get(hash);
    // Taken out and put in again: the one that was not asked for longest goes first.
    compiled.delete(hash);
    const workflow =
      known ??
      compileWorkflow(document, {
        hash,
        roles,
        registry: registryFor(registry, document.workflow.plugins),
      });
    compiled.set(hash, workflow);
    const [oldest] = compiled.keys();
    if (compiled.size > MOST_COMPILED && oldest !== undefined) compiled.delete(oldest);
    return workflow;
  }

  /** A matter must find its definition again although the package on disk has changed meanwhile. */
  async function keep({ hash, document }: Named): Promise<Result<Workflow>> {
    try {
      const workflow = compile(hash, document);
      if (!stored.has(hash)) {
        await store.saveDefinition(hash, document as unknown as JsonObject);
        stored.add(hash);
      }
      return { ok: true, value: workflow };
    } catch (fault) {
      if (fault instanceof RefusalError) return { ok: false, refusal: fault.refusal };
      throw fault;
    }
  }

  /** Packages do not change while the server runs, so each stack of layers is put together once. */
  function nameOf(loaded: LoadedPackage, layers: readonly Layer[], day: Day): Result<Named> {
    const key = `${loaded.id}/${nameOfLayers(layers, day)}`;
    const known = named.get(key);
    if (known !== undefined) return known;
    const validator = createValidator(registry.formats);
    const made = documentWith(loaded, layers, { day, validator });
    const found: Result<Named> = made.ok
      ? { ok: true, value: { hash: definitionHash(made.value), document: made.value } }
      : made;
    if (named.size >= MOST_NAMED) named.clear();
    named.set(key, found);
    return found;
  }

  return {
    roles,
    models: parts.models,
    packages: [...shipped.keys()].sort(),

    shipped: (packageId) => shipped.get(packageId)?.document.workflow,

    async resolve(ask) {
      const loaded = shipped.get(ask.package);
      if (loaded === undefined) {
        return { ok: false, refusal: refuse("runtime/unknown-package", { package: ask.package }) };
      }
      const layers = layersAt(parts, ask);
      if (!layers.ok) return layers;
      const found = nameOf(loaded, layers.value, ask.day);
      return found.ok ? keep(found.value) : found;
    },

    async get(hash) {
      const known = compiled.get(hash);
      if (known !== undefined) return compile(hash, known.document);
      const document = await store.findDefinition(hash);
      if (document === undefined) throw refusalError("runtime/definition-missing", { hash });
      return compile(hash, document as unknown as DefinitionDocument);
    },
  };
}
