import type { StepToStore } from "../engine/ports";
import { dayOf } from "../engine/time/zone";
import type { Day, Instant } from "../engine/time/types";
import type { Database } from "./database";
import type { Row } from "./query";

/** Ids of the system and of villagers without an account begin so. */
const NOBODY = "qy.";

/** One thing that a person did, and where it stands in a history. */
export interface DayStep {
  caseId: string;
  seq: number;
  /** When it happened; paper is entered later. */
  at: Instant;
}

/** The rows of what people did themselves: a call for help, and what the system does, are nobody's work. */
export function dayStepRows(steps: readonly StepToStore[]): Row[] {
  return steps
    .filter(({ entry }) => !entry.by.user.startsWith(NOBODY))
    .filter(({ entry }) => ["start", "event", "move"].includes(entry.command.type))
    .map(({ next, entry }) => ({
      user_id: entry.by.user,
      day: dayOf(entry.command.occurredAt),
      at: entry.command.occurredAt,
      case_id: next.id,
      seq: entry.seq,
    }));
}

/** What a person did on a day, first things first. */
export async function listDaySteps(
  db: Database,
  ask: { user: string; day: Day; limit: number },
): Promise<DayStep[]> {
  const rows = await db.run<DayStep>(
    `select case_id as "caseId", seq, at from day_steps where user_id = ? and day = ?
     order by case_id, seq limit ${ask.limit}`,
    [ask.user, ask.day],
  );
  return rows.sort((a, b) => a.at - b.at || a.seq - b.seq);
}
