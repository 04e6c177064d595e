import type { Case } from "../case";
import { activePaths } from "../machine/state-value";
import type { Text } from "../text";
import type { Workflow } from "../workflow";
import type { MoveSource } from "../workflow-source";

/** True where the package does not offer the move in the matter's present state. */
export function isExcepted(workflow: Workflow, matter: Case, source: MoveSource): boolean {
  const names = activePaths(matter.state).map(
    (path) => workflow.machine.states.get(path)?.name ?? "",
  );
  return names.some((name) => source.except?.includes(name) === true);
}

/** States that a matter may be sent back to: passed before, not active now, not final, allowed by the package. */
export function moveTargets(
  workflow: Workflow,
  matter: Case,
  move: "return" | "reopen",
): { path: string; title: Text }[] {
  const allowed = workflow.source.moves?.[move]?.to;
  const active = new Set(activePaths(matter.state));
  return matter.visited.flatMap((path) => {
    const state = workflow.machine.states.get(path);
    if (state === undefined || state.kind === "final" || active.has(path)) return [];
    if (allowed !== undefined && !allowed.includes(state.name)) return [];
    const title = state.meta?.title;
    return title === undefined ? [] : [{ path, title }];
  });
}
