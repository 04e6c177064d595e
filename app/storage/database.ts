import type { Knex } from "knex";
import { RefusalError } from "../engine/refusal";
import { refusalError } from "../engine/errors";
import type { KeyOwner, KeyRing } from "./key-ring";
import { dialectOf, inTransaction, insertRows, runOn, type Dialect, type Run } from "./query";

/** What every function of this folder works on. Make it with `openStorage`. */
export interface Database {
  knex: Knex;
  dialect: Dialect;
  keyRing: KeyRing;
  /** Locks what belongs to no matter: names of people, messages, the audit trail's details. */
  ownKey: Buffer;
  /** Single statements, outside transactions. */
  run: Run;
}

const OWN: KeyOwner = { caseId: "", retentionClass: "qy.own" };

/**
 * Joins an open database and the keys, and makes the installation's own key on the first opening. Throws
 * `storage/wrong-key` when the database was written with another master key: nothing could be read, and what is
 * written now could not be read later.
 */
export async function openStorage(knex: Knex, keyRing: KeyRing): Promise<Database> {
  const ownKey = await inTransaction(knex, (run) => ensureOwnKey(run, keyRing));
  return { knex, dialect: dialectOf(knex), keyRing, ownKey, run: runOn(knex) };
}

async function ensureOwnKey(run: Run, keyRing: KeyRing): Promise<Buffer> {
  const where = "case_id = ? and retention_class = ?";
  const [stored] = await run<{ wrapped: Buffer }>(`select wrapped from case_keys where ${where}`, [
    OWN.caseId,
    OWN.retentionClass,
  ]);
  if (stored) return unwrapOwnKey(keyRing, stored.wrapped);
  const { key, wrapped } = keyRing.makeKey(OWN);
  const row = { case_id: OWN.caseId, retention_class: OWN.retentionClass, wrapped };
  await insertRows(run, { table: "case_keys", rows: [row] });
  return key;
}

function unwrapOwnKey(keyRing: KeyRing, wrapped: Buffer): Buffer {
  try {
    return keyRing.unwrap(OWN, wrapped);
  } catch (error) {
    if (error instanceof RefusalError) throw refusalError("storage/wrong-key");
    throw error;
  }
}
