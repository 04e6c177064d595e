import type { SessionRecord, SessionStore } from "../engine/people-ports";
import type { Database } from "./database";
import { insertRows } from "./query";

/** Sessions of signed-in people, behind the engine's port. */
export function createSessionStore({ run }: Database): SessionStore {
  return {
    async findSession(tokenHash) {
      const [found] = await run<SessionRecord>(
        `select token_hash as "tokenHash", user_id as "user", started_at as "startedAt",
                seen_at as "seenAt" from sessions where token_hash = ?`,
        [tokenHash],
      );
      return found;
    },
    async saveSession({ tokenHash, user, startedAt, seenAt }) {
      const row = { token_hash: tokenHash, user_id: user, started_at: startedAt, seen_at: seenAt };
      const then = `on conflict (token_hash) do update set user_id = excluded.user_id,
                    started_at = excluded.started_at, seen_at = excluded.seen_at`;
      await insertRows(run, { table: "sessions", rows: [row], then });
    },
    async removeSession(tokenHash) {
      await run("delete from sessions where token_hash = ?", [tokenHash]);
    },
    async removeSessionsOf(user) {
      await run("delete from sessions where user_id = ?", [user]);
    },
    async removeSessionsBefore({ startedAt, seenAt }) {
      await run("delete from sessions where started_at < ? or seen_at < ?", [startedAt, seenAt]);
    },
  };
}
