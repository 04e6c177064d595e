import type { Day, Instant } from "../engine/time/types";
import type { Database } from "./database";
import { NO_DUE_DATE } from "./matter-rows";
import { marks, runInParts } from "./query";

/** What waits in a matter: for whom, and by when. */
export interface OpenTask {
  caseId: string;
  path: string;
  /** Roles in whose queues it is. */
  roles: string[];
  assignee: string | null;
  dueAt: Instant | null;
  dueDay: Day | null;
  provisional: boolean;
}

interface Row {
  caseId: string;
  path: string;
  roles: string;
  assignee: string | null;
  dueRank: number;
  dueDay: Day | null;
  provisional: number;
}

/** The tasks of these matters, the soonest due first. */
export async function listOpenTasks(db: Database, cases: readonly string[]): Promise<OpenTask[]> {
  const rows = await runInParts(cases, (part) =>
    db.run<Row>(
      `select case_id as "caseId", path, roles, assignee, due_rank as "dueRank", due_day as "dueDay", provisional
       from tasks where case_id in (${marks(part.length)})`,
      part,
    ),
  );
  return rows
    .toSorted((a, b) => a.dueRank - b.dueRank)
    .map(({ roles, dueRank, provisional, ...rest }) => ({
      ...rest,
      roles: JSON.parse(roles) as string[],
      dueAt: dueRank === NO_DUE_DATE ? null : dueRank,
      provisional: provisional === 1,
    }));
}
