import type { CaseStatus } from "../engine/case";
import type { Text } from "../engine/text";
import type { Day, Instant } from "../engine/time/types";
import { loadCaseKeys } from "./case-keys";
import { unsealJson } from "./cipher";
import type { Database } from "./database";
import { NO_DUE_DATE } from "./matter-rows";
import { marks, type Binding } from "./query";
import { queueOf } from "./scope-lists";

/** Counts stop here: the page then says 1000+. */
export const MOST_COUNTED = 1000;

/** Whose tasks: those of roles in units (a person's assignments), or those with one person. */
export type WorklistOf = { held: readonly { role: string; unit: string }[] } | { assignee: string };

export interface WorklistQuery {
  of: WorklistOf;
  /** Only what was due before this moment: the overdue. */
  dueBefore?: Instant;
}

export interface WorklistPage extends WorklistQuery {
  /** `next` of the page before; null for the first. What is not a cursor starts from the beginning. */
  after: string | null;
  limit: number;
}

/** One task as a list shows it. */
export interface TaskRow {
  taskId: string;
  caseId: string;
  path: string;
  assignee: string | null;
  dueAt: Instant | null;
  dueDay: Day | null;
  provisional: boolean;
  workflow: string;
  hash: string;
  number: string | null;
  title: Text;
  placeName: string;
  status: CaseStatus;
  paused: boolean;
}

/** One page of tasks, due first, those without a date last. Every page is one range of an index. */
export async function listTasks(
  db: Database,
  page: WorklistPage,
): Promise<{ rows: TaskRow[]; next: string | null }> {
  const { sql, bindings } = taskKeysSql({ ...page, limit: page.limit + 1 });
  if (sql === "") return { rows: [], next: null };
  const found = await db.run<TaskKey>(sql, bindings);
  const keys = mergeKeys(found);
  const shown = keys.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    rows: await loadTaskRows(db, shown),
    next: keys.length > page.limit && last ? `${last.dueRank}~${last.id}` : null,
  };
}

/** How many tasks there are, at most `MOST_COUNTED`. */
export async function countTasks(db: Database, query: WorklistQuery): Promise<number> {
  const { sql, bindings } = taskKeysSql({ ...query, after: null, limit: MOST_COUNTED });
  if (sql === "") return 0;
  const [found] = await db.run<{ count: number }>(
    `select count(distinct id) as count from (${sql}) as found`,
    bindings,
  );
  return Math.min(found?.count ?? 0, MOST_COUNTED);
}

interface TaskKey {
  dueRank: number;
  id: string;
}

/**
 * The keys of a page: for each queue its own first rows, in order. A task may stand in several queues; the union's
 * first rows are among the first rows of each, so nothing is sorted. `sql` is empty where there is no queue.
 */
export function taskKeysSql(page: WorklistPage): { sql: string; bindings: Binding[] } {
  const { of, dueBefore, after, limit } = page;
  const source =
    "held" in of
      ? { table: "task_queues", column: "queue", id: "task_id", values: of.held.map(queueOf) }
      : { table: "tasks", column: "assignee", id: "id", values: [of.assignee] };
  const cursor = parseCursor(after);
  const conditions = [
    `${source.column} = ?`,
    ...(cursor ? [`(due_rank, ${source.id}) > (?, ?)`] : []),
    ...(dueBefore === undefined ? [] : ["due_rank < ?"]),
  ];
  const part = `select due_rank as "dueRank", ${source.id} as id from ${source.table}
                where ${conditions.join(" and ")} order by due_rank, ${source.id} limit ${limit}`;
  const more: Binding[] = [
    ...(cursor ? [cursor.dueRank, cursor.id] : []),
    ...(dueBefore === undefined ? [] : [dueBefore]),
  ];
  const queues = [...new Set(source.values)];
  return {
    sql: queues.map((_, index) => `select * from (${part}) as q${index}`).join(" union all "),
    bindings: queues.flatMap((queue) => [queue, ...more]),
  };
}

function parseCursor(after: string | null): TaskKey | undefined {
  const [, dueRank, id] = /^(\d{1,16})~(.{1,400})$/s.exec(after ?? "") ?? [];
  return dueRank !== undefined && id !== undefined ? { dueRank: Number(dueRank), id } : undefined;
}

/** Merges the queues' rows: in order, each task once. Compared by code units, as the database does. */
function mergeKeys(found: readonly TaskKey[]): TaskKey[] {
  const byId = new Map(found.map((key) => [key.id, key]));
  return [...byId.values()].sort(
    (a, b) => a.dueRank - b.dueRank || (a.id < b.id ? -1 : Number(a.id > b.id)),
  );
}

type StoredTask = Omit<TaskRow, "dueAt" | "provisional" | "title" | "paused"> & {
  dueRank: number;
  provisional: number;
  pausedSince: Instant | null;
  seq: number;
  retentionClass: string;
  title: Buffer;
};

async function loadTaskRows(db: Database, keys: readonly TaskKey[]): Promise<TaskRow[]> {
  const stored = await db.run<StoredTask>(
    `select t.id as "taskId", t.case_id as "caseId", t.path, t.assignee, t.due_rank as "dueRank",
            t.due_day as "dueDay", t.provisional, c.package as workflow, c.hash, c.number,
            c.place_name as "placeName", c.status, c.paused_since as "pausedSince", c.seq,
            c.retention_class as "retentionClass", c.title
     from tasks t join cases c on c.id = t.case_id where t.id in (${marks(keys.length)})`,
    keys.map(({ id }) => id),
  );
  const cases = stored.map(({ caseId }) => caseId);
  const caseKeys = await loadCaseKeys(db.run, { keyRing: db.keyRing, cases });
  const rows = new Map(
    stored.map(({ dueRank, pausedSince, seq, retentionClass, title, ...rest }) => {
      const key = caseKeys.get({ caseId: rest.caseId, retentionClass });
      const row: TaskRow = {
        ...rest,
        dueAt: dueRank === NO_DUE_DATE ? null : dueRank,
        provisional: rest.provisional === 1,
        title: unsealJson(key, `cases.title/${rest.caseId}/${seq}`, title) as unknown as Text,
        paused: pausedSince !== null,
      };
      return [rest.taskId, row];
    }),
  );
  return keys.flatMap(({ id }) => rows.get(id) ?? []);
}
