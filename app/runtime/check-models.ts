import { checkModel, type ModelContext } from "../engine/check/check-model";
import { checkStory } from "../engine/check/check-story";
import { problem, type LocatedProblem } from "../engine/check/problem";
import type { JsonObject } from "../engine/json";
import { pointerTo } from "../engine/json-pointer";
import type { DefinitionLayer } from "../engine/model/definition-layers";
import { materialiseLayers } from "../engine/model/materialise-layers";
import type { ModelSource, ProcessSource } from "../engine/model/model-source";
import type { Registry } from "../engine/plugin/registry-types";
import { createValidator } from "../engine/validation/validator";
import { chainOf, variantsOf } from "./definition-document";
import type { LoadedModel } from "./load-models";
import type { LoadedPackage, LoadedPackages } from "./load-packages";
import { PLATFORM_SCHEMAS, VILLAGE_FACTS } from "./platform-schemas";

/** One model with everything that was found in it. */
export interface CheckedModel {
  /** `models/<id>`. */
  id: string;
  version: string | null;
  problems: LocatedProblem[];
}

/** Checks every model of a folder, and that what it changes goes together with what counties change. */
export function checkModels(loaded: LoadedPackages, installed: Registry): CheckedModel[] {
  const packages = new Map(loaded.packages.map((one) => [one.id, one]));
  const context: ModelContext = {
    packages: new Map(loaded.packages.map((one) => [one.id, one.document])),
    variants: new Map(loaded.packages.map((one) => [one.id, [...variantsOf(one).keys()]])),
    roles: loaded.roles,
    kinds: loaded.kinds,
    villageFacts: Object.keys(VILLAGE_FACTS),
    registry: installed,
    schemas: PLATFORM_SCHEMAS,
  };
  const models = loaded.models.map(({ id }) => id);
  return loaded.models.map((model): CheckedModel => {
    const { file, source } = model;
    const found = checkModel(source as unknown as JsonObject, context);
    const isSound = !found.some((one) => one.severity === "error");
    const located = found.map((one) => ({ ...one, file }));
    const version = typeof source.version === "string" ? source.version : null;
    const clashes = isSound ? checkTogether(model, packages, installed) : [];
    const stories = model.stories.flatMap(({ file: path, story }) =>
      checkStory(story, { ...context, models }).map((one) => ({ ...one, file: path })),
    );
    return { id: `models/${model.id}`, version, problems: [...located, ...clashes, ...stories] };
  });
}

/** The model's own layers over each package as shipped, and over each variant that a county may have there. */
function checkTogether(
  { source, file }: LoadedModel,
  packages: ReadonlyMap<string, LoadedPackage>,
  { formats }: Registry,
): LocatedProblem[] {
  const validator = createValidator(formats);
  return Object.entries(source.processes).flatMap(([id, process]): LocatedProblem[] => {
    const loaded = packages.get(id);
    if (loaded === undefined || process.planned === true) return [];
    const known = variantsOf(loaded);
    const findVariant = (variant: string) => chainOf(known, variant);
    const others = [...known.keys()].filter((variant) => variant !== process.variant);
    return [null, ...others].flatMap((variant): LocatedProblem[] => {
      const county = variantLayer(variant ?? undefined);
      const layers = [...county, ...ownLayers(source, process)];
      const made = materialiseLayers({
        ...{ base: loaded.document, layers, day: ANY_DAY, findVariant, validator },
      });
      // A county's variant that is broken in itself is reported with its package.
      if (made.ok || county.includes(made.layer)) return [];
      const what = made.problems.map(({ message }) => message.zh).join(" ");
      const params = { package: id, variant: variant ?? "—", what };
      return [{ ...problem("model/variant-conflict", pointerTo("/processes", id), params), file }];
    });
  });
}

/** Only exemptions look at the day, and a model has none. */
const ANY_DAY = "2000-01-01";

function ownLayers(model: ModelSource, process: ProcessSource): DefinitionLayer[] {
  const parameters = Object.entries(process.parameters ?? {}).flatMap(([name, { value }]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const values = Object.fromEntries(parameters);
  const set: DefinitionLayer = { kind: "parameters", model: model.id, values };
  return [...variantLayer(process.variant), ...(parameters.length === 0 ? [] : [set])];
}

function variantLayer(id: string | undefined): DefinitionLayer[] {
  return id === undefined ? [] : [{ kind: "variant", id }];
}
