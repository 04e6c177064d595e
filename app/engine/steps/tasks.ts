import type { Case, Dealings, Holder, Task, Timer } from "../case";
import { whyAvoid } from "../avoid";
import { awaitsAnswer } from "../dealings";
import { isOpen, isTheirTurn, type CaseDecision, type Signer } from "../decision/decision";
import type { Configuration } from "../machine/configuration";
import { VILLAGER } from "../person";
import { dueOf } from "./clocks";
import { appointedFor } from "./dealings";
import { handTask, type HandOver } from "./hand-task";
import type { Situation } from "./situation";

interface TasksAsk {
  entered: Case["entered"];
  timers: readonly Timer[];
  active: Configuration;
  dealings: Dealings;
  /** Whom the handler chose to act next. */
  chosen: readonly string[];
  /** A rung gave the state's own task to a role. */
  handOver?: HandOver | undefined;
}

/**
 * What waits for people after a step: one task for each innermost active state that they act in (what can be done in
 * the states around it belongs to the same task), and one for each open signature. What was not left keeps its task.
 */
export function tasksAfter(situation: Situation, ask: TasksAsk): Task[] {
  const own = ask.active.tasks.map(({ path, roles }) => stateTask(situation, ask, { path, roles }));
  const { decisions } = ask.dealings;
  if (decisions === undefined) return own;
  const signatures = ask.active.decisions.flatMap((path) => {
    const decision = decisions[path];
    if (decision === undefined || decision.settled !== null) return [];
    return decision.signers
      .filter(isOpen)
      .map((signer) => signatureTask(situation, ask, { path, signer, decision }));
  });
  return [...own, ...signatures];
}

function stateTask(
  situation: Situation,
  ask: TasksAsk,
  state: Configuration["tasks"][number],
): Task {
  const { matter, actor } = situation;
  const { path, roles } = state;
  const id = taskId(matter.id, path, ask.entered[path]?.seq);
  const found = matter.tasks.find((task) => task.id === id);
  const kept = found && handTask(found, ask.handOver);
  const isTheirs = actor.role !== null && actor.role !== VILLAGER && roles.includes(actor.role);
  const mine: Whose = {
    // What a substitute brings further stays the work of the one whose place it is.
    assignee: isTheirs ? (actor.standsInFor?.id ?? actor.user) : null,
  };
  const whose: Whose = kept ?? namedFor(situation, ask, state) ?? dutyFor(situation, path) ?? mine;
  const { handedTo } = whose;
  return {
    id,
    path,
    roles: handedTo === undefined ? [...roles] : [handedTo],
    ...(handedTo === undefined ? {} : { handedTo }),
    assignee: whose.assignee,
    ...keptOf(whose),
    ...waitsOf(ask, id),
    ...dueAt(ask.timers, path),
  };
}

/** Whose a task is. */
type Whose = Pick<Task, "assignee" | "firm" | "handedTo" | "lent">;

/**
 * Whoever is on duty has the task where the package says so. It is not theirs alone: what is urgent may be done by
 * anybody who could. Where nobody is on duty, or may act, it goes to the role that the package names.
 */
function dutyFor({ workflow, matter, people }: Situation, path: string): Whose | undefined {
  const rule = workflow.machine.states.get(path)?.meta?.assignee;
  if (rule === undefined) return undefined;
  const { data } = matter;
  const one = people
    .onDuty(rule.onDuty)
    .find((found) => whyAvoid({ workflow, data }, path, found) === null);
  return one === undefined ? { assignee: null, handedTo: rule.fallback } : { assignee: one.id };
}

function signatureTask(
  { matter }: Situation,
  ask: TasksAsk,
  { path, signer, decision }: { path: string; signer: Signer; decision: CaseDecision },
): Task {
  const id = `${taskId(matter.id, path, ask.entered[path]?.seq)}:${signer.slot}`;
  const kept = matter.tasks.find((task) => task.id === id);
  const { person, role, unit } = signer;
  const asked: Pick<Task, "assignee" | "firm"> =
    person === null
      ? { assignee: null }
      : { assignee: person.id, firm: { name: person.name, role: null, by: "asked" } };
  return {
    id,
    path,
    roles: role === null ? [] : [role],
    ...(kept === undefined ? asked : { assignee: kept.assignee, ...keptOf(kept) }),
    slot: signer.slot,
    ...(unit === undefined ? {} : { unit }),
    ...waitsOf(ask, id, isTheirTurn(signer, decision)),
    ...dueAt(ask.timers, path),
  };
}

/** A task's id: of the state as it was entered by this step. */
export function taskId(matter: string, path: string, entered: number | undefined): string {
  return `${matter}:${path}:${entered ?? 0}`;
}

function waitsOf({ dealings }: TasksAsk, id: string, isTurn = true): Pick<Task, "waits"> {
  if (!isTurn) return { waits: "turn" };
  return awaitsAnswer(dealings, id) ? { waits: "answer" } : {};
}

function keptOf(kept: Pick<Task, "firm" | "lent">): Pick<Task, "firm" | "lent"> {
  const { firm, lent } = kept;
  return { ...(firm === undefined ? {} : { firm }), ...(lent === undefined ? {} : { lent }) };
}

/** Who has been chosen or appointed for a state has its task from the start, if they can still act in it. */
function namedFor(
  { workflow, matter, people }: Situation,
  ask: TasksAsk,
  { path, roles }: Configuration["tasks"][number],
): Pick<Task, "assignee" | "firm"> | undefined {
  const appointed = appointedFor(matter, path)[0]?.id;
  const id = ask.chosen[0] ?? appointed;
  const one = id === undefined ? undefined : people.find(id);
  const role = one?.posts.find((post) => roles.includes(post.role))?.role;
  if (one === undefined || role === undefined) return undefined;
  if (whyAvoid({ workflow, data: matter.data }, path, one) !== null) return undefined;
  const by: Holder["by"] = ask.chosen.length > 0 ? "chosen" : "appointed";
  return { assignee: one.id, firm: { name: one.name, role, by } };
}

function dueAt(
  timers: readonly Timer[],
  path: string,
): Pick<Task, "dueAt" | "dueDay" | "provisional"> {
  const due = dueOf(timers, path);
  return {
    dueAt: due?.dueAt ?? null,
    dueDay: due?.day ?? null,
    provisional: due?.provisional ?? false,
  };
}
