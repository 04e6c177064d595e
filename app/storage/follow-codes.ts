import type { Instant } from "../engine/time/types";
import type { Database } from "./database";
import { insertRows } from "./query";

/** What a query code leads to: a matter, and the step by which it received the objection. */
export interface Followed {
  caseId: string;
  seq: number;
}

/**
 * Keeps a code, as a keyed hash, for a matter. False where the same code stands for another one; a code that has
 * expired may be given anew.
 */
export async function keepFollowCode(
  db: Database,
  kept: Followed & { code: string; now: Instant; expiresAt: Instant },
): Promise<boolean> {
  const { code, caseId, seq, now, expiresAt } = kept;
  await db.run("delete from follow_codes where expires_at <= ?", [now]);
  const row = {
    code_hash: db.keyRing.fingerprint(`follow/${code}`),
    case_id: caseId,
    seq,
    expires_at: expiresAt,
  };
  const then = "on conflict (code_hash) do nothing";
  await insertRows(db.run, { table: "follow_codes", rows: [row], then });
  const found = await findFollowed(db, { code, now });
  return found?.caseId === caseId && found.seq === seq;
}

/** The matter behind a code; undefined for a wrong one as for one that has expired. */
export async function findFollowed(
  db: Database,
  { code, now }: { code: string; now: Instant },
): Promise<Followed | undefined> {
  const [found] = await db.run<Followed>(
    `select case_id as "caseId", seq from follow_codes where code_hash = ? and expires_at > ?`,
    [db.keyRing.fingerprint(`follow/${code}`), now],
  );
  return found;
}
