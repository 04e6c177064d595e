import { layerOn } from "../change/in-force";
import { problem, type Problem } from "../check/problem";
import type { Json, JsonObject } from "../json";
import { pointerTo } from "../json-pointer";
import type { Day } from "../time/types";
import { materialise, type VariantPatch } from "../variant/materialise";
import { memberAt, type PatchOperation } from "../variant/patch";
import type { Validator } from "../validation/validator";
import type { DefinitionDocument } from "../workflow-source";
import type { DefinitionLayer } from "./definition-layers";

export interface LayeredPackage {
  base: DefinitionDocument;
  layers: readonly DefinitionLayer[];
  /** The day that exemptions are held against. */
  day: Day;
  /** A variant of the package with those that it stands on, the one nearest to the base first. */
  findVariant(id: string): readonly VariantPatch[] | undefined;
  validator?: Validator | undefined;
}

export type Layered =
  | { ok: true; document: DefinitionDocument }
  /** `layer` is the one that does not fit what lies beneath it; pointers begin at the definition document. */
  | { ok: false; layer: DefinitionLayer; problems: Problem[] };

/**
 * The definition that runs: a package with its layers, each over the result of the one before, each within what the
 * package lets vary. A variant that two layers stand on is put on once. Stops at the first layer with problems
 * (`runtime/unknown-variant` where it is not there). What comes out must still be checked.
 */
export function materialiseLayers(ask: LayeredPackage): Layered {
  const { base, validator } = ask;
  const applied = new Set<string>();
  let document = base;
  for (const layer of ask.layers) {
    const patches = patchesOf(layer, document, ask);
    if (patches === undefined) {
      const variant = layer.kind === "variant" ? layer.id : "";
      const params = { package: base.workflow.id, variant };
      return { ok: false, layer, problems: [problem("runtime/unknown-variant", "", params)] };
    }
    const variants = patches.filter(({ id }) => layer.kind !== "variant" || !applied.has(id));
    if (layer.kind === "variant") for (const { id } of variants) applied.add(id);
    const made = materialise({
      base: document,
      variants,
      ...(validator === undefined ? {} : { validator }),
    });
    if (!made.ok) return { ok: false, layer, problems: made.problems };
    document = made.document;
  }
  return { ok: true, document };
}

function patchesOf(
  layer: DefinitionLayer,
  document: DefinitionDocument,
  { findVariant, day }: LayeredPackage,
): readonly VariantPatch[] | undefined {
  switch (layer.kind) {
    case "variant":
      return findVariant(layer.id);
    case "parameters":
      return [{ id: layer.model, patch: parameterPatch(layer.values, document) }];
    case "change":
      return [layerOn(layer.version, { day, parameters: document.workflow.parameters })];
  }
}

/** Parameter values as a patch: what stands there is tested, so that nothing is set that is not there. */
function parameterPatch(values: JsonObject, document: DefinitionDocument): PatchOperation[] {
  return Object.entries(values).flatMap(([name, value]): PatchOperation[] => {
    const path = pointerTo("/workflow/parameters", name, "value");
    const was = memberAt(document as unknown as Json, ["workflow", "parameters", name, "value"]);
    const test: PatchOperation[] = was === undefined ? [] : [{ op: "test", path, value: was }];
    return [...test, { op: "replace", path, value }];
  });
}
