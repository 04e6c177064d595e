import type { Problem } from "../check/problem";
import type { Json } from "../json";
import { createValidator, type Validator } from "../validation/validator";
import type { DefinitionDocument } from "../workflow-source";
import { checkAllowed } from "./allowed-by-vary";
import { applyPatch } from "./apply-patch";
import { fromKeyed, toKeyed } from "./keyed-view";
import type { PatchOperation } from "./patch";

/** What counts of a `variant.json`. */
export interface VariantPatch {
  id: string;
  patch: readonly PatchOperation[];
  /** Parameters whose floor it lowers with an exemption on record. */
  exempt?: readonly string[];
}

export type Materialised =
  | { ok: true; document: DefinitionDocument }
  /** `variant`: the one of the chain that does not fit its parent; pointers begin at the definition document. */
  | { ok: false; variant: string; problems: Problem[] };

/**
 * The definition that runs: a base with its variants, the one nearest to the base first. Stops at the first variant
 * with problems and gives all of its. What comes out must still be checked like any other definition.
 */
export function materialise(ask: {
  base: DefinitionDocument;
  variants: readonly VariantPatch[];
  /** Knows the formats of the package's plugins, where parameters use them. */
  validator?: Validator;
}): Materialised {
  const { validator = createValidator() } = ask;
  const vary = ask.base.workflow.vary ?? {};
  let document = ask.base as unknown as Json;
  for (const { id, patch, exempt = [] } of ask.variants) {
    const view = toKeyed(document);
    const applied = applyPatch(view, patch);
    const back = applied.ok ? fromKeyed(applied.view) : undefined;
    const problems = [
      ...checkAllowed(patch, { view, vary, validator, exempt }),
      ...(applied.ok ? [] : applied.problems),
      ...(back?.problems ?? []),
    ];
    if (!back || problems.length > 0) return { ok: false, variant: id, problems };
    document = back.document;
  }
  return { ok: true, document: document as unknown as DefinitionDocument };
}
