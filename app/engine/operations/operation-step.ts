import { refuseAvoid } from "../avoid";
import type { Actor, Task } from "../case";
import type { OperationCommand } from "../command";
import { refuse } from "../errors";
import type { Colleague } from "../people";
import { activePaths } from "../machine/state-value";
import { assignmentsFor, SYSTEM, type Person } from "../person";
import type { Refusal } from "../refusal";
import type { Found } from "../step";
import { authorise, checkOccurredAt, refuseRole, toWhereabouts } from "../steps/authorise";
import { STATUS_WORDS } from "../steps/event-step";
import type { Finding } from "../steps/settle";
import { no, yes, type Decision, type Situation } from "../steps/situation";
import { addAfter, addBefore, addBeside, drop } from "./add-signer";
import { appoint } from "./appoint";
import { actorOf, authoriseTask, type Standing } from "./authorise-task";
import { claim, release } from "./claim";
import { handOver, takeOver } from "./hand-over";
import { confirm, decline, jump } from "./jump";
import { giveBack, lend } from "./lend";
import { supervise, urge } from "./orders";
import { comment, consult, reply } from "./questions";
import { circulate, copy, seen } from "./readers";
import { retrieve } from "./retrieve";
import type { Operate, OperatingOnTask } from "./operate";
import {
  allowedAs,
  isAboutMatter,
  sourceOf,
  type MatterOperation,
  type OperationName,
  type OperationSource,
  type TaskOperation,
} from "./operation-source";
import { authoriseDrop, isOffered, mayBeNamed, standIn } from "./may-operate";
import { OPERATION_TABLE } from "./table";

/** What is done with a task. */
const ON_TASK: Record<TaskOperation, Operate<OperatingOnTask>> = {
  ...{ claim, release, handOver, takeOver, lend, giveBack },
  ...{ addBefore, addAfter, addBeside, drop, consult },
};

/** What is done about the matter as a whole. */
const ON_MATTER: Record<MatterOperation, Operate> = {
  ...{ appoint, copy, circulate, seen, comment, reply, urge, supervise },
  ...{ retrieve, jump, confirm, decline },
};

/** What goes on after a matter's end: who knows of it, and what is said. */
export const AFTER_END: ReadonlySet<OperationName> = new Set([
  ...(["copy", "circulate", "seen", "comment", "reply"] as const),
]);

/**
 * One operation: it is one that the package allows here, to this person, with these people, and it says what changes.
 * The state stays, unless signatures that it takes off settle a decision.
 */
export function operationStep(
  situation: Situation,
  command: OperationCommand,
  person: Person,
): Decision<Found> {
  const { workflow, matter, now } = situation;
  const { operation } = command;
  const label = OPERATION_TABLE[operation].title;
  const source =
    sourceOf(workflow.source.operations, operation) ??
    (isMoved(operation, person) ? { roles: [] } : undefined);
  if (source === undefined) return no(refuse("operation/not-allowed", { operation: label }));
  if (matter.status !== "open" && !AFTER_END.has(operation))
    return no(refuse("case/not-open", { status: STATUS_WORDS[matter.status] }));
  const wrongTime = checkOccurredAt(workflow, command, now, matter.lastAt);
  if (wrongTime !== null) return no(wrongTime);

  if (isAboutMatter(operation)) {
    return aboutMatter(situation, { operation, command, person, source });
  }
  const task = matter.tasks.find(({ id }) => id === command.task);
  if (task === undefined) return no(refuse("case/no-task"));
  if (!isMoved(operation, person) && !isOffered(workflow, source, task.path))
    return no(refuse("operation/not-allowed", { operation: label }));
  const who = standingOf(situation, { operation, person, task, source });
  if (!who.ok) return who;
  const unfit = refuseStanding(situation, {
    ...{ standing: who.value.standing, operation, task },
  });
  if (unfit !== null) return no(unfit);
  const self = operation === "takeOver" && person.id !== SYSTEM.id ? [person.id] : command.to;
  const to = findNamed(situation, { ids: self ?? [], task, source, operation });
  if (!to.ok) return to;
  const acting = { ...situation, actor: who.value.actor };
  const one = { id: person.id, name: person.name };
  const avoids =
    operation === "claim" ? refuseAvoid(workflow, matter, { path: task.path, one }) : null;
  if (avoids !== null) return no(avoids);
  const done = ON_TASK[operation]({
    situation: acting,
    command,
    person,
    source,
    to: to.value,
    task,
  });
  return found(acting, done);
}

