import type { StateValue } from "./case";
import type { CompiledMachine } from "./machine/machine";
import { initialLeaves, lineage } from "./machine/state-index";
import { activePaths, leavesOf } from "./machine/state-value";

/**
 * The leaves that "go back to this state" means: the state entered by default, regions that run beside
 * it kept as they are, and regions of a parallel state that has to be entered again begun anew.
 */
export function returnConfiguration(
  machine: CompiledMachine,
  value: StateValue,
  target: string,
): string[] {
  const { states } = machine;
  const active = new Set(activePaths(value));
  const leaves = leavesOf(value);
  const wanted = initialLeaves(states, target);
  for (const path of [...lineage(target).slice(1), ""]) {
    const state = states.get(path);
    if (state?.kind !== "parallel") continue;
    for (const region of state.children) {
      if (target === region || target.startsWith(`${region}.`)) continue;
      const kept = leaves.filter((leaf) => leaf === region || leaf.startsWith(`${region}.`));
      wanted.push(
        ...((path === "" || active.has(path)) && kept.length > 0
          ? kept
          : initialLeaves(states, region)),
      );
    }
  }
  return wanted;
}

/** Where to put the extra transition: the innermost state that holds everything that has to change. */
export function planMove(
  machine: CompiledMachine,
  value: StateValue,
  wanted: readonly string[],
): { domain: string; leaves: string[] } {
  const present = leavesOf(value);
  const changing = [
    ...present.filter((leaf) => !wanted.includes(leaf)),
    ...wanted.filter((leaf) => !present.includes(leaf)),
  ];
  const [first, ...others] = changing;
  const above = first === undefined ? [""] : [...lineage(first).slice(1), ""];
  const domain =
    above.find((path) => path === "" || others.every((leaf) => leaf.startsWith(`${path}.`))) ?? "";
  return {
    domain,
    leaves: wanted.filter((leaf) => domain === "" || leaf.startsWith(`${domain}.`)),
  };
}
