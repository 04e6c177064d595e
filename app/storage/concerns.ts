import type { Case } from "../engine/case";
import { concernRows, hasConcerns, RANK, WHOEVER_ACTS } from "./concern-rows";
import type { Database } from "./database";
import { insertRows, marks, type Binding, type Run } from "./query";

/** Counting stops here: the page then says 99+. */
export const MOST_CONCERNS = 100;

/** Puts anew what concerns people in these matters. A matter that has none never had any. */
export async function saveConcerns(run: Run, matters: readonly Case[]): Promise<void> {
  const concerned = matters.filter(hasConcerns);
  if (concerned.length === 0) return;
  const ids = concerned.map(({ id }) => id);
  await run(`delete from concerns where case_id in (${marks(ids.length)})`, ids);
  const rows = concerned.flatMap(concernRows);
  await insertRows(run, { table: "concerns", rows });
  if (rows.some(({ queue }) => queue === WHOEVER_ACTS)) await spreadConcerns(run, ids);
}

/** Gives an order to whoever acts to the queues in which its matter stands now. */
export async function spreadConcerns(run: Run, cases: readonly string[]): Promise<void> {
  const these = `case_id in (${marks(cases.length)})`;
  await run(
    `delete from concerns where ${these} and item like 'all:%' and queue <> '${WHOEVER_ACTS}'`,
    cases,
  );
  await run(
    `insert into concerns (case_id, queue, item, rank, sort_key)
     select c.case_id, q.queue, c.item, c.rank, c.sort_key
     from concerns c join matter_queues q on q.case_id = c.case_id
     where c.queue = '${WHOEVER_ACTS}' and c.${these}`,
    cases,
  );
}

/** Whose concerns: the queues they read, and the units in whose scope a matter must lie to be theirs to open. */
export interface ConcernsOf {
  queues: readonly string[];
  /** Of posts that decide: matters of any state; of the others only open ones. */
  deciding: readonly string[];
  helping: readonly string[];
}

export interface ConcernKey {
  rank: number;
  sort: number;
  caseId: string;
  /** `question:<id>`, `order:<id>`, `reader:<index>`, before it `all:` for whoever acts. */
  item: string;
}

/** One page of what concerns somebody, what waits for them first. `next` is null on the last page. */
export async function listConcerns(
  db: Database,
  ask: ConcernsOf & { after: string | null; limit: number },
): Promise<{ keys: ConcernKey[]; next: string | null }> {
  const { sql, bindings } = keysSql(ask, { after: parseCursor(ask.after), limit: ask.limit + 1 });
  const found = merged(await db.run<ConcernKey>(sql, bindings));
  const keys = found.slice(0, ask.limit);
  const last = keys.at(-1);
  const isMore = found.length > ask.limit && last !== undefined;
  return { keys, next: isMore ? `${last.rank}~${last.sort}~${last.caseId}~${last.item}` : null };
}

/** How much waits for somebody's answer or to be read, at most `MOST_CONCERNS`. One short range of an index a queue. */
export async function countWaiting(db: Database, of: ConcernsOf): Promise<number> {
  const { sql, bindings } = keysSql(of, { below: RANK.others, limit: MOST_CONCERNS });
  const [found] = await db.run<{ count: number }>(
    `select count(*) as count from (select distinct "caseId", item from (${sql}) as f) as d`,
    bindings,
  );
  return Math.min(found?.count ?? 0, MOST_CONCERNS);
}

/** For each queue its own first rows in order: the first of the union are among them, so that nothing else is read. */
function keysSql(
  { queues, deciding, helping }: ConcernsOf,
  page: { after?: ConcernKey | undefined; below?: number; limit: number },
): { sql: string; bindings: Binding[] } {
  const { after, below, limit } = page;
  const conditions: [sql: string, bindings: readonly Binding[]][] = [
    ["q.queue = ?", []],
    [
      `exists (select 1 from case_units u where u.case_id = q.case_id and
         (u.unit_id in (${marks(deciding.length)}) or
          (u.status = 'open' and u.unit_id in (${marks(helping.length)}))))`,
      [...deciding, ...helping],
    ],
  ];
  if (below !== undefined) conditions.push(["q.rank < ?", [below]]);
  if (after !== undefined) {
    conditions.push([
      "(q.rank, q.sort_key, q.case_id, q.item) > (?, ?, ?, ?)",
      [after.rank, after.sort, after.caseId, after.item],
    ]);
  }
  const part = `select rank, sort_key as sort, case_id as "caseId", item from concerns q
     where ${conditions.map(([sql]) => sql).join(" and ")}
     order by rank, sort_key, case_id, item limit ${limit}`;
  return {
    sql: queues.map((_, index) => `select * from (${part}) as q${index}`).join(" union all "),
    bindings: queues.flatMap((queue) => [queue, ...conditions.flatMap(([, more]) => more)]),
  };
}

/** `<rank>~<sort>~<case>~<item>`; what is no cursor starts from the beginning. */
function parseCursor(after: string | null): ConcernKey | undefined {
  const [, rank, sort, caseId, item] =
    /^(\d)~(-?\d{1,16})~([^~]{1,200})~([^~]{1,100})$/.exec(after ?? "") ?? [];
  if (rank === undefined || sort === undefined || caseId === undefined || item === undefined)
    return undefined;
  return { rank: Number(rank), sort: Number(sort), caseId, item };
}

/** The queues' rows in order, each thing once. Compared by code units, as the database does. */
function merged(found: readonly ConcernKey[]): ConcernKey[] {
  const before = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
  const sorted = [...found].sort(
    (a, b) =>
      a.rank - b.rank || a.sort - b.sort || before(a.caseId, b.caseId) || before(a.item, b.item),
  );
  const seen = new Set<string>();
  return sorted.filter(({ caseId, item }) => {
    const key = `${caseId} ${item}`;
    return !seen.has(key) && seen.add(key);
  });
}