/** Work that leave or the end of a post moves: no package can keep a task with somebody who is not there. */
function isMoved(operation: OperationName, person: Person): boolean {
  return operation === "takeOver" && person.id === SYSTEM.id;
}

function standingOf(
  situation: Situation,
  ask: { operation: OperationName; person: Person; task: Task; source: OperationSource },
): ReturnType<typeof authoriseTask> {
  if (ask.operation === "takeOver") return standIn(situation, ask);
  if (ask.operation === "drop") return authoriseDrop(situation, ask);
  return authoriseTask(situation, ask);
}

/** What is lent is the helper's, until the lender takes it back; nobody else gives it back. */
function refuseStanding(
  { workflow }: Situation,
  ask: { standing: Standing; operation: OperationName; task: Task },
): Refusal | null {
  const { standing, operation, task } = ask;
  const name = task.firm?.name ?? "";
  // Whoever may put back what others hold cannot act on it themselves.
  if (operation === "claim" && standing === "over") return refuseRole(task.roles, workflow.roles);
  if (operation !== "giveBack") {
    return standing === "lender" ? refuse("operation/lent", { name }) : null;
  }
  const isBetween = standing === "holder" || standing === "lender";
  return isBetween || task.lent === undefined ? null : refuse("case/held", { name });
}

function aboutMatter(
  situation: Situation,
  ask: {
    operation: MatterOperation;
    command: OperationCommand;
    person: Person;
    source: OperationSource;
  },
): Decision<Found> {
  const { operation, command, person, source } = ask;
  const { workflow, matter } = situation;
  const operate = ON_MATTER[operation];
  if (!isOffered(workflow, source, activePaths(matter.state)))
    return no(refuse("operation/not-allowed", { operation: OPERATION_TABLE[operation].title }));
  const who = authoriseMatter(situation, { operation, person, source });
  if (!who.ok) return who;
  const to = findNamed(situation, { ids: command.to ?? [], source, operation });
  if (!to.ok) return to;
  const acting = { ...situation, actor: who.value };
  return found(acting, operate({ situation: acting, command, person, source, to: to.value }));
}

/** Whoever was asked may answer, by any of their posts; the rest is for the roles that the package names. */
export function authoriseMatter(
  { workflow, matter, now }: Pick<Situation, "workflow" | "matter" | "now">,
  ask: { operation: OperationName; person: Person; source: OperationSource },
): Decision<Actor> {
  const { operation, person, source } = ask;
  const where = toWhereabouts(matter);
  if (allowedAs(operation) === null) {
    const roles = matter.tasks.flatMap((task) => task.roles);
    const held = assignmentsFor(person, where, now);
    const used = held.find(({ role }) => roles.includes(role)) ?? held[0];
    return used === undefined ? no(refuse("case/out-of-scope")) : yes(actorOf(person, used));
  }
  return authorise({ person, roles: source.roles, matter: where, now, titles: workflow.roles });
}

function found({ actor, matter }: Situation, done: Decision<Partial<Finding>>): Decision<Found> {
  if (!done.ok) return done;
  const none = { event: null, transit: null, writes: [], guards: [] };
  const stays = done.value.transit == null ? { status: matter.status } : {};
  return yes({ actor, finding: { ...none, ...stays, ...done.value } });
}

/** The people named, each once, each somebody who may be. */
function findNamed(
  situation: Situation,
  ask: { ids: readonly string[]; task?: Task; source: OperationSource; operation: OperationName },
): Decision<Colleague[]> {
  const named: Colleague[] = [];
  for (const id of new Set(ask.ids)) {
    const one = situation.people.find(id);
    if (one === undefined) return no(refuse("operation/nobody"));
    const refusal: Refusal | null = mayBeNamed(situation, { ...ask, one });
    if (refusal !== null) return no(refusal);
    named.push(one);
  }
  return yes(named);
}
