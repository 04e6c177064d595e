import type { Task } from "../case";
import type { RoleId } from "../person";

/** A rung gives what waits in and under a state to a role. */
export interface HandOver {
  path: string;
  role: RoleId;
}

/**
 * The task after a rung gave it to a role: nobody of the old ones holds it any more. What the events allow stays
 * allowed: somebody who does it late after all is not refused. A signature stays the signer's.
 */
export function handTask(task: Task, to: HandOver | undefined): Task {
  if (to === undefined || task.slot !== undefined) return task;
  const isThere = task.path === to.path || task.path.startsWith(`${to.path}.`);
  if (!isThere) return task;
  const { firm: _firm, lent: _lent, ...rest } = task;
  return { ...rest, handedTo: to.role, assignee: null };
}
