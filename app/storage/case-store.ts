import type { Case, HistoryEntry } from "../engine/case";
import { refuse } from "../engine/errors";
import type {
  CaseStore,
  StoredResponse,
  StoreReading,
  StoreResult,
  StoreSnapshot,
  WorkToStore,
} from "../engine/ports";
import { RefusalError, type Refusal } from "../engine/refusal";
import { acceptWorks, type Standing } from "./accept-works";
import { keyMissing, loadCaseKeys } from "./case-keys";
import { unsealJson } from "./cipher";
import type { Database } from "./database";
import { inTransaction, lockRows, marks, runInParts, type Dialect, type Run } from "./query";
import { findScopeUnits } from "./scope-units";
import { writeWorks, type StoredMatter } from "./write-works";

export interface CaseStoreSettings {
  /** Told about every write that failed; the work itself is answered with `storage/write-failed`. */
  onFault?: (error: unknown) => void;
}

/** The matters in this database, behind the engine's port. */
export function createCaseStore(db: Database, { onFault }: CaseStoreSettings = {}): CaseStore {
  const commitTogether = (works: readonly WorkToStore[]) =>
    inTransaction(
      db.knex,
      async (run) => {
        const matters = works.flatMap(({ steps }) => steps.map(({ next }) => next));
        const whereabouts = matters.map(({ place, owner }) => ({
          place: place.code,
          owner: owner.id,
        }));
        const cases = matters.map(({ id }) => id);
        // Asked in this order, so that what is written to is locked first. None of these waits for another: each way to the database and back costs more than what is read.
        const [{ standing, stored }, keys, unitsOf] = await Promise.all([
          readStanding(run, { works, dialect: db.dialect }),
          loadCaseKeys(run, { keyRing: db.keyRing, cases }),
          findScopeUnits(run, whereabouts),
        ]);
        const { results, accepted } = acceptWorks(works, standing);
        if (accepted.length === 0) return results;
        await writeWorks(run, accepted, { keyRing: db.keyRing, keys, stored, unitsOf });
        return results;
      },
      "rows",
    );

  const commit = async (works: readonly WorkToStore[]): Promise<StoreResult[]> => {
    if (works.length === 0) return [];
    try {
      return await commitTogether(works);
    } catch (error) {
      onFault?.(error);
      if (works.length === 1) return [{ ok: false, refusal: writeFailed(error) }];
    }
    // One work stopped the whole batch: which one shows when each is written by itself.
    const results: StoreResult[] = [];
    for (const work of works) results.push(...(await commit([work])));
    return results;
  };

  return {
    read: (reading) => read(db, reading),
    commit,
    history: (caseId) => history(db, caseId),
  };
}

/** The reason as the driver's code: its message may quote the statement. */
function writeFailed(error: unknown): Refusal {
  if (error instanceof RefusalError) return error.refusal;
  const code = error instanceof Error && "code" in error ? String(error.code) : "?";
  return refuse("storage/write-failed", { reason: code });
}

async function readStanding(
  run: Run,
  { works, dialect }: { works: readonly WorkToStore[]; dialect: Dialect },
): Promise<{ standing: Standing; stored: Map<string, StoredMatter> }> {
  const steps = works.flatMap((work) => work.steps);
  const ids = [...new Set(steps.map(({ next }) => next.id))];
  const commandIds = works.map(({ response }) => response.commandId);
  const stepIds = steps.map(({ entry }) => entry.command.id);
  const keys = steps.flatMap(({ entry }) => entry.outcome.numbers.map(({ key }) => key));
  const lock = lockRows(dialect);
  const [rows, sequences, commands] = await Promise.all([
    run<StoredMatter & { id: string }>(
      `select id, seq, head, status, owner_id as owner,
              exists (select 1 from links where child_id = cases.id) as linked
       from cases where id in (${marks(ids.length)}) order by id ${lock}`,
      ids,
    ),
    readSequences(run, { keys: [...new Set(keys)], lock }),
    readCommands(run, [...new Set([...commandIds, ...stepIds])]),
  ]);
  return {
    standing: { versions: new Map(rows.map(({ id, seq }) => [id, seq])), commands, sequences },
    stored: new Map(rows.map((row) => [row.id, row])),
  };
}

async function readCommands(run: Run, ids: readonly string[]): Promise<Standing["commands"]> {
  if (ids.length === 0) return new Map();
  const rows = await run<Omit<StoredResponse, "bodyHash"> & { bodyHash: string | null }>(
    `select command_id as "commandId", body_hash as "bodyHash", case_id as "caseId", seq
     from case_events where command_id in (${marks(ids.length)})`,
    ids,
  );
  return new Map(rows.map((row) => [row.commandId, row]));
}

async function readSequences(
  run: Run,
  { keys, lock = "" }: { keys: readonly string[]; lock?: string },
): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map();
  const rows = await run<{ key: string; value: number }>(
    `select key, value from number_sequences
     where key in (${marks(keys.length)}) order by key ${lock}`,
    keys,
  );
  return new Map(rows.map(({ key, value }) => [key, value]));
}

async function read(
  db: Database,
  { cases, commands, sequences }: StoreReading,
): Promise<StoreSnapshot> {
  const stored = [...(await readCommands(db.run, commands)).values()];
  const responses = stored.flatMap(({ bodyHash, ...rest }) =>
    // A step that the system took within another command has no body that anybody could repeat.
    [[rest.commandId, { ...rest, bodyHash: bodyHash ?? "" }] as const],
  );
  const used = await readSequences(db.run, { keys: sequences });
  return {
    cases: await readCases(db, cases),
    commands: new Map(responses),
    sequences: new Map(sequences.map((key) => [key, used.get(key) ?? 0])),
  };
}

interface StoredBody {
  id: string;
  seq: number;
  retentionClass: string;
  body: Buffer;
  /** Null where the key was destroyed. */
  wrapped: Buffer | null;
}

/** Each with its key, in one reading. */
async function readCases(db: Database, ids: readonly string[]): Promise<Map<string, Case>> {
  if (ids.length === 0) return new Map();
  const rows = await runInParts(ids, (part) =>
    db.run<StoredBody>(
      `select c.id, c.seq, c.retention_class as "retentionClass", c.body, k.wrapped
       from cases c left join case_keys k
         on k.case_id = c.id and k.retention_class = c.retention_class
       where c.id in (${marks(part.length)})`,
      part,
    ),
  );
  return new Map(
    rows.map(({ id, seq, retentionClass, body, wrapped }) => {
      const owner = { caseId: id, retentionClass };
      if (wrapped === null) throw keyMissing(owner);
      const key = db.keyRing.unwrap(owner, wrapped);
      return [id, unsealJson(key, `cases.body/${id}/${seq}`, body) as unknown as Case];
    }),
  );
}

async function history(db: Database, caseId: string): Promise<HistoryEntry[]> {
  const rows = await db.run<{ seq: number; retentionClass: string; payload: Buffer }>(
    `select seq, retention_class as "retentionClass", payload
     from case_events where case_id = ? order by seq`,
    [caseId],
  );
  const keys = await loadCaseKeys(db.run, { keyRing: db.keyRing, cases: [caseId] });
  return rows.map(({ seq, retentionClass, payload }) => {
    const key = keys.get({ caseId, retentionClass });
    const about = `case_events.payload/${caseId}/${seq}`;
    return unsealJson(key, about, payload) as unknown as HistoryEntry;
  });
}
