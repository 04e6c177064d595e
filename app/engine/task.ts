import type { RoleId, UnitId } from "./person";
import type { Day, Instant } from "./time/types";

/** A person as a matter remembers them. */
export interface Named {
  id: string;
  name: string;
}

/**
 * Something that waits for a person (待办): one for each active state that people act in, and one for each open
 * signature of a decision.
 */
export interface Task {
  /** `<case>:<state path>:<entry seq>`, with `:<slot>` for a signature. */
  id: string;
  path: string;
  /** Roles that can take one of its events. */
  roles: RoleId[];
  /** Set when a ladder gave it to a role: it stands in that role's lists alone. Absent where none did. */
  handedTo?: RoleId;
  /** The person it is with, or null: anybody of the unit with the role. */
  assignee: string | null;
  /** The signature of a decision that it asks for; absent: the state's own task. */
  slot?: string;
  /** The one unit whose people it is for. */
  unit?: UnitId;
  /** Set where it is somebody's alone: nobody else may take it in this role. */
  firm?: Holder;
  /** Who lent it (委派), the latest last: whose it was, and how. It goes back to them with the answer. */
  lent?: { by: Named; assignee: string | null; firm?: Holder }[];
  /** Set while it cannot be taken: it is not their turn, or a superior was asked and has not answered (请示). */
  waits?: "turn" | "answer";
  dueAt: Instant | null;
  dueDay: Day | null;
  provisional: boolean;
}

/** Whose a task is, and how it came to them. */
export interface Holder {
  name: string;
  /** The role that is held by it; null: whoever it is, only they. */
  role: RoleId | null;
  by: "asked" | "claim" | "handOver" | "lend" | "takeOver" | "chosen" | "appointed";
}
