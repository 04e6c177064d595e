import type { Case, HistoryEntry } from "../case";
import { fold } from "../fold";
import { canonicalJson, type Json } from "../json";
import { replay, type ReplayContext } from "../replay";

/** Every scenario also proves that the matter is the fold of its history, and that replay gives the same. */
export function checkHistory(
  matter: Case | null,
  history: readonly HistoryEntry[],
  context: ReplayContext,
): string[] {
  if (matter === null) return [];
  const folded = canonicalJson(fold(history) as unknown as Json);
  const problems =
    folded === canonicalJson(matter as unknown as Json)
      ? []
      : ["the fold of the history is not the matter"];
  const again = replay(history, context);
  return again.same
    ? problems
    : [...problems, `replay differs at step ${again.seq}: ${again.detail}`];
}
