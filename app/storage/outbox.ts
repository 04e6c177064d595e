import type { JsonObject } from "../engine/json";
import type { Instant } from "../engine/time/types";
import { loadCaseKeys, type CaseKeys } from "./case-keys";
import { sealJson, unsealJson } from "./cipher";
import type { Database } from "./database";
import { inTransaction, lockRows, marks, type Run } from "./query";
import { MOST_TRIES, waitAfter } from "./retries";
import type { CountyClaim } from "./timer-queue";

/** Something to be done outside, claimed for one try. */
export interface ClaimedEffect {
  /** `<case>:<seq>:<n>`: the idempotency key. */
  id: string;
  caseId: string;
  seq: number;
  action: string;
  params: JsonObject;
  /** Which try this is, from 1. A try that ended in a crash counts. */
  tries: number;
}

interface StoredEffect extends Omit<ClaimedEffect, "params"> {
  retentionClass: string;
  params: Buffer;
}

const COLUMNS = `id, case_id as "caseId", seq, action, tries, retention_class as "retentionClass", params`;

/**
 * Takes a county's effects that wait, oldest first. One that is not finished within the lease comes again; one that
 * has had all its tries, or that cannot be read any more, is parked instead. Where nothing waits, this is one indexed
 * read.
 */
export async function claimEffects(db: Database, claim: CountyClaim): Promise<ClaimedEffect[]> {
  const opened = await inTransaction(
    db.knex,
    async (run) => {
      const due = await run<StoredEffect>(
        `select ${COLUMNS} from outbox
         where county = ? and wake_at <= ? order by wake_at, id limit ${claim.limit}
         ${lockRows(db.dialect, "skip")}`,
        [claim.county, claim.now],
      );
      const keys = await keysOf(db, { run, effects: due });
      const fresh = due.filter(({ tries }) => tries < MOST_TRIES);
      const readable = fresh.flatMap((effect) => openIfPossible(keys, effect) ?? []);
      const taken = new Set(readable.map(({ id }) => id));
      const park = "status = 'parked', wake_at = null, parked_at = ?";
      const spent = due.filter(({ tries }) => tries >= MOST_TRIES);
      await update(run, park, { effects: spent, values: [claim.now] });
      const unread = fresh.filter(({ id }) => !taken.has(id));
      await update(run, `${park}, fault = 'unreadable'`, { effects: unread, values: [claim.now] });
      const values = [claim.now + claim.lease];
      await update(run, "tries = tries + 1, wake_at = ?", { effects: readable, values });
      return readable;
    },
    "rows",
  );
  return opened.map((effect) => ({ ...effect, tries: effect.tries + 1 }));
}

/** One row that cannot be read does not keep the others back. */
function openIfPossible(keys: CaseKeys, effect: StoredEffect): ClaimedEffect | undefined {
  try {
    return openEffect(keys, effect);
  } catch {
    return undefined;
  }
}

async function update(
  run: Run,
  set: string,
  { effects, values }: { effects: readonly { id: string }[]; values: readonly number[] },
): Promise<void> {
  if (effects.length === 0) return;
  const ids = effects.map(({ id }) => id);
  await run(`update outbox set ${set} where id in (${marks(ids.length)})`, [...values, ...ids]);
}

/** The effect was carried out. */
export async function finishEffect(db: Database, id: string): Promise<void> {
  await db.run("update outbox set status = 'done', wake_at = null, fault = null where id = ?", [
    id,
  ]);
}

/** Keeps a long effect claimed: a job that still runs says so from time to time. */
export async function extendEffect(db: Database, id: string, until: Instant): Promise<void> {
  const waiting = "id = ? and status = 'waiting' and wake_at < ?";
  await db.run(`update outbox set wake_at = ? where ${waiting}`, [until, id, until]);
}

/**
 * The try failed: it comes again later, or is parked after the last try. `error` is kept encrypted; `fault` is a code
 * that says nothing of anybody.
 */
export async function failEffect(
  db: Database,
  { id, now, error, fault = "error" }: { id: string; now: Instant; error: string; fault?: string },
): Promise<"waiting" | "parked"> {
  const [found] = await db.run<StoredEffect>(`select ${COLUMNS} from outbox where id = ?`, [id]);
  if (!found) return "parked";
  const { caseId, retentionClass, tries } = found;
  const keys = await loadCaseKeys(db.run, { keyRing: db.keyRing, cases: [caseId] });
  const sealed = sealJson(keys.get({ caseId, retentionClass }), `outbox.error/${id}`, error);
  const wait = waitAfter(tries);
  const status = wait === undefined ? "parked" : "waiting";
  const wakeAt = wait === undefined ? null : now + wait;
  await db.run(
    `update outbox set status = ?, wake_at = ?, last_error = ?, fault = ?, parked_at = ?
     where id = ?`,
    [status, wakeAt, sealed, fault, wait === undefined ? now : null, id],
  );
  return status;
}

/** Effects that need somebody to look, with the last error of each. */
export async function listParked(
  db: Database,
  limit: number,
): Promise<(ClaimedEffect & { error: string | null })[]> {
  const rows = await db.run<StoredEffect & { lastError: Buffer | null }>(
    `select ${COLUMNS}, last_error as "lastError" from outbox
     where status = 'parked' order by id limit ${limit}`,
  );
  const keys = await keysOf(db, { run: db.run, effects: rows });
  return rows.map(({ lastError, ...row }) => ({
    ...openEffect(keys, row),
    error: lastError && (unsealJson(keys.get(row), `outbox.error/${row.id}`, lastError) as string),
  }));
}

/** Tries a parked effect again, from the first try; false where it is not parked any more. */
export async function retryEffect(db: Database, id: string, now: Instant): Promise<boolean> {
  const again = await db.run(
    `update outbox set status = 'waiting', tries = 0, wake_at = ?, parked_at = null, fault = null
     where id = ? and status = 'parked' returning id`,
    [now, id],
  );
  return again.length > 0;
}

function keysOf(
  { keyRing }: Database,
  { run, effects }: { run: Run; effects: readonly StoredEffect[] },
): Promise<CaseKeys> {
  return loadCaseKeys(run, { keyRing, cases: effects.map(({ caseId }) => caseId) });
}

function openEffect(
  keys: CaseKeys,
  { retentionClass, params, ...rest }: StoredEffect,
): ClaimedEffect {
  const key = keys.get({ caseId: rest.caseId, retentionClass });
  const opened = unsealJson(key, `outbox.params/${rest.id}`, params);
  return { ...rest, params: opened as JsonObject };
}

/** Leaves the waiting effects of these matters undone for good: nobody is told of matters that are only copies. */
export async function dropEffects(db: Database, cases: readonly string[]): Promise<void> {
  await db.run(
    `update outbox set status = 'done', wake_at = null
     where wake_at is not null and case_id in (${marks(cases.length)})`,
    cases,
  );
}

/** What a matter ordered last under this name, and whether it is still to be done; undefined where it never did. */
export async function findLastEffect(
  db: Database,
  { caseId, action }: { caseId: string; action: string },
): Promise<{ id: string; isWaiting: boolean } | undefined> {
  const [found] = await db.run<{ id: string; status: string }>(
    "select id, status from outbox where case_id = ? and action = ? order by seq desc limit 1",
    [caseId, action],
  );
  return found && { id: found.id, isWaiting: found.status === "waiting" };
}
