import type { RoleId } from "./person";
import type { Text } from "./text";

/** One rung of a ladder. `key` names it for variants and for the timer's id. */
export interface RungSource {
  key: string;
  /** In the deadline's unit of offsets, from its last day: negative before it, 0 on it, positive once it is overdue. */
  at: number | { parameter: string };
  tell: RoleId[];
  /** From here on the task is this role's, with whoever holds it. */
  handOver?: RoleId;
  urgent?: boolean;
  /** A template; without it the engine says how much is left, or how long it has been overdue. */
  text?: Text;
}

/** When nobody is told anything by a clock: `HH:MM` in Shanghai, or a parameter that holds it. */
export interface QuietHoursSource {
  from: string | { parameter: string };
  to: string | { parameter: string };
  /** What falls on a rest day waits for the next working day's morning. */
  restDays?: boolean;
}
