import type { Case, Task, Timer } from "../engine/case";
import type { RoleId } from "../engine/person";
import type { StepToStore } from "../engine/ports";
import { dayOf } from "../engine/time/zone";
import type { Row } from "./query";

/** Makes of a value what may be stored at a place (`<table>.<column>/<row>`): its ciphertext. */
export type Lock = (about: string, value: unknown) => Buffer;

/** Sorts after every moment: the rank of a task without a due date. */
export const NO_DUE_DATE = Number.MAX_SAFE_INTEGER;

/** Register lines have a key of their own: books are kept when a matter's data is erased, and the other way round. */
export const REGISTER_CLASS = "qy.register";

/** The row of `cases` after a step; `head` is the hash of its history line. */
export function caseRow(
  { next, entry, retentionClass }: StepToStore,
  { lock, head }: { lock: Lock; head: string },
): Row {
  return {
    id: next.id,
    ...plainCaseColumns(next),
    retention_class: retentionClass,
    head,
    title: lock(`cases.title/${next.id}/${next.seq}`, entry.outcome.title),
    body: lock(`cases.body/${next.id}/${next.seq}`, next),
  };
}

/** Nothing about a person. */
function plainCaseColumns(matter: Case): Row {
  return {
    package: matter.workflow,
    hash: matter.hash,
    number: matter.number,
    place_code: matter.place.code,
    place_name: matter.place.name,
    owner_id: matter.owner.id,
    owner_name: matter.owner.name,
    status: matter.status,
    ended_as: matter.end,
    seq: matter.seq,
    state: JSON.stringify(matter.state),
    started_at: matter.startedAt,
    last_at: matter.lastAt,
    paused_since: matter.paused?.since ?? null,
    due_rank: soonestDue(matter),
  };
}

/** When the first of what waits is due. */
function soonestDue({ tasks }: Case): number {
  return Math.min(NO_DUE_DATE, ...tasks.map(({ dueAt }) => dueAt ?? NO_DUE_DATE));
}

/** The tasks that are somebody's to take now; one whose turn has not come is on nobody's list. */
export function waitingTasks({ tasks }: Pick<Case, "tasks">): Task[] {
  return tasks.filter(({ waits }) => waits !== "turn");
}

/** The roles whose queues have a task: what is one person's alone is in no queue of the role that they hold it by. */
function rolesQueued({ roles, firm }: Task): RoleId[] {
  if (firm === undefined) return roles;
  return firm.role === null ? [] : roles.filter((role) => role !== firm.role);
}

export function taskRow(caseId: string, task: Task): Row {
  return {
    id: task.id,
    case_id: caseId,
    path: task.path,
    roles: JSON.stringify(rolesQueued(task)),
    unit: task.unit ?? null,
    assignee: task.assignee,
    due_rank: task.dueAt ?? NO_DUE_DATE,
    due_day: task.dueDay,
    provisional: Number(task.provisional),
  };
}

/** What decides in whose queues the tasks of a matter stand. */
export function queuedTasks(matter: Pick<Case, "tasks">): QueuedTask[] {
  return waitingTasks(matter).map((task) => ({ ...task, roles: rolesQueued(task) }));
}

/** A task as far as queues go: `roles` are those whose queues have it. */
export type QueuedTask = Pick<Task, "roles" | "unit" | "assignee" | "dueAt">;

/** What a matter's queues are split by: its county. */
export function countyOf({ place }: Pick<Case, "place">): string {
  return place.code.slice(0, 6);
}

export function timerRow(matter: Pick<Case, "id" | "place">, timer: Timer): Row {
  const waits = !timer.blocked && !timer.fired;
  return {
    case_id: matter.id,
    county: countyOf(matter),
    id: timer.id,
    kind: timer.kind,
    path: timer.path,
    deadline: timer.deadline,
    armed_seq: timer.armedSeq,
    due_at: timer.dueAt,
    provisional: Number(timer.provisional),
    blocked: Number(timer.blocked),
    wake_at: waits ? timer.dueAt : null,
  };
}

/** The effects that a step ordered, due at once. */
export function outboxRows({ next, entry, retentionClass }: StepToStore, lock: Lock): Row[] {
  return entry.outcome.effects.map((effect) => ({
    id: effect.id,
    case_id: next.id,
    county: countyOf(next),
    seq: next.seq,
    action: effect.action,
    status: "waiting",
    tries: 0,
    wake_at: Math.max(entry.at, effect.notBefore ?? 0),
    retention_class: retentionClass,
    params: lock(`outbox.params/${effect.id}`, effect.params),
    last_error: null,
  }));
}

export function linkRows(matter: Case): Row[] {
  return Object.entries(matter.links).flatMap(([name, children]) =>
    children.map((child) => ({ parent_id: matter.id, name, child_id: child.id })),
  );
}

/** The lines a step wrote into registers. They stand in the owner's book of the year in which it happened. */
export function registerRows({ next, entry }: StepToStore, lock: Lock): Row[] {
  const { occurredAt } = entry.command;
  return entry.outcome.registers.map(({ register, cells, correction = false }, line) => ({
    case_id: next.id,
    seq: next.seq,
    line,
    package: next.workflow,
    register,
    unit_id: next.owner.id,
    year: Number(dayOf(occurredAt).slice(0, 4)),
    at: occurredAt,
    correction: Number(correction),
    cells: lock(`register_lines.cells/${next.id}/${next.seq}/${line}`, cells),
  }));
}
