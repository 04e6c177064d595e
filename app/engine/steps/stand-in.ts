import { refuseAvoid } from "../avoid";
import type { Actor, Task } from "../case";
import { refuse } from "../errors";
import { canonicalJson } from "../json";
import { isOffered } from "../operations/may-operate";
import type { Person } from "../person";
import type { Refusal } from "../refusal";
import type { Named } from "../task";
import type { Situation } from "./situation";
import type { sendEvent } from "./transit";

type Standing = Pick<Situation, "workflow" | "matter" | "people">;

/**
 * The same actor, with whose work it is where they do it as a substitute (代班): the post that they use is another's,
 * or one of the tasks that it belongs to is with somebody for whom they stand in. What is theirs, or anybody's, they do
 * for themselves.
 */
export function asSubstitute(
  situation: Standing,
  { actor, person, tasks }: { actor: Actor; person: Person; tasks: readonly Task[] },
): Actor {
  const used = person.assignments.find(({ id }) => id === actor.assignment);
  if (used?.standsInFor !== undefined) return { ...actor, standsInFor: used.standsInFor };
  if (tasks.some(({ assignee }) => assignee === actor.user || assignee === null)) return actor;
  for (const task of tasks) {
    const standsInFor = standingInFor(situation, { actor, task });
    if (standsInFor !== undefined) return { ...actor, standsInFor };
  }
  return actor;
}

/** Whoever a task is with, where this person may take it in their place; the package allows 代班 there. */
function standingInFor(
  { workflow, matter, people }: Standing,
  { actor, task }: { actor: Actor; task: Task },
): Named | undefined {
  const source = workflow.source.operations?.takeOver;
  const { assignee, path } = task;
  if (source === undefined || assignee === null || matter.status !== "open") return undefined;
  if (actor.role === null || !source.roles.includes(actor.role)) return undefined;
  if (!isOffered(workflow, source, path)) return undefined;
  if (people.find(actor.user)?.standsInFor?.includes(assignee) !== true) return undefined;
  return { id: assignee, name: people.find(assignee)?.name ?? task.firm?.name ?? "" };
}

/** The tasks that an event of a state belongs to. */
export function tasksUnder(tasks: readonly Task[], path: string): Task[] {
  return tasks.filter(
    (task) =>
      task.slot === undefined &&
      (path === "" || task.path === path || task.path.startsWith(`${path}.`)),
  );
}

/**
 * Why a substitute cannot do this in somebody's place: that person must keep out of it, or it would not go the same way
 * for them. Where the package wants two people, whoever asked for something does not get it decided by their own
 * substitute.
 */
export function refuseInPlace(
  acting: Situation,
  ask: { path: string; send: (situation: Situation) => ReturnType<typeof sendEvent> },
): Refusal | null {
  const { workflow, matter, actor } = acting;
  const { standsInFor } = actor;
  if (standsInFor === undefined) return null;
  const avoids = refuseAvoid(workflow, matter, { path: ask.path, one: standsInFor });
  if (avoids !== null) return avoids;
  const { id: user, name } = standsInFor;
  const [own, theirs] = [
    ask.send(acting),
    ask.send({ ...acting, actor: { ...actor, user, name }, scopes: {} }),
  ];
  if (!own.ok) return null;
  const isSame =
    theirs.ok &&
    canonicalJson(own.value.transit.value) === canonicalJson(theirs.value.transit.value);
  return isSame ? null : refuse("operation/own-substitute", { name });
}
