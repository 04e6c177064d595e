import { resolveTarget } from "../machine/resolve-target";
import { candidateLists, initialLeaves, type StateInfo } from "../machine/state-index";
import type { RoleId } from "../person";
import type { Workflow } from "../workflow";
import { isOffered } from "./may-operate";

/** Whom a step names to act next: how many, with which roles, and whether it must. */
export interface NextAsked {
  least: number;
  most: number;
  /** Empty: whoever can act in the state that it leads to. */
  roles: RoleId[];
  /** The states that it may lead to in which they would act, by path. */
  paths: string[];
}

/**
 * Whether a step has to name who acts next (it may lead to a decision that asks those who are chosen), or may
 * (the package allows it); undefined where it names nobody.
 */
export function nextAsked(
  workflow: Workflow,
  of: { path: string; event: string; role: RoleId | null },
): NextAsked | undefined {
  const { decidingStates } = workflow.machine;
  const source = workflow.source.operations?.chooseNext;
  if (!decidingStates && source === undefined) return undefined;
  const targets = targetsOf(workflow.machine.states, of);
  for (const path of decidingStates ? targets : []) {
    const asked = workflow.machine.states.get(path)?.meta?.decision?.asked ?? [];
    const chosen = asked.flatMap((one) => one.chosen ?? [])[0];
    if (chosen !== undefined) {
      const { least = 1, most = 30, role } = chosen;
      return { least, most, roles: [role], paths: [path] };
    }
  }
  const paths =
    source === undefined ? [] : targets.filter((path) => isOffered(workflow, source, path));
  const isOpen =
    source !== undefined && of.role !== null && source.roles.includes(of.role) && paths.length > 0;
  return isOpen ? { least: 0, most: 1, roles: source.among ?? [], paths } : undefined;
}

/** The leaves that an event may lead to, whatever its guards say. */
function targetsOf(
  states: ReadonlyMap<string, StateInfo>,
  { path, event }: { path: string; event: string },
): string[] {
  const state = states.get(path);
  if (state === undefined) return [];
  const lists = candidateLists(state.source).filter((list) => list.event === event);
  return lists
    .flatMap(({ candidates }) => candidates)
    .flatMap(({ target }) => {
      const found = target === undefined ? undefined : resolveTarget(states, state, target);
      return found === undefined ? [] : initialLeaves(states, found);
    });
}
