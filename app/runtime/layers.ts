import type { ChangeScope, Version } from "../engine/change/proposal";
import { sayProblem } from "../engine/definition/say-problem";
import { refuse, type ErrorCode } from "../engine/errors";
import { findDefinitionLayers, type DefinitionLayer } from "../engine/model/definition-layers";
import { materialiseLayers } from "../engine/model/materialise-layers";
import type { Refusal } from "../engine/refusal";
import type { Day } from "../engine/time/types";
import type { Validator } from "../engine/validation/validator";
import type { DefinitionDocument } from "../engine/workflow-source";
import type { Result } from "./api";
import { chainOf, variantsOf } from "./definition-document";
import type { LoadedPackage } from "./load-packages";
import { villageOn, type Models } from "./models/models";
import type { Directory } from "./people/directory";

export { nameOfLayers } from "../engine/model/definition-layers";
export type { DefinitionLayer as Layer } from "../engine/model/definition-layers";

/** What a county changed, and what of it holds when. */
export interface ChangeSource {
  /** The version of a scope that new matters use on a day. */
  versionOn(scope: ChangeScope, day: Day): Version | undefined;
}

export interface LayersParts {
  directory: () => Directory;
  models: Models;
  changes: ChangeSource;
}

/** The place, package and day that a definition is asked for. */
export interface Asked {
  package: string;
  place: string;
  day: Day;
}

/**
 * What lies on a package at a place on a day, lowest first: the county's variant, the model's variant and parameters,
 * then what the county changed. Refuses as `findDefinitionLayers` does.
 */
export function layersAt(
  { directory, models, changes }: LayersParts,
  ask: Asked,
): Result<DefinitionLayer[]> {
  const { adoptions, modelAdoptions } = directory();
  const sources = {
    ...{ adoptions, modelAdoptions },
    findModel: (id: string) => models.sources.get(id),
    versionOn: (scope: ChangeScope, day: Day) => changes.versionOn(scope, day),
  };
  const found = findDefinitionLayers(sources, {
    ...villageOn(directory(), ask),
    package: ask.package,
  });
  return found.ok ? found : { ok: false, refusal: withUnitName(found.refusal, directory()) };
}

/** A refusal that names a unit by its id, in the unit's name: officials know their units by those. */
function withUnitName(refusal: Refusal, directory: Directory): Refusal {
  const { code, params } = refusal;
  const unit = directory.findUnit(String(params?.["unit"] ?? ""));
  return unit === undefined ? refusal : refuse(code as ErrorCode, { ...params, unit: unit.name });
}

/**
 * A package with layers on it, as new matters use it on a day. Refuses `runtime/unknown-variant`, the first problem
 * of a variant or of a model's parameter that does not fit, and `change/unfit` where the county's own change does not.
 */
export function documentWith(
  loaded: LoadedPackage,
  layers: readonly DefinitionLayer[],
  { day, validator }: { day: Day; validator: Validator },
): Result<DefinitionDocument> {
  const known = variantsOf(loaded);
  const findVariant = (id: string) => chainOf(known, id);
  const made = materialiseLayers({ base: loaded.document, layers, day, findVariant, validator });
  if (made.ok) return { ok: true, value: made.document };
  const [first] = made.problems;
  const { layer } = made;
  if (layer.kind === "change") {
    const params = {
      from: layer.version.from,
      first: first === undefined ? "" : sayProblem(first, loaded.document),
    };
    return { ok: false, refusal: refuse("change/unfit", params) };
  }
  const variant = layer.kind === "variant" ? layer.id : layer.model;
  const unfit = refuse("runtime/unknown-variant", { package: loaded.id, variant });
  const refusal =
    first === undefined ? unfit : { ...unfit, code: first.code, message: first.message };
  return { ok: false, refusal };
}
