import type { Text } from "../engine/text";
import type { Instant } from "../engine/time/types";
import { loadCaseKeys } from "./case-keys";
import { sealJson, unsealJson } from "./cipher";
import type { Database } from "./database";
import type { KeyOwner } from "./key-ring";
import { inTransaction, insertRows } from "./query";

/** A message of the built-in channel. */
export interface InboxMessage {
  /** The sender's idempotency key; with the person, it names the message. */
  key: string;
  caseId: string | null;
  text: Text;
  at: Instant;
  readAt: Instant | null;
}

/** Puts a message into these people's inboxes; the same key twice leaves one message a person. */
export async function deliverMessage(
  db: Database,
  message: Omit<InboxMessage, "readAt"> & { recipients: readonly string[] },
): Promise<void> {
  const { recipients, key, caseId, text, at } = message;
  await inTransaction(
    db.knex,
    async (run) => {
      const owner = ownerOf(caseId);
      const keys = await loadCaseKeys(run, { keyRing: db.keyRing, cases: [owner.caseId] });
      const lock = keys.ensure(owner);
      const rows = [...new Set(recipients)].map((user) => ({
        user_id: user,
        key,
        case_id: caseId,
        at,
        read_at: null,
        body: sealJson(lock, `messages.body/${user}/${key}`, text),
      }));
      await keys.saveNew(run);
      const then = "on conflict (user_id, key) do nothing";
      await insertRows(run, { table: "messages", rows, then });
    },
    "rows",
  );
}

/** Where a page of messages ends: the last one of the page before. */
export interface MessageCursor {
  at: Instant;
  key: string;
}

/** A person's messages, the newest first; after a cursor, those before it. One range of an index. */
export async function listMessages(
  db: Database,
  { user, limit, after = null }: { user: string; limit: number; after?: MessageCursor | null },
): Promise<InboxMessage[]> {
  const rows = await db.run<Omit<InboxMessage, "text"> & { body: Buffer }>(
    `select key, case_id as "caseId", at, read_at as "readAt", body from messages
     where user_id = ? ${after === null ? "" : "and (at, key) < (?, ?)"}
     order by at desc, key desc limit ${limit}`,
    [user, ...(after === null ? [] : [after.at, after.key])],
  );
  const cases = rows.map(({ caseId }) => ownerOf(caseId).caseId);
  const keys = await loadCaseKeys(db.run, { keyRing: db.keyRing, cases });
  return rows.map(({ body, ...rest }) => {
    const lock = keys.get(ownerOf(rest.caseId));
    const text = unsealJson(lock, `messages.body/${user}/${rest.key}`, body);
    return { ...rest, text: text as unknown as Text };
  });
}

/** The person has seen everything up to this moment. */
export async function markMessagesRead(
  db: Database,
  { user, upTo, now }: { user: string; upTo: Instant; now: Instant },
): Promise<void> {
  const unread = "user_id = ? and at <= ? and read_at is null";
  await db.run(`update messages set read_at = ? where ${unread}`, [now, user, upTo]);
}

/** Who got messages about a matter, and when: nothing of what was said. */
export async function listTold(
  db: Database,
  caseId: string,
): Promise<{ key: string; user: string; at: Instant }[]> {
  return db.run<{ key: string; user: string; at: Instant }>(
    `select key, user_id as "user", at from messages where case_id = ? order by at, user_id`,
    [caseId],
  );
}

/** A message dies with its matter's key; one that belongs to no matter has the installation's. */
function ownerOf(caseId: string | null): KeyOwner {
  return { caseId: caseId ?? "", retentionClass: "qy.messages" };
}
