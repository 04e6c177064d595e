import { refuse } from "../engine/errors";
import { isObject, own, type JsonObject } from "../engine/json";
import { materialise, type VariantPatch } from "../engine/variant/materialise";
import type { PatchOperation } from "../engine/variant/patch";
import type { Validator } from "../engine/validation/validator";
import type { DefinitionDocument } from "../engine/workflow-source";
import type { Result } from "./api";
import type { LoadedPackage } from "./load-packages";

/** A variant as it stands in its file. */
export interface VariantSource extends VariantPatch {
  parent: string;
}

/** The variants of a package by id; those whose file has another shape are left to `qy check`. */
export function variantsOf(loaded: LoadedPackage): Map<string, VariantSource> {
  return new Map(
    loaded.variants.flatMap(({ variant }): [string, VariantSource][] => {
      const read = readVariant(variant);
      return read === undefined ? [] : [[read.id, read]];
    }),
  );
}

/**
 * The document that runs: the package as shipped, or with a variant and the variants that it stands on.
 * Refuses `runtime/unknown-variant`, and with the first problem of a variant that does not fit.
 */
export function documentOf(
  loaded: LoadedPackage,
  variant: string | null,
  validator?: Validator,
): Result<DefinitionDocument> {
  if (variant === null) return { ok: true, value: loaded.document };
  return withVariant(loaded.document, { loaded, variant, validator });
}

/**
 * A document with a variant on it, and first those that it stands on, as far as they are not `applied` already; notes
 * there what it puts on. Refuses as `documentOf`.
 */
export function withVariant(
  base: DefinitionDocument,
  ask: {
    loaded: LoadedPackage;
    variant: string;
    validator?: Validator | undefined;
    applied?: Set<string>;
  },
): Result<DefinitionDocument> {
  const { loaded, variant, validator, applied = new Set<string>() } = ask;
  const chain = chainOf(variantsOf(loaded), variant);
  if (chain === undefined) {
    const refusal = refuse("runtime/unknown-variant", { package: loaded.id, variant });
    return { ok: false, refusal };
  }
  const variants = chain.filter(({ id }) => !applied.has(id));
  for (const { id } of variants) applied.add(id);
  const made = materialise({
    base,
    variants,
    ...(validator === undefined ? {} : { validator }),
  });
  if (made.ok) return { ok: true, value: made.document };
  const [first] = made.problems;
  const unfit = refuse("runtime/unknown-variant", { package: loaded.id, variant: made.variant });
  return {
    ok: false,
    refusal: first === undefined ? unfit : { ...unfit, code: first.code, message: first.message },
  };
}

/** A variant and those that it stands on, the one nearest to the base first; undefined where one is missing. */
export function chainOf(
  known: ReadonlyMap<string, VariantSource>,
  variant: string,
): VariantSource[] | undefined {
  const chain: VariantSource[] = [];
  for (let id: string | undefined = variant; id !== undefined; id = parentOf(chain[0])) {
    const found = known.get(id);
    if (found === undefined || chain.includes(found)) return undefined;
    chain.unshift(found);
  }
  return chain;
}

/** The variant that this one stands on; undefined where it stands on the package (`<package>`, not `<package>/<variant>`). */
export function parentOf(variant: VariantSource | undefined): string | undefined {
  return variant?.parent.split("/")[1];
}

function readVariant(variant: JsonObject): VariantSource | undefined {
  const [id, parent, patch] = [own(variant, "id"), own(variant, "parent"), own(variant, "patch")];
  if (typeof id !== "string" || typeof parent !== "string" || !Array.isArray(patch))
    return undefined;
  return { id, parent, patch: patch.filter(isObject) as unknown as PatchOperation[] };
}
