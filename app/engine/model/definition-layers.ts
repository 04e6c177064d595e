import type { ChangeScope, Version } from "../change/proposal";
import { refuse } from "../errors";
import { own, type JsonObject } from "../json";
import type { AdoptionRecord } from "../people-ports";
import type { UnitId } from "../person";
import type { Refusal } from "../refusal";
import type { Day } from "../time/types";
import { findInForce, findModelAdoption, type ModelAdoption } from "./adoption";
import { findProcess, type ModelSource } from "./model-source";

/**
 * One thing that changes a package where it is used: a variant that is shipped with it, the parameters that a model
 * sets, or what a county changed on the web. Each is made over the result of the one before.
 */
export type DefinitionLayer =
  | { kind: "variant"; id: string }
  | { kind: "parameters"; model: string; values: JsonObject }
  | { kind: "change"; version: Version };

/** What layers are found from, as values. */
export interface LayerSources {
  adoptions: readonly AdoptionRecord[];
  modelAdoptions: readonly ModelAdoption[];
  findModel(id: string): ModelSource | undefined;
  /** The version of a county's change that new matters use on a day. */
  versionOn(scope: ChangeScope, day: Day): Version | undefined;
}

/** Where and when: the village's unit and those above it, nearest first, and its kind on the day. */
export interface VillageOnDay {
  up: readonly UnitId[];
  kind: string | null;
  day: Day;
}

/** The adoption that holds, with its model. */
export interface AdoptedModel {
  adoption: ModelAdoption;
  model: ModelSource;
}

type Found<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/**
 * Which layers a new matter's definition has (design §10), lowest first: the county's variant (nearest adoption of
 * the package upwards) → the model's variant → the model's parameters as adopted → the county's own changes, those
 * for every model before those for this one. Refuses `model/two-in-force`, `runtime/two-variants`,
 * `model/unknown-model`.
 */
export function findDefinitionLayers(
  sources: LayerSources,
  ask: VillageOnDay & { package: string },
): Found<DefinitionLayer[]> {
  const adopted = findAdopted(sources, ask);
  if (!adopted.ok) return adopted;
  const county = countyVariant(sources, ask);
  if (!county.ok) return county;
  const model = adopted.value?.model.id;
  const layers = [
    ...(county.value === null ? [] : [{ kind: "variant" as const, id: county.value }]),
    ...(adopted.value === null ? [] : modelLayers(adopted.value, ask.package)),
    ...changeLayers(sources, ask, null),
    ...(model === undefined ? [] : changeLayers(sources, ask, model)),
  ];
  return { ok: true, value: layers };
}

/** The model in force at a place, null where there is none. Refuses `model/two-in-force`, `model/unknown-model`. */
export function findAdopted(
  { modelAdoptions, findModel }: Pick<LayerSources, "modelAdoptions" | "findModel">,
  ask: VillageOnDay,
): Found<AdoptedModel | null> {
  const found = findModelAdoption(modelAdoptions, ask);
  if (!found.ok) return found;
  const adoption = found.value;
  if (adoption === null) return { ok: true, value: null };
  const model = findModel(adoption.model);
  return model === undefined
    ? { ok: false, refusal: refuse("model/unknown-model", { model: adoption.model }) }
    : { ok: true, value: { adoption, model } };
}

/** The variant that the nearest unit upwards has adopted; null for the package as shipped. */
function countyVariant(
  { adoptions }: LayerSources,
  ask: VillageOnDay & { package: string },
): Found<string | null> {
  for (const unit of ask.up) {
    const found = findInForce(
      adoptions.filter((one) => one.unit === unit && one.package === ask.package),
      ask.day,
    );
    if (found === undefined) continue;
    const { latest, other } = found;
    if (other === undefined || other.variant === latest.variant) {
      return { ok: true, value: latest.variant };
    }
    const [first, second] = [other.variant ?? "—", latest.variant ?? "—"];
    const params = { package: ask.package, unit, first, second, day: ask.day };
    return { ok: false, refusal: refuse("runtime/two-variants", params) };
  }
  return { ok: true, value: null };
}

/** What a model says of a folder turns it on as a whole; variant and parameters belong to one machine. */
function modelLayers({ model, adoption }: AdoptedModel, packageId: string): DefinitionLayer[] {
  const process = own(model.processes, packageId);
  if (process === undefined || process.planned === true) return [];
  const { variant, parameters = {} } = process;
  const set = Object.entries(parameters).flatMap(([name, { value }]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const values: JsonObject = {
    ...Object.fromEntries(set),
    ...own(adoption.settings as Record<string, JsonObject>, packageId),
  };
  return [
    ...(variant === undefined ? [] : [{ kind: "variant" as const, id: variant }]),
    ...(Object.keys(values).length === 0
      ? []
      : [{ kind: "parameters" as const, model: model.id, values }]),
  ];
}

function changeLayers(
  { versionOn }: LayerSources,
  { up, day, ...ask }: VillageOnDay & { package: string },
  model: string | null,
): DefinitionLayer[] {
  for (const unit of up) {
    const version = versionOn({ unit, package: ask.package, model }, day);
    if (version !== undefined) return [{ kind: "change", version }];
  }
  return [];
}

/**
 * Whether new matters of a package may begin under a model. A package that the model does not name is off where
 * another model governs it (`governed`), and no affair of models otherwise.
 */
export function isOn(
  model: ModelSource,
  packageId: string,
  governed: ReadonlySet<string>,
): boolean {
  const [folder = ""] = packageId.split(".");
  return findProcess(model, packageId)?.on ?? !governed.has(folder);
}

/** The folders of all packages that some model names. */
export function governedPackages(models: Iterable<ModelSource>): Set<string> {
  const folders = [...models].flatMap((model) =>
    Object.keys(model.processes).map((id) => id.split(".")[0] ?? id),
  );
  return new Set(folders);
}

/** Names a stack of layers: the same name on the same day is the same document. */
export function nameOfLayers(layers: readonly DefinitionLayer[], day: Day): string {
  return layers.map((layer) => nameOfLayer(layer, day)).join(" > ");
}

function nameOfLayer(layer: DefinitionLayer, day: Day): string {
  if (layer.kind === "variant") return layer.id;
  if (layer.kind === "parameters") return JSON.stringify(layer.values);
  const { id, exemptions } = layer.version;
  return [`change:${id}`, ...exemptions.map(({ until }) => day <= until)].join(":");
}
