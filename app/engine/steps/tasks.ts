import type { Case, Task, Timer } from "../case";
import { isOpen, isTheirTurn, type CaseDecision, type Signer } from "../decision/decision";
import type { Configuration } from "../machine/configuration";
import { VILLAGER } from "../person";
import { dueOf } from "./clocks";
import { handTask, type HandOver } from "./hand-task";
import type { Situation } from "./situation";

interface TasksAsk {
  entered: Case["entered"];
  timers: readonly Timer[];
  active: Configuration;
  decisions: Case["decisions"];
  /** A rung gave the state's own task to a role. */
  handOver?: HandOver | undefined;
}

/**
 * What waits for people after a step: one task for each innermost active state that they act in (what can be done in
 * the states around it belongs to the same task), and one for each open signature. What was not left keeps its task.
 */
export function tasksAfter(situation: Situation, ask: TasksAsk): Task[] {
  const own = ask.active.tasks.map(({ path, roles }) => stateTask(situation, ask, { path, roles }));
  const { decisions } = ask;
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
  { matter, actor }: Situation,
  ask: TasksAsk,
  { path, roles }: Configuration["tasks"][number],
): Task {
  const id = taskId(matter.id, path, ask.entered[path]?.seq);
  const found = matter.tasks.find((task) => task.id === id);
  const kept = found && handTask(found, ask.handOver);
  const isTheirs = actor.role !== null && actor.role !== VILLAGER && roles.includes(actor.role);
  const mine = isTheirs ? actor.user : null;
  return {
    id,
    path,
    roles: kept?.handedTo === undefined ? [...roles] : [kept.handedTo],
    ...(kept?.handedTo === undefined ? {} : { handedTo: kept.handedTo }),
    assignee: kept === undefined ? mine : kept.assignee,
    ...keptOf(kept),
    ...dueAt(ask.timers, path),
  };
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
    ...(isTheirTurn(signer, decision) ? {} : { waits: true as const }),
    ...dueAt(ask.timers, path),
  };
}

/** A task's id: of the state as it was entered by this step. */
export function taskId(matter: string, path: string, entered: number | undefined): string {
  return `${matter}:${path}:${entered ?? 0}`;
}

function keptOf(kept: Task | undefined): Pick<Task, "firm"> {
  return kept?.firm === undefined ? {} : { firm: kept.firm };
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
