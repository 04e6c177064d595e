import { refuse } from "../errors";
import { own, type JsonObject } from "../json";
import type { AdoptionRecord } from "../people-ports";
import type { UnitId } from "../person";
import type { Refusal } from "../refusal";
import type { Day } from "../time/types";
import type { VariantPatch } from "../variant/materialise";
import type { PatchOperation } from "../variant/patch";
import { findInForce, findModelAdoption, type Lasting, type ModelAdoption } from "./adoption";
import { findProcess, type ModelSource } from "./model-source";

/** What a county changed itself and published: immutable, a further change is another one. */
export interface CountyChange extends Lasting {
  id: string;
  unit: UnitId;
  /** Only where this model is in force; null: whatever model is. */
  model: string | null;
  package: string;
  patch: readonly PatchOperation[];
}

/** Over the package as shipped, in this order: each is made over the result of the one before. */
export type DefinitionLayer =
  | { is: "variant"; of: "county" | "model"; id: string; patches: readonly VariantPatch[] }
  | { is: "parameters"; model: string; values: JsonObject }
  | { is: "changes"; id: string; patch: readonly PatchOperation[] };

/** What definitions are resolved from, as values. */
export interface LayerSources {
  adoptions: readonly AdoptionRecord[];
  modelAdoptions: readonly ModelAdoption[];
  findModel(id: string): ModelSource | undefined;
  /** A variant with those that it stands on, the one nearest to the base first. */
  findVariant(packageId: string, variant: string): readonly VariantPatch[] | undefined;
  /** The county's own changes to a package; whichever may matter, in any order. */
  changesOf(packageId: string): readonly CountyChange[];
}

export interface LayersAsk {
  package: string;
  /** The village's unit and those above it, nearest first. */
  up: readonly UnitId[];
  /** The village's kind on the day. */
  kind: string | null;
  day: Day;
}

export interface DefinitionLayers {
  /** The adoption that holds, with its model; null where none does. */
  adopted: { adoption: ModelAdoption; model: ModelSource } | null;
  layers: DefinitionLayer[];
}

type Found<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/**
 * Which layers a new matter's definition has (design §10): the county's variant (nearest adoption of the package
 * upwards) → the model's variant → the model's parameters as adopted → the county's own changes, general first.
 * Refuses `model/two-in-force`, `runtime/two-variants`, `model/two-changes`, `model/unknown-model`,
 * `runtime/unknown-variant`.
 */
export function findDefinitionLayers(
  sources: LayerSources,
  ask: LayersAsk,
): Found<DefinitionLayers> {
  const adopted = findAdopted(sources, ask);
  if (!adopted.ok) return adopted;
  const parts = [
    countyLayer(sources, ask),
    ...(adopted.value === null ? [] : modelLayers(sources, ask, adopted.value)),
    changesLayer(sources, ask, null),
    ...(adopted.value === null ? [] : [changesLayer(sources, ask, adopted.value.model.id)]),
  ];
  const layers: DefinitionLayer[] = [];
  for (const part of parts) {
    if (!part.ok) return part;
    if (part.value !== null) layers.push(part.value);
  }
  return { ok: true, value: { adopted: adopted.value, layers } };
}

/** The model in force at a place, read whole. */
export function findAdopted(
  { modelAdoptions, findModel }: Pick<LayerSources, "modelAdoptions" | "findModel">,
  ask: Pick<LayersAsk, "up" | "kind" | "day">,
): Found<DefinitionLayers["adopted"]> {
  const found = findModelAdoption(modelAdoptions, ask);
  if (!found.ok) return found;
  const adoption = found.value;
  if (adoption === null) return { ok: true, value: null };
  const model = findModel(adoption.model);
  return model === undefined
    ? { ok: false, refusal: refuse("model/unknown-model", { model: adoption.model }) }
    : { ok: true, value: { adoption, model } };
}

type Layer = Found<DefinitionLayer | null>;
const NONE: Layer = { ok: true, value: null };

function countyLayer(sources: LayerSources, ask: LayersAsk): Layer {
  for (const unit of ask.up) {
    const records = sources.adoptions.filter(
      (adoption) => adoption.unit === unit && adoption.package === ask.package,
    );
    const found = findInForce(records, ask.day);
    if (found === undefined) continue;
    const { latest, other } = found;
    if (other !== undefined && other.variant !== latest.variant) {
      const [first, second] = [other.variant ?? "—", latest.variant ?? "—"];
      const params = { package: ask.package, unit, first, second, day: ask.day };
      return { ok: false, refusal: refuse("runtime/two-variants", params) };
    }
    return latest.variant === null ? NONE : variantLayer(sources, ask, "county", latest.variant);
  }
  return NONE;
}

function variantLayer(
  sources: LayerSources,
  ask: LayersAsk,
  of: "county" | "model",
  id: string,
): Layer {
  const patches = sources.findVariant(ask.package, id);
  if (patches !== undefined) return { ok: true, value: { is: "variant", of, id, patches } };
  const params = { package: ask.package, variant: id };
  return { ok: false, refusal: refuse("runtime/unknown-variant", params) };
}

function modelLayers(
  sources: LayerSources,
  ask: LayersAsk,
  { model, adoption }: NonNullable<DefinitionLayers["adopted"]>,
): Layer[] {
  const exact = own(model.processes, ask.package);
  // What a model says of a folder turns it on as a whole; variant and parameters belong to one machine.
  if (exact === undefined || exact.planned === true) return [];
  const values: JsonObject = {};
  for (const [name, { value }] of Object.entries(exact.parameters ?? {})) values[name] = value;
  Object.assign(values, own(adoption.settings, ask.package) ?? {});
  return [
    exact.variant === undefined ? NONE : variantLayer(sources, ask, "model", exact.variant),
    Object.keys(values).length === 0
      ? NONE
      : { ok: true, value: { is: "parameters", model: model.id, values } },
  ];
}

function changesLayer(sources: LayerSources, ask: LayersAsk, model: string | null): Layer {
  const changes = sources.changesOf(ask.package).filter((change) => change.model === model);
  for (const unit of ask.up) {
    const found = findInForce(
      changes.filter((change) => change.unit === unit && change.package === ask.package),
      ask.day,
    );
    if (found === undefined) continue;
    const { latest, other } = found;
    if (other === undefined) {
      return { ok: true, value: { is: "changes", id: latest.id, patch: latest.patch } };
    }
    const params = { package: ask.package, unit, first: other.id, second: latest.id, day: ask.day };
    return { ok: false, refusal: refuse("model/two-changes", params) };
  }
  return NONE;
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

/** Two lists of layers with one name give one definition, as long as variants do not change. */
export function nameOfLayers(packageId: string, layers: readonly DefinitionLayer[]): string {
  const names = layers.map((layer) => {
    if (layer.is === "parameters") return ["parameters", layer.values];
    return [layer.is, layer.is === "variant" ? layer.of : "", layer.id];
  });
  return JSON.stringify([packageId, ...names]);
}
