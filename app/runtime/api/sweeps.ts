import type { Text } from "../../engine/text";
import type { Result } from "./result";
import type { Session } from "./session";

/** `timers`: clocks that run down; `outbox`: messages and whatever else steps ordered. */
export type SweptQueue = "timers" | "outbox";

/** How one queue of one county goes. */
export interface QueueSweep {
  queue: SweptQueue;
  /** `late`: nobody has looked for minutes; `stuck`: one look has taken minutes. */
  is: "well" | "late" | "stuck";
  lastLook: Text | null;
  next: Text | null;
  due: number;
  retrying: number;
  parked: number;
  /** Since the server started. */
  done: number;
  failed: number;
}

export interface CountySweeps {
  code: string;
  name: string;
  queues: QueueSweep[];
}

/** Something that was left alone after its last try. */
export interface ParkedView {
  queue: SweptQueue;
  id: string;
  caseId: string;
  /** 受理：告知县局政工 */
  what: Text;
  number: string | null;
  placeName: string;
  since: Text;
  why: Text;
}

export interface SweepsView {
  counties: CountySweeps[];
  parked: ParkedView[];
  /** When the server started, and so began to count. */
  countingSince: Text;
}

/** Whether reminders and escalation run, for administrators of whole counties. */
export interface SweepsApi {
  /** Refuses `sweeps/not-yours` to everybody else, as `retryParked` does. */
  sweeps(session: Session): Promise<Result<SweepsView>>;
  /** Tries it again, from the first try; with the reason in the audit trail. `sweeps/not-parked` where it is gone. */
  retryParked(
    session: Session,
    input: { queue: string; caseId: string; id: string; reason: string },
  ): Promise<Result<null>>;
  /** The same figures for a monitoring system, in the text format of Prometheus: nothing of anybody. */
  metrics(): Promise<string>;
}
