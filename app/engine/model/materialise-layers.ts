import type { Json, JsonObject } from "../json";
import { pointerTo } from "../json-pointer";
import { materialise, type Materialised, type VariantPatch } from "../variant/materialise";
import { memberAt, type PatchOperation } from "../variant/patch";
import type { Validator } from "../validation/validator";
import type { DefinitionDocument } from "../workflow-source";
import type { DefinitionLayer } from "./definition-layers";

/**
 * The definition that runs: a package with its layers, each over the result of the one before, each within what
 * the package lets vary. Stops at the first layer with problems. What comes out must still be checked.
 */
export function materialiseLayers(ask: {
  base: DefinitionDocument;
  layers: readonly DefinitionLayer[];
  validator?: Validator;
}): Materialised {
  const { layers, ...rest } = ask;
  let document = ask.base;
  for (const layer of layers) {
    const made = materialise({ ...rest, base: document, variants: patchesOf(layer, document) });
    if (!made.ok) return made;
    document = made.document;
  }
  return { ok: true, document };
}

function patchesOf(layer: DefinitionLayer, document: DefinitionDocument): readonly VariantPatch[] {
  switch (layer.is) {
    case "variant":
      return layer.patches;
    case "changes":
      return [{ id: layer.id, patch: layer.patch }];
    case "parameters":
      return [{ id: layer.model, patch: parameterPatch(layer.values, document) }];
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
