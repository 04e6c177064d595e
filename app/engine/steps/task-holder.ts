import type { Actor, Case, Task } from "../case";
import { refuse } from "../errors";
import { VILLAGER } from "../person";
import type { Refusal } from "../refusal";
import type { EventMeta } from "../workflow-source";

type Taker = Pick<Actor, "user" | "role" | "standsInFor">;

/**
 * True where a task is somebody else's alone, in the role that this person acts in. Whoever stands in for them has it
 * as they do.
 */
export function isHeldByOther(task: Task, actor: Taker): boolean {
  const { firm, assignee } = task;
  if (firm === undefined || assignee === actor.user) return false;
  if (actor.standsInFor !== undefined && assignee === actor.standsInFor.id) return false;
  return firm.role === null || firm.role === actor.role;
}

/** Why a task cannot be taken by this person now: somebody holds it, or it has to wait; null where it can. */
export function refuseHeld(task: Task, actor: Taker): Refusal | null {
  const isTheirs = task.assignee === actor.user || task.assignee === actor.standsInFor?.id;
  if (task.lent !== undefined && isTheirs) return refuse("operation/lent-to-you");
  if (isHeldByOther(task, actor)) return refuse("case/held", { name: task.firm?.name ?? "" });
  if (task.waits === "turn") return refuse("decision/not-your-turn");
  if (task.waits === "answer") return refuse("operation/awaits-answer");
  return null;
}

/**
 * Why an event of a state cannot be taken by this person now: all the tasks that it belongs to are held by others, or
 * wait; null where one of them is theirs to take, or none is there. What may be done at any time, and what a villager
 * says, waits for nobody.
 */
export function refuseEvent(
  matter: Pick<Case, "tasks">,
  { path, meta }: { path: string; meta: Pick<EventMeta, "anytime"> },
  actor: Taker,
): Refusal | null {
  if (meta.anytime === true || actor.role === VILLAGER) return null;
  let first: Refusal | null = null;
  for (const task of matter.tasks) {
    const isOf = path === "" || task.path === path || task.path.startsWith(`${path}.`);
    if (task.slot !== undefined || !isOf) continue;
    const refusal = refuseHeld(task, actor);
    if (refusal === null) return null;
    first ??= refusal;
  }
  return first;
}

/** Who holds the task that a state's events belong to; undefined where nobody does alone, or several do. */
export function holderOf(
  { tasks }: Pick<Case, "tasks">,
  path: string,
): { id: string; name: string } | undefined {
  const [only, ...others] = tasks.filter(
    (task) => task.slot === undefined && (task.path === path || task.path.startsWith(`${path}.`)),
  );
  if (only?.firm === undefined || only.assignee === null || others.length > 0) return undefined;
  return { id: only.assignee, name: only.firm.name };
}
