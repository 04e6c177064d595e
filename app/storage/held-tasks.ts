import type { Database } from "./database";

/** One task that is with somebody. */
export interface HeldTask {
  id: string;
  caseId: string;
  path: string;
}

/** The open tasks that are with a person, theirs alone or not, by matter. */
export async function listHeldTasks(db: Database, user: string): Promise<HeldTask[]> {
  return db.run<HeldTask>(
    `select t.id, t.case_id as "caseId", t.path from tasks t
     join cases c on c.id = t.case_id
     where t.assignee = ? and c.status = 'open' order by t.case_id, t.id`,
    [user],
  );
}
