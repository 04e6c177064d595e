import { sameScope, type ChangeScope, type Version } from "../../engine/change/proposal";
import { refuse } from "../../engine/errors";
import type { Text } from "../../engine/text";
import type { Day } from "../../engine/time/types";
import type { Result } from "../api";
import { layersAt, nameOfLayers, type Layer, type LayersParts } from "../layers";
import type { Place } from "../people/directory";

/** Villages whose new matters of a package use the same definition. */
export interface Stack {
  layers: Layer[];
  villages: Place[];
}

/** A model that holds in some villages of a county. */
export interface ModelHere {
  id: string;
  title: Text;
  villages: number;
}

/**
 * The villages of a scope by what lies on the package there, the most common first. A county without villages has
 * one stack without any. Refuses `change/unknown-scope` where the model holds nowhere, or the package runs nowhere;
 * and what `layersAt` refuses where it does so everywhere.
 */
export function stacksOf(parts: LayersParts, scope: ChangeScope, day: Day): Result<Stack[]> {
  const all = villagesOf(parts, scope.unit);
  if (all.length === 0 && scope.model === null) {
    return { ok: true, value: [{ layers: [], villages: [] }] };
  }
  const runs = ({ code }: Place) => {
    const isOn = parts.models.startsAt({ package: scope.package, place: code, day }).ok;
    return isOn && (scope.model === null || modelAt(parts, code, day)?.id === scope.model);
  };
  const stacks = new Map<string, Stack>();
  let refusal = refuse("change/unknown-scope");
  for (const village of all.filter(runs)) {
    const layers = layersAt(parts, { package: scope.package, place: village.code, day });
    if (!layers.ok) {
      refusal = layers.refusal;
      continue;
    }
    const name = nameOfLayers(layers.value, day);
    const stack = stacks.get(name) ?? { layers: layers.value, villages: [] };
    stack.villages.push(village);
    stacks.set(name, stack);
  }
  const found = [...stacks.values()].sort((a, b) => b.villages.length - a.villages.length);
  return found.length === 0 ? { ok: false, refusal } : { ok: true, value: found };
}

/** The villages of a county. */
export function villagesOf({ directory }: Pick<LayersParts, "directory">, unit: string): Place[] {
  const within = new Set(directory().findScope(unit)?.within);
  return directory()
    .units.filter(({ id, kind }) => kind === "village" && within.has(id))
    .flatMap(({ name, covers }) => covers.map((code) => ({ code, name })));
}

/** The models that hold in a county's villages on a day, the most common first. */
export function modelsIn(parts: LayersParts, unit: string, day: Day): ModelHere[] {
  const found = new Map<string, ModelHere>();
  for (const { code } of villagesOf(parts, unit)) {
    const model = modelAt(parts, code, day);
    if (model === undefined) continue;
    const known = found.get(model.id) ?? { id: model.id, title: model.title, villages: 0 };
    found.set(model.id, { ...known, villages: known.villages + 1 });
  }
  return [...found.values()].sort((a, b) => b.villages - a.villages);
}

/**
 * Whether a matter of the county at this place is in a scope. A station's area, where rounds and rosters lie, is under
 * the model that holds for the township as a whole.
 */
export function isPlaceIn(
  parts: LayersParts,
  { scope, villages }: { scope: ChangeScope; villages: readonly Place[] },
  { place, day }: { place: string; day: Day },
): boolean {
  if (parts.directory().upFrom(place)[0]?.kind === "village") {
    return villages.some(({ code }) => code === place);
  }
  return scope.model === null || modelAt(parts, place, day)?.id === scope.model;
}

function modelAt({ models }: LayersParts, place: string, day: Day) {
  const found = models.modelAt({ place, day });
  return found.ok ? found.value?.model : undefined;
}

/** The layers that a scope's own changes stand on. */
export function beneath(layers: readonly Layer[], scope: ChangeScope): Layer[] {
  return layers.filter((layer) => {
    if (layer.kind !== "change") return true;
    return scope.model !== null && layer.version.scope.model === null;
  });
}

/** The layers with a version in its scope's place. */
export function withVersion(layers: readonly Layer[], version: Version): Layer[] {
  const below = beneath(layers, version.scope);
  const above = layers.filter(
    (layer) =>
      !below.includes(layer) &&
      !(layer.kind === "change" && sameScope(layer.version.scope, version.scope)),
  );
  return [...below, { kind: "change", version }, ...above];
}
