import type { Case } from "../case";
import { resolveTarget } from "../machine/resolve-target";
import { candidateLists, initialLeaves, lineage, type StateInfo } from "../machine/state-index";
import type { Text } from "../text";
import type { Workflow } from "../workflow";

/**
 * The stations (`mustPass`) that a jump to a state would go round: those that the matter has not been in and that
 * every way to the state leads through.
 */
export function stationsPassedBy(workflow: Workflow, matter: Case, target: string): Text[] {
  const { machine } = workflow;
  const visited = new Set(matter.visited);
  const due = [...new Set((workflow.source.mustPass ?? []).map(({ pass }) => pass))];
  return due.flatMap((name) => {
    const station = machine.pathOf(name);
    if (station === undefined || visited.has(station) || isWithin(target, station)) return [];
    const title = machine.states.get(station)?.meta?.title ?? { zh: name };
    return reachesWithout(machine.states, { target, station }) ? [] : [title];
  });
}

function isWithin(path: string, ancestor: string): boolean {
  return path === ancestor || path.startsWith(`${ancestor}.`);
}

/** Whether some way leads from the start to a state without the station; joins and guards are taken as open. */
function reachesWithout(
  states: ReadonlyMap<string, StateInfo>,
  { target, station }: { target: string; station: string },
): boolean {
  const seen = new Set<string>();
  const open = initialLeaves(states, "");
  for (let leaf = open.pop(); leaf !== undefined; leaf = open.pop()) {
    if (seen.has(leaf) || isWithin(leaf, station)) continue;
    if (isWithin(leaf, target)) return true;
    seen.add(leaf);
    for (const path of [...lineage(leaf), ""]) {
      const state = states.get(path);
      if (state === undefined) continue;
      for (const { target: to } of candidateLists(state.source).flatMap(
        (list) => list.candidates,
      )) {
        const found = to === undefined ? undefined : resolveTarget(states, state, to);
        if (found !== undefined) open.push(...initialLeaves(states, found));
      }
    }
  }
  return false;
}
