import type { JsonObject } from "../json";
import { compileLogic } from "../rules/compile-logic";
import type { Operator, Truth } from "../rules/types";
import type { Text } from "../text";
import type { ModelSource } from "./model-source";

/** Why a model suits a village, or does not. */
export interface Suggestion {
  model: ModelSource;
  /** The model is meant for the village's kind; null where the village has none yet. */
  kindFits: boolean | null;
  reasons: { title: Text; truth: Truth }[];
}

/**
 * The models that can be adopted, those that suit a village best first: by its kind, then by how many reasons hold,
 * fewer contradicted. What nobody has filled in speaks neither for nor against. Pure.
 */
export function suggestModels(
  models: readonly ModelSource[],
  village: { kind: string | null; facts: JsonObject },
  operators: ReadonlyMap<string, Operator>,
): Suggestion[] {
  return models
    .filter(({ adoptable }) => adoptable !== false)
    .map((model) => ({
      model,
      kindFits: village.kind === null ? null : model.fits.kinds.includes(village.kind),
      reasons: Object.values(model.fits.reasons).map(({ title, when }) => ({
        title,
        truth: compileLogic(when, operators).judge({ village: village.facts }).truth,
      })),
    }))
    .sort((a, b) => weight(b) - weight(a));
}

function weight({ kindFits, reasons }: Suggestion): number {
  const share = (truth: Truth): number =>
    reasons.filter((reason) => reason.truth === truth).length / Math.max(1, reasons.length);
  return (kindFits === true ? 10 : 0) + share(true) - share(false);
}

/** True where something speaks for the model and its kind is not another's. */
export function isSuggested({ kindFits, reasons }: Suggestion): boolean {
  if (kindFits !== null) return kindFits;
  const held = reasons.filter(({ truth }) => truth === true).length;
  return held > 0 && !reasons.some(({ truth }) => truth === false);
}
