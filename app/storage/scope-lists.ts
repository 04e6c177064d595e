import { spreadConcerns } from "./concerns";
import { NO_DUE_DATE, type QueuedTask } from "./matter-rows";
import { insertRows, marks, type Row, type Run } from "./query";
import { findScopeUnits, type ScopeUnits } from "./scope-units";

/** What decides on whose lists a matter and its tasks stand. */
export interface PlacedMatter {
  id: string;
  status: string;
  /** Division code of the place, and id of the owner. */
  place: string;
  owner: string;
  tasks: readonly QueuedTask[];
  /** False where neither status, place nor owner can have changed: then only the tasks are put anew. */
  moved: boolean;
}

/** The queue of everybody who holds this role in this unit. */
export function queueOf({ role, unit }: { role: string; unit: string }): string {
  return `${role}@${unit}`;
}

/** The queue of what is with one person. No role is called "", so it is nobody else's. */
export function ownQueueOf(user: string): string {
  return `@${user}`;
}

/** The rows of `case_units` that a matter has. */
export function caseUnitRows({ id, status }: PlacedMatter, units: readonly string[]): Row[] {
  return units.map((unit) => ({ unit_id: unit, status, case_id: id }));
}

/** The rows of `matter_queues` that a matter has: one for each queue of its tasks, at the soonest due date there. */
export function matterQueueRows({ id, tasks }: PlacedMatter, units: readonly string[]): Row[] {
  const soonest = new Map<string, number>();
  for (const task of tasks) {
    const rank = task.dueAt ?? NO_DUE_DATE;
    for (const queue of queuesOf(task, units)) {
      soonest.set(queue, Math.min(rank, soonest.get(queue) ?? NO_DUE_DATE));
    }
  }
  return [...soonest].map(([queue, due_rank]) => ({ queue, due_rank, case_id: id }));
}

function queuesOf({ roles, unit, assignee }: QueuedTask, units: readonly string[]): string[] {
  const shared = roles.flatMap((role) =>
    units
      .filter((one) => unit === undefined || one === unit)
      .map((of) => queueOf({ role, unit: of })),
  );
  return assignee === null ? shared : [...shared, ownQueueOf(assignee)];
}

/** Puts matters on the lists of the units in whose scope they lie, and of the people they are with. */
export async function placeInLists(
  run: Run,
  { matters, unitsOf }: { matters: readonly PlacedMatter[]; unitsOf: ScopeUnits },
): Promise<void> {
  const moved = matters.filter((matter) => matter.moved);
  const ids = moved.map(({ id }) => id);
  if (ids.length > 0) {
    await run(`delete from case_units where case_id in (${marks(ids.length)})`, ids);
  }
  const caseRows = moved.flatMap((matter) => caseUnitRows(matter, unitsOf(matter)));
  await insertRows(run, { table: "case_units", rows: caseRows });
  const all = matters.map(({ id }) => id);
  await run(`delete from matter_queues where case_id in (${marks(all.length)})`, all);
  const queueRows = matters.flatMap((matter) => matterQueueRows(matter, unitsOf(matter)));
  await insertRows(run, { table: "matter_queues", rows: queueRows });
}

interface ListedCase {
  id: string;
  status: string;
  place: string;
  owner: string;
}

interface ListedTask {
  caseId: string;
  assignee: string | null;
  roles: string;
  unit: string | null;
  dueRank: number;
}

const PAGE = 500;

/** Puts every matter on its lists anew: after units, what they cover or what they belong to has changed. */
export async function rebuildLists(run: Run): Promise<void> {
  let after = "";
  for (;;) {
    const cases = await run<ListedCase>(
      `select id, status, place_code as place, owner_id as owner
       from cases where id > ? order by id limit ${PAGE}`,
      [after],
    );
    const last = cases.at(-1);
    if (!last) return;
    after = last.id;
    const ids = cases.map(({ id }) => id);
    const tasks = await run<ListedTask>(
      `select case_id as "caseId", assignee, roles, unit, due_rank as "dueRank"
       from tasks where case_id in (${marks(ids.length)})`,
      ids,
    );
    const matters = cases.map((found) => ({
      ...found,
      moved: true,
      tasks: tasks.filter(({ caseId }) => caseId === found.id).map(toTask),
    }));
    await placeInLists(run, { matters, unitsOf: await findScopeUnits(run, matters) });
    await spreadConcerns(run, ids);
  }
}

function toTask({ assignee, roles, unit, dueRank }: ListedTask): QueuedTask {
  const dueAt = dueRank === NO_DUE_DATE ? null : dueRank;
  const named = { assignee, roles: JSON.parse(roles) as string[], dueAt };
  return unit === null ? named : { ...named, unit };
}
