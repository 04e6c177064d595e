import { MINUTE } from "../../engine/time/duration";
import type { Instant } from "../../engine/time/types";
import type { QueueFigures } from "../../storage/county-queues";
import type { QueueSweep, SweptQueue } from "../api";
import type { LaneRecord } from "../workers/lanes";
import { momentText } from "./moment-text";

/** A county's queue as stored, and how its lane has gone. */
export type CountyFigures = QueueFigures & LaneRecord;

/** Loops come round within seconds: after so long without, something is wrong. */
const LATE = 2 * MINUTE;

/** One queue of one county as its page shows it. */
export function viewQueue(
  queue: SweptQueue,
  figures: CountyFigures,
  { now, startedAt }: { now: Instant; startedAt: Instant },
): QueueSweep {
  const { lastAt, runningSince, nextAt, due, retrying, parked, done, failed } = figures;
  const isStuck = runningSince !== null && now - runningSince > LATE;
  const isLate = now - (lastAt ?? startedAt) > LATE;
  return {
    ...{ queue, due, retrying, parked, done, failed },
    is: isStuck ? "stuck" : isLate ? "late" : "well",
    lastLook: lastAt === null ? null : momentText(lastAt),
    next: nextAt === null ? null : momentText(nextAt),
  };
}
