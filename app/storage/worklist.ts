import type { Instant } from "../engine/time/types";
import type { Database } from "./database";
import { marks, type Binding } from "./query";
import { ownQueueOf, queueOf } from "./scope-lists";
import { loadMatterRows, type MatterRow } from "./worklist-rows";

/** Counts stop here: the page then says 1000+. */
export const MOST_COUNTED = 1000;

/**
 * Whose matters: those that wait for roles in units (a person's assignments), or those with one person and with others
 * whose work that person does meanwhile, of some packages where `packages` names them.
 */
export type WorklistOf =
  | { held: readonly { role: string; unit: string }[] }
  | {
      assignee: string;
      inPlaceOf?: readonly { user: string; packages: readonly string[] | null }[];
    };

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

/**
 * One page of matters, each once: those whose soonest task is due first, then those without a date. Only tasks of the
 * reader's own queues count. Every page is one range of an index for each queue.
 */
export async function listMatters(
  db: Database,
  page: WorklistPage,
): Promise<{ rows: MatterRow[]; next: string | null }> {
  const { sql, bindings } = matterKeysSql({ ...page, limit: page.limit + 1 });
  if (sql === "") return { rows: [], next: null };
  const keys = mergeKeys(await db.run<MatterKey>(sql, bindings));
  const shown = keys.slice(0, page.limit);
  const last = shown.at(-1);
  const cases = shown.map(({ id }) => id);
  return {
    rows: await loadMatterRows(db, { cases, queues: queuesOf(page.of) }),
    next: keys.length > page.limit && last ? `${last.dueRank}~${last.id}` : null,
  };
}

/** How many matters there are, at most `MOST_COUNTED`. */
export async function countMatters(db: Database, query: WorklistQuery): Promise<number> {
  const { sql, bindings } = matterKeysSql({ ...query, after: null, limit: MOST_COUNTED });
  if (sql === "") return 0;
  const [found] = await db.run<{ count: number }>(
    `select count(distinct id) as count from (${sql}) as found`,
    bindings,
  );
  return Math.min(found?.count ?? 0, MOST_COUNTED);
}

function queuesOf(of: WorklistOf): string[] {
  if ("held" in of) return [...new Set(of.held.map(queueOf))];
  const others = (of.inPlaceOf ?? []).map(({ user }) => ownQueueOf(user));
  return [...new Set([ownQueueOf(of.assignee), ...others])];
}

/** The packages to which the queue of somebody else is limited, as a condition; nothing where it is not. */
function limitOf(of: WorklistOf, queue: string): [sql: string, bindings: Binding[]][] {
  if ("held" in of || queue === ownQueueOf(of.assignee)) return [];
  const others = (of.inPlaceOf ?? []).filter(({ user }) => ownQueueOf(user) === queue);
  const named = others.flatMap(({ packages }) => packages ?? []);
  if (others.some(({ packages }) => packages === null)) return [];
  const one = "c.package = ? or c.package like ?";
  const any = named.map(() => one).join(" or ");
  return [
    [
      `exists (select 1 from cases c where c.id = q.case_id and (${any}))`,
      named.flatMap((id) => [id, `${id}.%`]),
    ],
  ];
}

interface MatterKey {
  dueRank: number;
  id: string;
}

/**
 * The keys of a page: for each queue its own first rows, in order. The union's first rows are among the first rows of
 * each, so nothing is sorted. After a cursor, a matter that stood on an earlier page by way of another queue is left
 * out. `sql` is empty where there is no queue.
 */
function matterKeysSql(page: WorklistPage): { sql: string; bindings: Binding[] } {
  const { of, dueBefore, after, limit } = page;
  const queues = queuesOf(of);
  const cursor = parseCursor(after);
  const isNew = `not exists (select 1 from matter_queues o where o.case_id = q.case_id
                 and o.queue in (${marks(queues.length)}) and o.due_rank < q.due_rank)`;
  const conditions: [sql: string, bindings: Binding[]][] = [];
  if (cursor) conditions.push(["(due_rank, case_id) > (?, ?)", [cursor.dueRank, cursor.id]]);
  if (cursor && queues.length > 1) conditions.push([isNew, queues]);
  if (dueBefore !== undefined) conditions.push(["due_rank < ?", [dueBefore]]);
  const parts = queues.map((queue) => [...conditions, ...limitOf(of, queue)]);
  const partSql = (all: [sql: string, bindings: Binding[]][]): string => {
    const where = ["queue = ?", ...all.map(([sql]) => sql)].join(" and ");
    return `select due_rank as "dueRank", case_id as id from matter_queues q
            where ${where} order by due_rank, case_id limit ${limit}`;
  };
  return {
    sql: parts.map((all, i) => `select * from (${partSql(all)}) as q${i}`).join(" union all "),
    bindings: queues.flatMap((queue, i) => [
      queue,
      ...(parts[i] ?? []).flatMap(([, more]) => more),
    ]),
  };
}

function parseCursor(after: string | null): MatterKey | undefined {
  const [, dueRank, id] = /^(\d{1,16})~(.{1,400})$/s.exec(after ?? "") ?? [];
  return dueRank !== undefined && id !== undefined ? { dueRank: Number(dueRank), id } : undefined;
}

/** Merges the queues' rows: in order, each matter at its soonest. Compared by code units, as the database does. */
function mergeKeys(found: readonly MatterKey[]): MatterKey[] {
  const sorted = [...found].sort(
    (a, b) => a.dueRank - b.dueRank || (a.id < b.id ? -1 : Number(a.id > b.id)),
  );
  const seen = new Set<string>();
  return sorted.filter(({ id }) => !seen.has(id) && seen.add(id));
}
