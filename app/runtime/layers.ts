import { layerOn } from "../engine/change/in-force";
import type { ChangeScope, Version } from "../engine/change/proposal";
import { refuse } from "../engine/errors";
import type { Day } from "../engine/time/types";
import type { Validator } from "../engine/validation/validator";
import { materialise } from "../engine/variant/materialise";
import type { DefinitionDocument } from "../engine/workflow-source";
import type { Result } from "./api";
import { withVariant } from "./definition-document";
import type { LoadedPackage } from "./load-packages";
import type { Directory } from "./people/directory";

/**
 * One thing that changes a package where it is used: a variant that is shipped with it, or what a county changed on
 * the web.
 */
export type Layer = { kind: "variant"; id: string } | { kind: "change"; version: Version };

/** What a county changed, and what of it holds when. */
export interface ChangeSource {
  /** The version of a scope that new matters use on a day. */
  versionOn(scope: ChangeScope, day: Day): Version | undefined;
}

export interface LayersParts {
  directory: () => Directory;
  changes: ChangeSource;
}

/** The place, package and day that a definition is asked for. */
export interface Asked {
  package: string;
  place: string;
  day: Day;
}

/** What lies on a package at a place on a day, lowest first: the county's variant, then what the county changed. */
export function layersAt({ directory, changes }: LayersParts, ask: Asked): Layer[] {
  const adopted = directory().findAdoption(ask)?.variant ?? null;
  const variant: Layer[] = adopted === null ? [] : [{ kind: "variant", id: adopted }];
  for (const { id: unit } of directory().upFrom(ask.place)) {
    const version = changes.versionOn({ unit, package: ask.package, model: null }, ask.day);
    if (version !== undefined) return [...variant, { kind: "change", version }];
  }
  return variant;
}

/** Names a stack of layers: the same name on the same day is the same document. */
export function nameOfLayers(layers: readonly Layer[], day: Day): string {
  return layers.map((layer) => nameOfLayer(layer, day)).join(" > ");
}

function nameOfLayer(layer: Layer, day: Day): string {
  if (layer.kind === "variant") return layer.id;
  const { id, exemptions } = layer.version;
  return [`change:${id}`, ...exemptions.map(({ until }) => day <= until)].join(":");
}

/**
 * A package with layers on it, as new matters use it on a day. Refuses `runtime/unknown-variant`, the first problem
 * of a variant that does not fit, and `change/unfit` where the county's own change does not.
 */
export function documentWith(
  loaded: LoadedPackage,
  layers: readonly Layer[],
  { day, validator }: { day: Day; validator: Validator },
): Result<DefinitionDocument> {
  const applied = new Set<string>();
  let made: Result<DefinitionDocument> = { ok: true, value: loaded.document };
  for (const layer of layers) {
    if (!made.ok) return made;
    made =
      layer.kind === "variant"
        ? withVariant(made.value, { loaded, variant: layer.id, validator, applied })
        : withVersion(made.value, layer.version, { day, validator });
  }
  return made;
}

function withVersion(
  base: DefinitionDocument,
  version: Version,
  { day, validator }: { day: Day; validator: Validator },
): Result<DefinitionDocument> {
  const layer = layerOn(version, { day, parameters: base.workflow.parameters });
  const made = materialise({ base, variants: [layer], validator });
  if (made.ok) return { ok: true, value: made.document };
  const first = made.problems[0]?.message.zh ?? "";
  return { ok: false, refusal: refuse("change/unfit", { from: version.from, first }) };
}
