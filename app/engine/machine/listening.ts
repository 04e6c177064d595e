import type { StateValue } from "../case";
import type { CompiledMachine } from "./machine";
import { candidateLists } from "./state-index";
import { activePaths } from "./state-value";

/** The active state that answers one of these events, and which: the first event that any answers. */
export function findListening(
  machine: CompiledMachine,
  value: StateValue,
  events: readonly string[],
): { path: string; event: string } | undefined {
  const paths = [...activePaths(value), ""];
  for (const event of events) {
    const path = paths.find((active) => {
      const source = machine.states.get(active)?.source;
      return source !== undefined && candidateLists(source).some((list) => list.event === event);
    });
    if (path !== undefined) return { path, event };
  }
  return undefined;
}
