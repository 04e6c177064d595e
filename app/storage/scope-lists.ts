import type { Task } from "../engine/case";
import { NO_DUE_DATE } from "./matter-rows";
import { insertRows, marks, type Row, type Run } from "./query";
import { findScopeUnits } from "./scope-units";

/** What decides on whose lists a matter and its tasks stand. */
export interface PlacedMatter {
  id: string;
  status: string;
  /** Division code of the place, and id of the owner. */
  place: string;
  owner: string;
  tasks: readonly Pick<Task, "id" | "roles" | "dueAt">[];
  /** False where neither status, place nor owner can have changed: then only the tasks are put anew. */
  moved: boolean;
}

/** The queue of everybody who holds this role in this unit. */
export function queueOf({ role, unit }: { role: string; unit: string }): string {
  return `${role}@${unit}`;
}

/** The rows of `case_units` that a matter has. */
export function caseUnitRows({ id, status }: PlacedMatter, units: readonly string[]): Row[] {
  return units.map((unit) => ({ unit_id: unit, status, case_id: id }));
}

/** The rows of `task_queues` that a matter's tasks have: one for each role and unit. */
export function taskQueueRows({ tasks }: PlacedMatter, units: readonly string[]): Row[] {
  return tasks.flatMap((task) => {
    const pairs = task.roles.flatMap((role) => units.map((unit) => ({ role, unit })));
    const due_rank = task.dueAt ?? NO_DUE_DATE;
    return pairs.map((pair) => ({ queue: queueOf(pair), due_rank, task_id: task.id }));
  });
}

/** Puts matters and their tasks on the lists of the units in whose scope they lie. The tasks' own rows come first. */
export async function placeInLists(run: Run, matters: readonly PlacedMatter[]): Promise<void> {
  const unitsOf = await findScopeUnits(run, matters);
  const moved = matters.filter((matter) => matter.moved);
  const ids = moved.map(({ id }) => id);
  if (ids.length > 0) {
    await run(`delete from case_units where case_id in (${marks(ids.length)})`, ids);
  }
  const caseRows = moved.flatMap((matter) => caseUnitRows(matter, unitsOf(matter)));
  await insertRows(run, { table: "case_units", rows: caseRows });
  const queueRows = matters.flatMap((matter) => taskQueueRows(matter, unitsOf(matter)));
  await insertRows(run, { table: "task_queues", rows: queueRows });
}

interface ListedCase {
  id: string;
  status: string;
  place: string;
  owner: string;
}

interface ListedTask {
  id: string;
  caseId: string;
  roles: string;
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
      `select id, case_id as "caseId", roles, due_rank as "dueRank"
       from tasks where case_id in (${marks(ids.length)})`,
      ids,
    );
    const taskIds = tasks.map(({ id }) => id);
    await run(`delete from task_queues where task_id in (${marks(taskIds.length)})`, taskIds);
    await placeInLists(
      run,
      cases.map((found) => ({
        ...found,
        moved: true,
        tasks: tasks.filter(({ caseId }) => caseId === found.id).map(toTask),
      })),
    );
  }
}

function toTask({ id, roles, dueRank }: ListedTask): Pick<Task, "id" | "roles" | "dueAt"> {
  const dueAt = dueRank === NO_DUE_DATE ? null : dueRank;
  return { id, roles: JSON.parse(roles) as string[], dueAt };
}
