import { refusalError } from "../engine/errors";
import type { Instant } from "../engine/time/types";
import { loadCaseKeys } from "./case-keys";
import { seal, unseal } from "./cipher";
import type { Database } from "./database";
import { inTransaction, insertRows } from "./query";

const MEGABYTE = 1024 * 1024;

/** The largest attachment, in bytes. */
export const MOST_BYTES = 10 * MEGABYTE;

export interface NewAttachment {
  id: string;
  caseId: string;
  retentionClass: string;
  /** Media type, as found out from the bytes. */
  type: string;
  bytes: Uint8Array;
  at: Instant;
}

/** Stores an attachment, encrypted with its matter's key. Throws `storage/attachment-too-large` above 10 MB. */
export async function saveAttachment(db: Database, attachment: NewAttachment): Promise<void> {
  const { id, caseId, retentionClass, type, bytes, at } = attachment;
  if (bytes.length > MOST_BYTES) {
    throw refusalError("storage/attachment-too-large", {
      megabytes: Math.ceil(bytes.length / MEGABYTE),
      most: MOST_BYTES / MEGABYTE,
    });
  }
  await inTransaction(
    db.knex,
    async (run) => {
      const keys = await loadCaseKeys(run, { keyRing: db.keyRing, cases: [caseId] });
      const key = keys.ensure({ caseId, retentionClass });
      const row = {
        id,
        case_id: caseId,
        retention_class: retentionClass,
        type,
        size: bytes.length,
        at,
        bytes: seal(key, `attachments.bytes/${id}`, Buffer.from(bytes)),
      };
      await keys.saveNew(run);
      await insertRows(run, { table: "attachments", rows: [row] });
    },
    "rows",
  );
}

/** An attachment of this matter; undefined where the matter has no such one. */
export async function findAttachment(
  db: Database,
  { id, caseId }: { id: string; caseId: string },
): Promise<{ type: string; bytes: Uint8Array } | undefined> {
  const [found] = await db.run<{ type: string; retentionClass: string; bytes: Buffer }>(
    `select type, retention_class as "retentionClass", bytes from attachments
     where id = ? and case_id = ?`,
    [id, caseId],
  );
  if (!found) return undefined;
  const keys = await loadCaseKeys(db.run, { keyRing: db.keyRing, cases: [caseId] });
  const key = keys.get({ caseId, retentionClass: found.retentionClass });
  return { type: found.type, bytes: unseal(key, `attachments.bytes/${id}`, found.bytes) };
}
