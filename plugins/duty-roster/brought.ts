import { checkRoster } from "./check-roster";
import type { Conflict } from "./conflict";
import type { Roster } from "./roster";

/** What is wrong with a roster after a change that was not wrong before it, or not as much. */
export function brought(before: readonly Conflict[], after: Roster): Conflict[] {
  const known = new Map(before.map((conflict) => [conflict.key, excess(conflict)]));
  return checkRoster(after).filter((conflict) => excess(conflict) > (known.get(conflict.key) ?? 0));
}

/** How far what is there lies from what is asked for; never 0, so that a fault that is new always counts. */
function excess({ found, limit }: Conflict): number {
  return Math.max(Math.abs(found - limit), Number.MIN_VALUE);
}
