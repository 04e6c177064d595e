import type { Task, Timer } from "../case";
import { isOffered } from "../operations/may-operate";
import { arm, type ClockInput } from "./clocks";

/**
 * The clocks after a step's tasks are known, where the package says how long a task may be nobody's: one for each
 * state with such a task, from the step that left it so until somebody has it. What waits for its turn is not looked
 * for yet.
 */
export function followOwners(
  timers: readonly Timer[],
  tasks: readonly Task[],
  input: ClockInput,
): Timer[] {
  const { workflow } = input;
  const { unowned } = workflow.source;
  if (unowned === undefined) return [...timers];
  const open = new Set(
    tasks.filter((task) => isNobodys(task) && isOffered(workflow, unowned, task.path)).map(pathOf),
  );
  const kept = timers.filter(
    ({ deadline, path }) => deadline !== unowned.deadline || open.has(path),
  );
  const running = new Set(kept.filter(({ kind }) => kind === "owner").map(pathOf));
  const begun = [...open].filter((path) => !running.has(path));
  return [...kept, ...begun.flatMap((path) => arm("owner", path, unowned.deadline, input))];
}

/** True for a task that could be taken and that nobody has taken, or was asked by name to do. */
export function isNobodys({ firm, waits }: Task): boolean {
  return firm === undefined && waits !== "turn";
}

function pathOf({ path }: { path: string }): string {
  return path;
}
