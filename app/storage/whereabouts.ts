import type { BoardEntry } from "../engine/whereabouts-board";
import { sealJson, unsealJson } from "./cipher";
import type { Database } from "./database";
import { marks, upsert } from "./query";

/** Writes over what a person's card said before; nothing of that is kept. */
export async function saveWhereabouts(
  db: Database,
  user: string,
  entry: BoardEntry,
): Promise<void> {
  const body = sealJson(db.ownKey, `whereabouts.body/${user}`, entry);
  const row = { user_id: user, set_at: entry.setAt, body };
  await upsert(db.run, { table: "whereabouts", key: ["user_id"], rows: [row] });
}

/** What the cards of these people say, by person; who never set one is left out. */
export async function findWhereabouts(
  db: Database,
  users: readonly string[],
): Promise<Map<string, BoardEntry>> {
  const rows = await db.run<{ user: string; body: Buffer }>(
    `select user_id as "user", body from whereabouts where user_id in (${marks(users.length)})`,
    users,
  );
  return new Map(
    rows.map(({ user, body }) => [
      user,
      unsealJson(db.ownKey, `whereabouts.body/${user}`, body) as unknown as BoardEntry,
    ]),
  );
}
