import type { Actor, Task } from "../case";
import { refuse } from "../errors";
import type { Refusal } from "../refusal";

/** True where a task is somebody else's alone, in the role that this person acts in. */
export function isHeldByOther(task: Task, actor: Pick<Actor, "user" | "role">): boolean {
  const { firm, assignee } = task;
  if (firm === undefined || assignee === actor.user) return false;
  return firm.role === null || firm.role === actor.role;
}

/** Why a task cannot be taken by this person now: somebody holds it, or it has to wait; null where it can. */
export function refuseHeld(task: Task, actor: Pick<Actor, "user" | "role">): Refusal | null {
  if (isHeldByOther(task, actor)) return refuse("case/held", { name: task.firm?.name ?? "" });
  if (task.waits === true) return refuse("decision/not-your-turn");
  return null;
}
