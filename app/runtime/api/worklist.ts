import type { Text } from "../../engine/text";
import type { DueChip } from "../../engine/time/due-chip";
import type { Session } from "./session";

export interface WorklistRow {
  caseId: string;
  number: string | null;
  title: Text;
  placeName: string;
  /** Where it stands: more than one where regions run beside each other. What is due first comes first. */
  stateTitles: Text[];
  /** The people it is with; empty where anybody of the unit may take it. */
  assigneeNames: string[];
  /** What is to be said of its tasks: lent, handed over, waiting for an answer, urged. */
  notes?: Text[];
  /** Its package lets people with this reader's roles do something to it along with others (批量). */
  batch?: true;
  due: DueChip;
}

export type QueueName = "mine" | "unit" | "overdue" | "all";

export interface Worklist {
  /** `orMore`: counting stopped there. */
  queues: { name: QueueName; title: Text; count: number; orMore: boolean }[];
  queue: QueueName;
  rows: WorklistRow[];
  /** Cursor of the next page, or null. */
  next: string | null;
}

/** One page of messages. */
export interface Inbox {
  messages: { key: string; text: Text; when: string; caseId: string | null }[];
  /** Cursor of the next page, or null. */
  next: string | null;
}

/** What waits for a person. */
export interface WorklistApi {
  worklist(session: Session, ask: { queue: QueueName; after: string | null }): Promise<Worklist>;
  /** Messages delivered by the built-in inbox channel, the newest first; `after` is `next` of the page before. */
  inbox(session: Session, after?: string | null): Promise<Inbox>;
}
