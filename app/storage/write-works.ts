import type { Case } from "../engine/case";
import type { StepToStore, WorkToStore } from "../engine/ports";
import type { CaseKeys } from "./case-keys";
import { sealJson } from "./cipher";
import { CHAIN_START, chainLine } from "./event-chain";
import { saveConcerns } from "./concerns";
import { dayStepRows } from "./day-steps";
import type { KeyRing } from "./key-ring";
import {
  caseRow,
  linkRows,
  outboxRows,
  REGISTER_CLASS,
  registerRows,
  queuedTasks,
  taskRow,
  timerRow,
  waitingTasks,
  type Lock,
} from "./matter-rows";
import { queueReports } from "./link-reports";
import { saveNotices } from "./notice-rows";
import { insertRows, marks, RivalryError, type Row, type Run } from "./query";
import { placeInLists, type PlacedMatter } from "./scope-lists";
import type { ScopeUnits } from "./scope-units";

/** A matter's row before the works. */
export interface StoredMatter {
  seq: number;
  /** Hash of its last history line. */
  head: string;
  status: string;
  owner: string;
  /** Whether another matter opened it. */
  linked: number | boolean;
}

interface Writing {
  keyRing: KeyRing;
  keys: CaseKeys;
  stored: ReadonlyMap<string, StoredMatter>;
  unitsOf: ScopeUnits;
}

/**
 * Writes accepted works, set by set: one statement a table, however many steps. Every check was made before, in the
 * same transaction; the constraints on versions, command ids and numbers hold it once more.
 */
export async function writeWorks(
  run: Run,
  works: readonly WorkToStore[],
  { keyRing, keys, stored, unitsOf }: Writing,
): Promise<void> {
  const steps = works.flatMap((work) => work.steps);
  const last = new Map(steps.map((step) => [step.next.id, step]));
  const matters = [...last.values()].map(({ next }) => next);
  const lockOf = (step: StepToStore, retentionClass = step.retentionClass): Lock => {
    const key = keys.ensure({ caseId: step.next.id, retentionClass });
    return (about, value) => sealJson(key, about, value);
  };

  const heads = new Map([...stored].map(([id, { head }]) => [id, head]));
  const events = works.flatMap(({ steps, response }) =>
    steps.map((step) => {
      const commandId = step.entry.command.id;
      const bodyHash = commandId === response.commandId ? response.bodyHash : null;
      const previous = heads.get(step.next.id) ?? CHAIN_START;
      const row = eventRow(step, { keyRing, lock: lockOf(step), previous, bodyHash });
      heads.set(step.next.id, row.chained);
      return row;
    }),
  );
  const cases = [...last.values()].map((step) =>
    caseRow(step, { lock: lockOf(step), head: heads.get(step.next.id) ?? CHAIN_START }),
  );
  const registers = steps
    .filter(({ entry }) => entry.outcome.registers.length > 0)
    .flatMap((step) => registerRows(step, lockOf(step, REGISTER_CLASS)));

  await upsertCases(run, cases);
  await keys.saveNew(run);
  await insertRows(run, { table: "case_events", rows: events });
  await replaceWaiting(run, matters);
  const placedMatters = matters.map((matter) => placed(matter, stored.get(matter.id)));
  await placeInLists(run, { matters: placedMatters, unitsOf });
  await saveConcerns(run, matters);
  const outbox = steps.flatMap((step) => outboxRows(step, lockOf(step)));
  await insertRows(run, { table: "outbox", rows: outbox });
  const links = matters.flatMap(linkRows);
  await insertRows(run, { table: "links", rows: links, then: "on conflict do nothing" });
  const heard = steps.filter((step) => isHeard(step, stored.get(step.next.id)));
  if (heard.length > 0) await queueReports(run, heard);
  await insertRows(run, { table: "register_lines", rows: registers });
  await insertRows(run, { table: "day_steps", rows: dayStepRows(steps) });
  await saveNotices(run, steps, lockOf);
  await saveSequences(run, steps);
}

function eventRow(
  { next, entry, retentionClass }: StepToStore,
  more: { keyRing: KeyRing; lock: Lock; previous: string; bodyHash: string | null },
) {
  const { id: caseId, seq } = next;
  const { at, command } = entry;
  const { bodyHash, previous } = more;
  const payload = more.lock(`case_events.payload/${caseId}/${seq}`, entry);
  const line = { caseId, seq, at, commandId: command.id, bodyHash, retentionClass, payload };
  return {
    case_id: caseId,
    seq,
    at,
    command_id: command.id,
    body_hash: bodyHash,
    retention_class: retentionClass,
    previous,
    chained: chainLine(more.keyRing, previous, line),
    payload,
  };
}

/** A matter only ever moves forward: a row that is not older than ours stops the whole transaction. */
async function upsertCases(run: Run, rows: readonly Row[]): Promise<void> {
  const changed = Object.keys(rows[0] ?? {}).filter((column) => column !== "id");
  const set = changed.map((column) => `${column} = excluded.${column}`).join(", ");
  const then = `on conflict (id) do update set ${set} where cases.seq < excluded.seq returning id`;
  const written = await insertRows(run, { table: "cases", rows, then });
  if (written.length !== rows.length)
    throw new RivalryError("a matter moved on while it was written");
}

function placed(matter: Case, before: StoredMatter | undefined): PlacedMatter {
  const { id, status, place, owner } = matter;
  const moved = before?.status !== status || before.owner !== owner.id;
  return { id, status, tasks: queuedTasks(matter), place: place.code, owner: owner.id, moved };
}

/** A parent hears of the states that a linked matter comes to, and of its beginning, end and reopening. */
function isHeard({ entry }: StepToStore, before: StoredMatter | undefined): boolean {
  const { arrived, status } = entry.outcome;
  if (before === undefined) return true;
  return Boolean(before.linked) && (arrived.length > 0 || status !== before.status);
}

/** Tasks and timers are those of the matter as it now stands. */
async function replaceWaiting(run: Run, matters: readonly Case[]): Promise<void> {
  const ids = matters.map(({ id }) => id);
  for (const table of ["tasks", "timers"]) {
    await run(`delete from ${table} where case_id in (${marks(ids.length)})`, ids);
  }
  const tasks = matters.flatMap((matter) =>
    waitingTasks(matter).map((task) => taskRow(matter.id, task)),
  );
  await insertRows(run, { table: "tasks", rows: tasks });
  const timers = matters.flatMap((matter) => matter.timers.map((timer) => timerRow(matter, timer)));
  await insertRows(run, { table: "timers", rows: timers });
}

/** Never downwards: a value that was reached once is not given again. */
async function saveSequences(run: Run, steps: readonly StepToStore[]): Promise<void> {
  const used = steps.flatMap(({ entry }) => entry.outcome.numbers);
  const last = new Map(used.map(({ key, value }) => [key, value]));
  const rows = [...last].map(([key, value]) => ({ key, value }));
  const then = `on conflict (key) do update set value = excluded.value
                where number_sequences.value < excluded.value returning key`;
  const written = await insertRows(run, { table: "number_sequences", rows, then });
  if (written.length !== rows.length)
    throw new RivalryError("a number was taken while it was written");
}
