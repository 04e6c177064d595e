import type { Database } from "./database";

/** A linked matter that has gone on since its parent was told of it. */
export interface UntoldLink {
  parent: string;
  link: string;
  child: string;
  /** Up to which of the child's steps the parent knows. */
  told: number;
}

/** The links whose parents do not know of every step yet, the longest waiting first. */
export async function findUntoldLinks(db: Database, limit: number): Promise<UntoldLink[]> {
  return db.run<UntoldLink>(
    `select l.parent_id as parent, l.name as link, l.child_id as child, l.told_seq as told
     from links l join cases c on c.id = l.child_id
     where c.seq > l.told_seq order by c.last_at, c.id limit ${limit}`,
  );
}

/** The parent knows of the child's steps up to this one, or has nothing to do with them. */
export async function markTold(
  db: Database,
  { parent, link, child, told }: UntoldLink,
): Promise<void> {
  await db.run(
    "update links set told_seq = ? where parent_id = ? and name = ? and child_id = ? and told_seq < ?",
    [told, parent, link, child, told],
  );
}
