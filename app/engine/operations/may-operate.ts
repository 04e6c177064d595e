import { refuseAvoid } from "../avoid";
import type { Actor, Task } from "../case";
import { refuse } from "../errors";
import { lineage } from "../machine/state-index";
import type { Colleague } from "../people";
import { assignmentsFor, SYSTEM, type Person } from "../person";
import type { Refusal } from "../refusal";
import { refuseRole, toWhereabouts } from "../steps/authorise";
import { no, yes, type Decision, type Situation } from "../steps/situation";
import type { Workflow } from "../workflow";
import { actorOf, type Standing } from "./authorise-task";
import type { OperationName, OperationSource } from "./operation-source";

/** True where the package offers an operation in a task's state, or in one around it. */
export function isOffered(
  workflow: Workflow,
  source: Pick<OperationSource, "in" | "except">,
  paths: string | readonly string[],
): boolean {
  const all = typeof paths === "string" ? lineage(paths) : paths;
  const names = all.map((one) => workflow.machine.states.get(one)?.name ?? "");
  const isIn = source.in === undefined || names.some((name) => source.in?.includes(name));
  return isIn && !names.some((name) => source.except?.includes(name));
}

/** Operations that give somebody a task to act on: they must be able to. */
const GIVES_TASK: ReadonlySet<OperationName> = new Set(["handOver", "takeOver"]);

/** Operations after which whoever is named has a say: not those who must keep out. */
const ACTS: ReadonlySet<OperationName> = new Set([
  ...(["handOver", "takeOver", "lend", "addBefore", "addAfter", "addBeside", "consult"] as const),
]);

/** Why somebody may not be named, or null: the package names other roles, or they could not take the task. */
export function mayBeNamed(
  { workflow, matter }: Pick<Situation, "workflow" | "matter">,
  ask: { one: Colleague; task?: Task; source: OperationSource; operation: OperationName },
): Refusal | null {
  const { one, task, source, operation } = ask;
  const { among } = source;
  if (among !== undefined && !one.posts.some((post) => among.includes(post.role))) {
    return refuse("operation/not-fit", { name: one.name });
  }
  const avoids =
    task !== undefined && ACTS.has(operation)
      ? refuseAvoid(workflow, matter, { path: task.path, one })
      : null;
  if (avoids !== null) return avoids;
  if (task === undefined || !GIVES_TASK.has(operation) || task.roles.length === 0) return null;
  const fits = one.posts.some(
    (post) =>
      task.roles.includes(post.role) && (task.unit === undefined || task.unit === post.unit),
  );
  return fits ? null : refuseRole(task.roles, workflow.roles);
}

/** A signer is taken off by the roles that the package names, and by whoever added them. */
export function authoriseDrop(
  { workflow, matter, now }: Pick<Situation, "workflow" | "matter" | "now">,
  { person, task, source }: { person: Person; task: Task; source: OperationSource },
): Decision<{ actor: Actor; standing: Standing }> {
  const held = assignmentsFor(person, toWhereabouts(matter), now);
  if (held.length === 0) return no(refuse("case/out-of-scope"));
  const signer = matter.decisions?.[task.path]?.signers.find(({ slot }) => slot === task.slot);
  const roles = [...source.roles, ...(source.over ?? [])];
  const used =
    held.find(({ role }) => roles.includes(role)) ??
    (signer?.addedBy?.id === person.id ? held[0] : undefined);
  return used === undefined
    ? no(refuseRole(roles, workflow.roles))
    : yes({ actor: actorOf(person, used), standing: "over" });
}

/** A substitute acts for whoever they stand in for; the system does when leave or the roster says so. */
export function standIn(
  { people, matter, now, actor }: Pick<Situation, "people" | "matter" | "now" | "actor">,
  { person, task, source }: { person: Person; task: Task; source: OperationSource },
): Decision<{ actor: Actor; standing: Standing }> {
  const { assignee, firm } = task;
  if (assignee === null) return no(refuse("operation/stands-in-for-nobody"));
  if (person.id === SYSTEM.id) return yes({ actor, standing: "over" });
  const standsIn = people.find(person.id)?.standsInFor?.includes(assignee) === true;
  const held = assignmentsFor(person, toWhereabouts(matter), now);
  const used = held.find(({ role }) => source.roles.includes(role));
  if (!standsIn || used === undefined) {
    return no(refuse("operation/not-substitute", { name: firm?.name ?? "" }));
  }
  return yes({ actor: actorOf(person, used), standing: "over" });
}
