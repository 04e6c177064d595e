import type { CaseStatus } from "../engine/case";
import type { Text } from "../engine/text";
import type { Day, Instant } from "../engine/time/types";
import { loadCaseKeys } from "./case-keys";
import { unsealJson } from "./cipher";
import type { Database } from "./database";
import { NO_DUE_DATE } from "./matter-rows";
import { marks } from "./query";
import { ownQueueOf, queueOf } from "./scope-lists";

/** One matter as a list shows it. */
export interface MatterRow {
  caseId: string;
  workflow: string;
  hash: string;
  number: string | null;
  title: Text;
  placeName: string;
  status: CaseStatus;
  paused: boolean;
  /** What waits for the reader in it, the soonest first. */
  tasks: WaitingTask[];
}

export interface WaitingTask {
  path: string;
  assignee: string | null;
  dueAt: Instant | null;
  dueDay: Day | null;
  provisional: boolean;
}

/** The rows of these matters, in the order asked, each with its tasks in these queues. */
export async function loadMatterRows(
  db: Database,
  { cases, queues }: { cases: readonly string[]; queues: readonly string[] },
): Promise<MatterRow[]> {
  const stored = await db.run<StoredMatter>(
    `select id as "caseId", package as workflow, hash, number, place_name as "placeName", status,
            paused_since as "pausedSince", seq, retention_class as "retentionClass", title
     from cases where id in (${marks(cases.length)})`,
    cases,
  );
  const keys = await loadCaseKeys(db.run, { keyRing: db.keyRing, cases });
  const tasksOf = await loadTasks(db, { cases, queues });
  const rows = new Map(
    stored.map(({ pausedSince, seq, retentionClass, title, ...rest }) => {
      const { caseId } = rest;
      const key = keys.get({ caseId, retentionClass });
      const row: MatterRow = {
        ...rest,
        title: unsealJson(key, `cases.title/${caseId}/${seq}`, title) as unknown as Text,
        paused: pausedSince !== null,
        tasks: tasksOf(caseId),
      };
      return [caseId, row];
    }),
  );
  return cases.flatMap((id) => rows.get(id) ?? []);
}

type StoredMatter = Omit<MatterRow, "title" | "paused" | "tasks"> & {
  pausedSince: Instant | null;
  seq: number;
  retentionClass: string;
  title: Buffer;
};

interface StoredTask {
  caseId: string;
  path: string;
  roles: string;
  unit: string | null;
  assignee: string | null;
  dueRank: number;
  dueDay: Day | null;
  provisional: number;
}

/** Which of the queues each matter stands in decides which of its tasks are the reader's. */
async function loadTasks(
  db: Database,
  { cases, queues }: { cases: readonly string[]; queues: readonly string[] },
): Promise<(caseId: string) => WaitingTask[]> {
  const standing = await db.run<{ caseId: string; queue: string }>(
    `select case_id as "caseId", queue from matter_queues
     where case_id in (${marks(cases.length)}) and queue in (${marks(queues.length)})`,
    [...cases, ...queues],
  );
  const stands = new Set(standing.map(({ caseId, queue }) => `${caseId} ${queue}`));
  const stored = await db.run<StoredTask>(
    `select case_id as "caseId", path, roles, unit, assignee, due_rank as "dueRank",
            due_day as "dueDay", provisional
     from tasks where case_id in (${marks(cases.length)})`,
    cases,
  );
  const isTheirs = ({ caseId, roles, unit, assignee }: StoredTask) => {
    const named = JSON.parse(roles) as string[];
    return queues.some((queue) => {
      if (!stands.has(`${caseId} ${queue}`)) return false;
      if (assignee !== null && queue === ownQueueOf(assignee)) return true;
      return named.some((role) =>
        unit === null
          ? queue.startsWith(queueOf({ role, unit: "" }))
          : queue === queueOf({ role, unit }),
      );
    });
  };
  const theirs = stored.filter(isTheirs).sort((a, b) => a.dueRank - b.dueRank || compare(a, b));
  return (caseId) => theirs.filter((task) => task.caseId === caseId).map(toWaiting);
}

function compare(a: StoredTask, b: StoredTask): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}

function toWaiting({ path, assignee, dueRank, dueDay, provisional }: StoredTask): WaitingTask {
  const dueAt = dueRank === NO_DUE_DATE ? null : dueRank;
  return { path, assignee, dueAt, dueDay, provisional: provisional === 1 };
}
