import { refuse } from "../errors";
import { no, yes } from "../steps/situation";
import { askedByName, withTask, type Operate, type OperatingOnTask } from "./operate";

/** 认领: takes a task out of the pool; the others of the role leave it alone. Inverse: release. */
export const claim: Operate<OperatingOnTask> = ({ situation, task }) => {
  const { actor, matter } = situation;
  if (task.firm !== undefined) return no(refuse("case/held", { name: task.firm.name }));
  const firm = { name: actor.name, role: actor.role, by: "claim" as const };
  const tasks = withTask(matter.tasks, { ...task, assignee: actor.user, firm });
  return yes({ tasks });
};

/** 放回: puts a task back into the pool of its role. Whoever was asked by name cannot put the question back. */
export const release: Operate<OperatingOnTask> = ({ situation, task }) => {
  const { firm, lent, ...rest } = task;
  const isPooled = firm !== undefined && askedByName(situation.matter, task) === null;
  if (!isPooled || lent !== undefined) return no(refuse("operation/not-claimed"));
  return yes({ tasks: withTask(situation.matter.tasks, { ...rest, assignee: null }) });
};
