import { HOUR, MINUTE } from "../../engine/time/duration";
import { addDays, clockOf, dayOf, instantOf } from "../../engine/time/zone";
import type { Instant } from "../../engine/time/types";

/** A moment that can be chosen with one tap: `2026-11-23T17:30`, and whether it lies on a later day. */
export interface UntilChoice {
  moment: string;
  clock: string;
  /** Days from today. */
  days: number;
}

const MORNING = "08:30";
const MOST = 4;

/**
 * Up to four moments to be back: the next full half hour after an hour, noon, the end of the shift and of the day,
 * and tomorrow morning. For a day off only mornings are offered.
 */
export function untilChoices(ask: { now: Instant; shiftEnd: string; off: boolean }): UntilChoice[] {
  const { now, shiftEnd, off } = ask;
  const today = dayOf(now);
  const morning = (days: number): UntilChoice => choice(`${addDays(today, days)}T${MORNING}`, days);
  if (off) return [morning(1), morning(2), morning(3)];
  const half = 30 * MINUTE;
  const soon = Math.ceil((now + HOUR) / half) * half;
  const moments = [
    ...(dayOf(soon) === today ? [`${today}T${clockOf(soon)}`] : []),
    ...["12:00", "17:30", shiftEnd, "21:00"]
      .filter((clock) => /^\d\d:\d\d$/.test(clock))
      .map((clock) => `${today}T${clock}`),
  ].filter((moment) => instantOf(moment) > now + 10 * MINUTE);
  const sorted = [...new Set(moments)].sort().slice(0, MOST - 1);
  return [...sorted.map((moment) => choice(moment, 0)), morning(1)];
}

function choice(moment: string, days: number): UntilChoice {
  return { moment, clock: moment.slice(11), days };
}
