import { refuse } from "../../engine/errors";
import {
  findAdopted,
  governedPackages,
  isOn,
  type AdoptedModel,
  type VillageOnDay,
} from "../../engine/model/definition-layers";
import type { ModelSource } from "../../engine/model/model-source";
import type { Day } from "../../engine/time/types";
import type { Result } from "../api";
import type { LoadedModel } from "../load-models";
import type { LoadedPackage } from "../load-packages";
import type { Directory } from "../people/directory";

/** Which models there are, and which holds where. */
export interface Models {
  /** Every model, by id. */
  sources: ReadonlyMap<string, ModelSource>;
  /** The model in force at a place, null where there is none. Refuses `model/two-in-force`, `model/unknown-model`. */
  modelAt(ask: { place: string; day: Day }): Result<AdoptedModel | null>;
  /** Refuses `model/not-in-model` where the place's model has not switched the package on. */
  startsAt(ask: { package: string; place: string; day: Day }): Result<null>;
}

export interface ModelsParts {
  packages: readonly LoadedPackage[];
  models: readonly LoadedModel[];
  directory: () => Directory;
}

/** Joins the models of the folder and what units have adopted. */
export function createModels({ packages, models, directory }: ModelsParts): Models {
  const sources = new Map(models.map(({ id, source }) => [id, source]));
  const governed = governedPackages(sources.values());
  const titles = new Map(packages.map(({ id, document }) => [id, document.workflow.title.zh]));
  const findModel = (id: string): ModelSource | undefined => sources.get(id);

  // The directory changes as a whole: what was found in it holds as long as it does.
  let memory: { of: Directory; found: Map<string, Result<AdoptedModel | null>> } | undefined;

  function modelAt(ask: { place: string; day: Day }): Result<AdoptedModel | null> {
    const known = directory();
    if (memory?.of !== known) memory = { of: known, found: new Map() };
    const key = `${ask.place} ${ask.day}`;
    const before = memory.found.get(key);
    if (before !== undefined) return before;
    const { modelAdoptions } = known;
    const answer = findAdopted({ modelAdoptions, findModel }, villageOn(known, ask));
    memory.found.set(key, answer);
    return answer;
  }

  return {
    sources,
    modelAt,

    startsAt(ask) {
      const found = modelAt(ask);
      if (!found.ok) return found;
      const model = found.value?.model;
      if (model === undefined || isOn(model, ask.package, governed)) {
        return { ok: true, value: null };
      }
      const village = directory().upFrom(ask.place)[0]?.name ?? ask.place;
      const process = titles.get(ask.package) ?? ask.package;
      const params = { place: village, model: model.title.zh, process };
      return { ok: false, refusal: refuse("model/not-in-model", params) };
    },
  };
}

/** A place as models see it on a day. */
export function villageOn(
  directory: Directory,
  { place, day }: { place: string; day: Day },
): VillageOnDay {
  const up = directory.upFrom(place).map(({ id }) => id);
  return { up, kind: directory.kindAt(place, day), day };
}
