import { loadCaseKeys, type CaseKeys } from "../case-keys";
import type { Database } from "../database";
import { marks, type Row } from "../query";
import { findScopeUnits, type ScopeUnits } from "../scope-units";
import type { EventRow } from "./verify-history";

/** A row of `cases`, with its columns' own names. */
export type CaseRow = Row & { id: string; seq: number; hash: string };

/** Everything that is stored about some matters, by matter. */
export interface CaseRows {
  cases: CaseRow[];
  keys: CaseKeys;
  unitsOf: ScopeUnits;
  /** Rows of a table that belong to a matter. */
  of(table: Table, caseId: string): Row[];
  events(caseId: string): EventRow[];
}

export type Table = keyof typeof SELECT;

const SELECT = {
  tasks: "select * from tasks where case_id in",
  // A parked clock is one that the matter waits for all the same.
  timers: `select case_id, county, id, kind, path, deadline, armed_seq, due_at, provisional, blocked,
                  coalesce(wake_at, parked_at) as wake_at from timers where case_id in`,
  outbox: `select id, case_id, county, seq, action, retention_class, params from outbox where case_id in`,
  links: `select parent_id as case_id, parent_id, name, child_id from links where parent_id in`,
  notices: "select * from notices where case_id in",
  register_lines: "select * from register_lines where case_id in",
  case_units: "select * from case_units where case_id in",
  day_steps: "select * from day_steps where case_id in",
  matter_queues: "select * from matter_queues where case_id in",
} as const;

const EVENTS = `select case_id as "caseId", seq, at, command_id as "commandId",
                       body_hash as "bodyHash", retention_class as "retentionClass",
                       previous, chained, payload
                from case_events where case_id in`;

/** Reads the next matters after an id, with all their rows; undefined at the end. */
export async function readCaseRows(
  db: Database,
  { after, limit }: { after: string; limit: number },
): Promise<CaseRows | undefined> {
  const cases = await db.run<CaseRow>(
    `select * from cases where id > ? order by id limit ${limit}`,
    [after],
  );
  if (cases.length === 0) return undefined;
  const ids = cases.map(({ id }) => id);
  const within = `(${marks(ids.length)})`;
  const tables = new Map<Table, Map<string, Row[]>>();
  for (const table of Object.keys(SELECT) as Table[]) {
    const rows = await db.run(`${SELECT[table]} ${within}`, ids);
    tables.set(
      table,
      groupBy(rows, (row) => String(row["case_id"])),
    );
  }
  const events = groupBy(
    await db.run<EventRow>(`${EVENTS} ${within} order by case_id, seq`, ids),
    ({ caseId }) => caseId,
  );
  const whereabouts = cases.map((row) => ({
    place: String(row["place_code"]),
    owner: String(row["owner_id"]),
  }));
  return {
    cases,
    keys: await loadCaseKeys(db.run, { keyRing: db.keyRing, cases: ids }),
    unitsOf: await findScopeUnits(db.run, whereabouts),
    of: (table, caseId) => tables.get(table)?.get(caseId) ?? [],
    events: (caseId) => events.get(caseId) ?? [],
  };
}

function groupBy<Found>(rows: readonly Found[], keyOf: (row: Found) => string) {
  const groups = new Map<string, Found[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
