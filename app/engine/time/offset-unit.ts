import type { DeadlineUnit } from "./types";

/** The unit in which a deadline's reminders and rungs lie before or after its last day. */
export function offsetUnitOf(deadline: {
  unit: DeadlineUnit;
  offsetUnit?: DeadlineUnit;
}): DeadlineUnit {
  return deadline.offsetUnit ?? deadline.unit;
}
