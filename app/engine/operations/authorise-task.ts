import type { Actor, Task } from "../case";
import { refuse } from "../errors";
import { assignmentsFor, type Assignment, type Person } from "../person";
import { toWhereabouts, refuseRole } from "../steps/authorise";
import { no, yes, type Decision, type Situation } from "../steps/situation";
import type { OperationName, OperationSource } from "./operation-source";

/** How somebody comes to do something with a task. */
export type Standing = "holder" | "pool" | "lender" | "over";

/**
 * By which post somebody does this with a task: it is theirs, it is in the pool of a role that they hold, they lent
 * it, or the package lets their role do it with what others hold. Refuses `case/held`, `case/not-your-step`,
 * `case/out-of-scope`.
 */
export function authoriseTask(
  { workflow, matter, now }: Pick<Situation, "workflow" | "matter" | "now">,
  ask: { operation: OperationName; person: Person; task: Task; source: OperationSource },
): Decision<{ actor: Actor; standing: Standing }> {
  const { operation, person, task, source } = ask;
  const held = assignmentsFor(person, toWhereabouts(matter), now);
  if (held.length === 0) return no(refuse("case/out-of-scope"));
  const { firm, assignee, roles, unit, lent } = task;
  const may = held.filter(({ role }) => source.roles.includes(role));
  const as = (used: Assignment | undefined, standing: Standing) =>
    used === undefined ? undefined : yes({ actor: actorOf(person, used), standing });
  const isHolder = firm !== undefined && assignee === person.id;
  // Whoever was asked to help answers by any of their posts.
  const own = operation === "giveBack" ? held : may;
  const inPool = may.filter(
    (post) =>
      roles.includes(post.role) &&
      (unit === undefined || post.unit.id === unit) &&
      (firm === undefined || (firm.role !== null && firm.role !== post.role)),
  );
  const found =
    as(isHolder ? (own.find(({ role }) => role === firm.role) ?? own[0]) : undefined, "holder") ??
    as(lent?.at(-1)?.by.id === person.id ? may[0] : undefined, "lender") ??
    as(firm === undefined ? inPool[0] : undefined, "pool") ??
    as(
      held.find(({ role }) => source.over?.includes(role) === true),
      "over",
    );
  if (found !== undefined) return found;
  return no(
    firm === undefined || isHolder
      ? refuseRole([...new Set([...source.roles, ...(source.over ?? [])])], workflow.roles)
      : refuse("case/held", { name: firm.name }),
  );
}

/** Somebody acting by one of their posts. */
export function actorOf(person: Person, { id, role, unit }: Assignment): Actor {
  return { user: person.id, name: person.name, assignment: id, role, unit: unit.id };
}
