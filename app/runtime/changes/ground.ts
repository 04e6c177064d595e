import { latestVersion } from "../../engine/change/in-force";
import type { ChangeScope, Version } from "../../engine/change/proposal";
import { refuse } from "../../engine/errors";
import type { Registry } from "../../engine/plugin/registry-types";
import type { Day } from "../../engine/time/types";
import { createValidator, type Validator } from "../../engine/validation/validator";
import type { DefinitionDocument } from "../../engine/workflow-source";
import type { Result } from "../api";
import { documentWith, nameOfLayers, type Layer } from "../layers";
import type { LoadedPackage } from "../load-packages";
import type { Models } from "../models/models";
import type { Directory, Place } from "../people/directory";
import type { ChangeLog } from "./change-log";
import { beneath, isPlaceIn, modelsIn, stacksOf, withVersion, type ModelHere } from "./stacks";

/** What a change of a scope stands on, on one day. */
export interface Ground {
  scope: ChangeScope;
  day: Day;
  loaded: LoadedPackage;
  /** The villages where it holds. */
  villages: Place[];
  /** Whether a matter of the county at this place, a village or a station's area, is in the scope. */
  holdsAt(place: string): boolean;
  /** The definition beneath the scope's own changes, where most of its villages are. */
  parent: DefinitionDocument;
  /** The version of the scope that holds, and the last one that was published. */
  current: Version | null;
  latest: Version | null;
  /** The definition as new matters use it, where most of the villages are. */
  document: DefinitionDocument;
  /** The nearest variant that is shipped with the package: whose stories tell what must stay true. */
  variant: string | null;
  /** The package with its variants alone: the numbers that stories and examples were written with. */
  told: DefinitionDocument;
}

/** The definition that some villages of a scope would use under a version. */
export interface Candidate {
  villages: Place[];
  made: Result<DefinitionDocument>;
  /** The package with the variants of these villages alone. */
  told: DefinitionDocument;
}

export interface GroundParts {
  packages: readonly LoadedPackage[];
  registry: Registry;
  directory: () => Directory;
  models: Models;
  log: ChangeLog;
}

/** Finds what changes stand on. Documents are put together once for each stack of layers. */
export interface Grounds {
  validator: Validator;
  /** Refuses `runtime/unknown-package`, `change/unknown-scope`, and what `documentWith` refuses. */
  find(scope: ChangeScope, day: Day): Result<Ground>;
  /** Every different definition that the villages of a scope would use from a version's day on, with its villages. */
  candidates(ground: Ground, version: Version): Result<Candidate[]>;
  /** The definitions of the county's villages that a scope leaves out. */
  elsewhere(ground: Ground): DefinitionDocument[];
  /** The models that hold in a county's villages. */
  models(unit: string, day: Day): ModelHere[];
}

/** So many documents are kept; a county's changes make new ones. */
const MOST_KEPT = 500;

export function createGrounds(parts: GroundParts): Grounds {
  const { directory, models, log } = parts;
  const validator = createValidator(parts.registry.formats);
  const layering = { directory, models, changes: log };
  const kept = new Map<string, Result<DefinitionDocument>>();

  function documentFor(loaded: LoadedPackage, layers: readonly Layer[], day: Day) {
    const name = `${loaded.id}/${nameOfLayers(layers, day)}`;
    const made = kept.get(name) ?? documentWith(loaded, layers, { day, validator });
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(name, made);
    return made;
  }

  function toldBy(loaded: LoadedPackage, layers: readonly Layer[], day: Day) {
    const variants = layers.filter(({ kind }) => kind === "variant");
    return documentFor(loaded, variants, day);
  }

  return {
    validator,
    models: (unit, day) => modelsIn(layering, unit, day),

    find(scope, day) {
      const loaded = parts.packages.find(({ id }) => id === scope.package);
      if (loaded === undefined) {
        const refusal = refuse("runtime/unknown-package", { package: scope.package });
        return { ok: false, refusal };
      }
      const stacks = stacksOf(layering, scope, day);
      if (!stacks.ok) return stacks;
      const layers = stacks.value[0]?.layers ?? [];
      const parent = documentFor(loaded, beneath(layers, scope), day);
      if (!parent.ok) return parent;
      const document = documentFor(loaded, layers, day);
      if (!document.ok) return document;
      const told = toldBy(loaded, layers, day);
      if (!told.ok) return told;
      const villages = stacks.value.flatMap((stack) => stack.villages);
      return {
        ok: true,
        value: {
          ...{ scope, day, loaded, villages },
          holdsAt: (place) => isPlaceIn(layering, { scope, villages }, { place, day }),
          parent: parent.value,
          current: log.versionOn(scope, day) ?? null,
          latest: latestVersion(log.versions(), scope) ?? null,
          document: document.value,
          told: told.value,
          variant: layers.findLast((layer) => layer.kind === "variant")?.id ?? null,
        },
      };
    },

    elsewhere({ scope, loaded, villages, day }) {
      const inside = new Set(villages.map(({ code }) => code));
      const stacks = stacksOf(layering, { ...scope, model: null }, day);
      const others = stacks.ok ? stacks.value : [];
      return others
        .filter((stack) => stack.villages.some(({ code }) => !inside.has(code)))
        .flatMap(({ layers }) => {
          const made = documentFor(loaded, layers, day);
          return made.ok ? [made.value] : [];
        });
    },

    candidates({ scope, loaded }, version) {
      const day = version.from;
      const stacks = stacksOf(layering, scope, day);
      if (!stacks.ok) return stacks;
      const candidates: Candidate[] = [];
      for (const { layers, villages } of stacks.value) {
        const told = toldBy(loaded, layers, day);
        if (!told.ok) return told;
        const made = documentWith(loaded, withVersion(layers, version), { day, validator });
        candidates.push({ villages, made, told: told.value });
      }
      return { ok: true, value: candidates };
    },
  };
}
