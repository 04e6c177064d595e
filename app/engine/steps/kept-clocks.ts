import type { Timer } from "../case";

/**
 * Clocks as they stand, each replaced by the one that it was before, where there is one: whoever comes back goes on
 * with the time that was left. Several clocks of one deadline (its reminders, the rungs of its ladder) stay several.
 */
export function keptClocks(timers: readonly Timer[], before: readonly Timer[]): Timer[] {
  const known = new Map(before.map((timer) => [nameOf(timer), timer]));
  return timers.map((timer) => known.get(nameOf(timer)) ?? timer);
}

/** What a clock is called apart from the step that armed it: `<kind> <path>:<deadline>` with what follows the step. */
function nameOf({ id, kind, path, deadline, armedSeq }: Timer): string {
  const armed = `${path}:${deadline}:${armedSeq}`;
  return `${kind} ${id.startsWith(armed) ? `${path}:${deadline}${id.slice(armed.length)}` : id}`;
}
