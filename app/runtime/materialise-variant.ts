import { refuse } from "../engine/errors";
import { isObject, own, type Json } from "../engine/json";
import { materialise, type VariantPatch } from "../engine/variant/materialise";
import type { PatchOperation } from "../engine/variant/patch";
import type { Validator } from "../engine/validation/validator";
import type { DefinitionDocument } from "../engine/workflow-source";
import type { Result } from "./api";
import type { LoadedPackage } from "./load-packages";

/**
 * The definition of a variant: its parents' patches on the package, and then its own. Refuses
 * `runtime/unknown-variant` where it or a parent is missing, runs in a ring, or no longer fits the package.
 */
export function materialiseVariant(
  loaded: LoadedPackage,
  ask: { variant: string; validator: Validator },
): Result<DefinitionDocument> {
  const { variant, validator } = ask;
  const chain = chainOf(loaded, variant);
  const made = chain && materialise({ base: loaded.document, variants: chain, validator });
  if (made?.ok === true) return { ok: true, value: made.document };
  const refusal = refuse("runtime/unknown-variant", { package: loaded.id, variant });
  return { ok: false, refusal };
}

/** The variant and its parents, the one nearest to the package first; undefined where one is missing. */
function chainOf(loaded: LoadedPackage, variant: string): VariantPatch[] | undefined {
  const chain: VariantPatch[] = [];
  for (let id: string | undefined = variant; id !== undefined;) {
    const found: Json | undefined = loaded.variants.find(
      (one) => own(one.variant, "id") === id,
    )?.variant;
    const patch = isObject(found) ? own(found, "patch") : undefined;
    if (!Array.isArray(patch) || chain.some((known) => known.id === id)) return undefined;
    chain.unshift({ id, patch: patch as unknown as PatchOperation[] });
    const parent = isObject(found) ? own(found, "parent") : undefined;
    id = typeof parent === "string" ? parent.split("/")[1] : undefined;
  }
  return chain;
}
