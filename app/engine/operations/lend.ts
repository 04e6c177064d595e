import type { Holder } from "../case";
import { refuse } from "../errors";
import { no, yes } from "../steps/situation";
import { withTask, type Operate, type OperatingOnTask } from "./operate";

/** More hands than this and nobody knows whose it is. */
const MOST_LENT = 5;

/** 委派: a helper answers, then the task comes back. The helper may lend it on. Inverse: giving it back. */
export const lend: Operate<OperatingOnTask> = ({ situation, task, to }) => {
  const { actor, matter } = situation;
  const [one] = to;
  if (one === undefined || to.length > 1) return no(refuse("operation/name-one"));
  const { lent = [], firm, assignee } = task;
  const has = new Set([actor.user, assignee, ...lent.map(({ by }) => by.id)]);
  if (has.has(one.id)) return no(refuse("operation/holds-already", { name: one.name }));
  if (lent.length === MOST_LENT) return no(refuse("operation/lent-too-often", { most: MOST_LENT }));
  const own = actor.role !== null && task.roles.includes(actor.role) ? actor.role : null;
  const role = firm === undefined ? own : firm.role;
  const helper: Holder = { name: one.name, role, by: "lend" };
  const lender = {
    by: { id: actor.user, name: actor.name },
    assignee,
    ...(firm === undefined ? {} : { firm }),
  };
  const changed = { ...task, assignee: one.id, firm: helper, lent: [...lent, lender] };
  return yes({ tasks: withTask(matter.tasks, changed) });
};

/** 交回: the helper's answer; or the lender takes the task back without waiting for it. */
export const giveBack: Operate<OperatingOnTask> = ({ situation, command, task }) => {
  const { actor, matter } = situation;
  const { lent = [], firm: _helper, ...rest } = task;
  const lender = lent.at(-1);
  if (lender === undefined) return no(refuse("operation/not-lent"));
  if (actor.user !== lender.by.id && (command.text ?? "").trim() === "") {
    return no(refuse("operation/answer-missing"));
  }
  const { assignee, firm } = lender;
  const others = lent.slice(0, -1);
  const changed = {
    ...rest,
    assignee,
    ...(firm === undefined ? {} : { firm }),
    ...(others.length === 0 ? {} : { lent: others }),
  };
  return yes({ tasks: withTask(matter.tasks, changed) });
};
