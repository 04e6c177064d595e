import type { Holder, Task } from "../case";
import { refuse } from "../errors";
import type { Colleague } from "../people";
import { SYSTEM, type RoleId } from "../person";
import { no, yes } from "../steps/situation";
import { askedByName, withTask, type Operate, type OperatingOnTask } from "./operate";

/** 转交: passes a task on for good. Inverse: the other hands it over again. */
export const handOver: Operate<OperatingOnTask> = (ask) => pass(ask, "handOver");

/**
 * 代班: a substitute takes the task of whoever they stand in for; or the system moves it, by leave or the end of a
 * post, as it was held: what anybody could take stays so. Inverse: handing it over again.
 */
export const takeOver: Operate<OperatingOnTask> = (ask) =>
  ask.person.id === SYSTEM.id ? moveTask(ask) : pass(ask, "takeOver");

function moveTask({ situation, task, to }: OperatingOnTask) {
  const [one] = to;
  if (one === undefined || to.length > 1) return no(refuse("operation/name-one"));
  if (one.id === task.assignee) return no(refuse("operation/holds-already", { name: one.name }));
  const role = task.firm?.role === null ? null : roleHeld(task, one);
  const firm: Holder | undefined = task.firm && { name: one.name, role, by: "takeOver" };
  const moved = { ...task, assignee: one.id, ...(firm === undefined ? {} : { firm }) };
  return yes({ tasks: withTask(situation.matter.tasks, moved) });
}

function pass({ situation, task, to }: OperatingOnTask, by: Holder["by"]) {
  const [one] = to;
  if (one === undefined || to.length > 1) return no(refuse("operation/name-one"));
  if (task.lent !== undefined) return no(refuse("operation/lent", { name: task.firm?.name ?? "" }));
  if (one.id === task.assignee && task.firm !== undefined) {
    return no(refuse("operation/holds-already", { name: one.name }));
  }
  const named = askedByName(situation.matter, task);
  const firm: Holder = {
    name: one.name,
    // A signature that was asked of one person is never the role's.
    role: named === null ? roleHeld(task, one) : null,
    by: named?.id === one.id ? "asked" : by,
  };
  const tasks = withTask(situation.matter.tasks, { ...task, assignee: one.id, firm });
  return yes({ tasks });
}

/** The role by which somebody has a task; null where it was asked of a person. */
export function roleHeld(task: Task, one: Colleague): RoleId | null {
  return one.posts.find((post) => task.roles.includes(post.role))?.role ?? null;
}
