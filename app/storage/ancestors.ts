import type { CaseStatus } from "../engine/case";
import type { Ancestor } from "../engine/links/ancestry";
import type { Database } from "./database";

/** More levels than anybody can open; a chain that goes on beyond was not made by the product. */
const MOST = 200;

/** The matters above one: what opened it, what opened that, the nearest first. Nothing secret is opened. */
export async function findAncestors(db: Database, caseId: string): Promise<Ancestor[]> {
  const rows = await db.run<Ancestor & { status: CaseStatus; level: number }>(
    `with recursive above (id, level) as (
       select parent_id, 1 from links where child_id = ?
       union
       select l.parent_id, a.level + 1 from links l join above a on l.child_id = a.id
       where a.level < ${MOST}
     )
     select c.id, c.package as workflow, c.status, c.place_code as place, c.owner_id as owner, a.level
     from above a join cases c on c.id = a.id order by a.level`,
    [caseId],
  );
  return rows.map(({ id, workflow, status, place, owner }) => ({
    ...{ id, workflow, status, place, owner },
  }));
}
