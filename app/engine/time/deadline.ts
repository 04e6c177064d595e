import {
  addWorkdays,
  assertCount,
  nextWorkday,
  previousWorkday,
  workdaysBetween,
  type FoundDay,
} from "./calendar";
import { HOUR } from "./duration";
import type { Calendar, Day, DeadlineUnit, DueDate, Instant, Remainder } from "./types";
import { addDays, addMonths, dayOf, daysBetween, endOfDay, startOfDay } from "./zone";

/** A reminder goes out when the working day begins, not at midnight. */
const REMINDER_CLOCK = 8 * HOUR;

/** A period to be counted from a moment. Negative counts run backwards. */
export interface Period {
  unit: DeadlineUnit;
  count: number;
  from: Instant;
}

/** When a reminder goes out. */
export interface Reminder {
  at: Instant;
  day: Day;
  provisional: boolean;
}

/** Forwards an end on a rest day moves to the next working day, backwards to the one before. */
function onWorkday(calendar: Calendar, day: Day, count: number): FoundDay {
  return count < 0 ? previousWorkday(calendar, day) : nextWorkday(calendar, day);
}

/** A period whose end is a day. */
interface DayPeriod {
  unit: Exclude<DeadlineUnit, "hour">;
  count: number;
  from: Day;
}

function countDays({ unit, count, from }: DayPeriod, calendar: Calendar): FoundDay {
  switch (unit) {
    case "workday": {
      const found = addWorkdays(calendar, from, count);
      const settled = onWorkday(calendar, found.day, count);
      return { day: settled.day, provisional: found.provisional || settled.provisional };
    }
    case "day":
      return onWorkday(calendar, addDays(from, count), count);
    case "month":
      return onWorkday(calendar, addMonths(from, count), count);
  }
}

function atMoment(dueAt: Instant): DueDate {
  return { dueAt, day: dayOf(dueAt - 1), provisional: false };
}

function atEndOf({ day, provisional }: FoundDay): DueDate {
  return { dueAt: endOfDay(day), day, provisional };
}

/**
 * When a period ends. The day of the event is not counted; `workday`, `day` and `month` end at 24:00 in
 * Shanghai of a working day; `hour` is real time. Refuses a count that is not a whole number, or too large,
 * with `time/bad-count`.
 *
 * That the first day is not counted and that a last day on a holiday moves on is 公安机关办理行政案件程序规定
 * (2019) art. 35.
 */
export function dueDate({ unit, count, from }: Period, calendar: Calendar): DueDate {
  assertCount(count);
  if (unit === "hour") return atMoment(from + count * HOUR);
  return atEndOf(countDays({ unit, count, from: dayOf(from) }, calendar));
}

/**
 * When the reminder `offset` units before (−) or after (+) a due date goes out: at 8:00 of a working day,
 * `hour` to the minute. 0 is the last day itself.
 */
export function remindAt(
  { due, offset, unit }: { due: DueDate; offset: number; unit: DeadlineUnit },
  calendar: Calendar,
): Reminder {
  assertCount(offset);
  if (unit === "hour") {
    const at = due.dueAt + offset * HOUR;
    return { at, day: dayOf(at), provisional: due.provisional };
  }
  const { day, provisional } = countDays({ unit, count: offset, from: due.day }, calendar);
  return { at: startOfDay(day) + REMINDER_CLOCK, day, provisional: provisional || due.provisional };
}

/**
 * What is left of a deadline when its clock is stopped at a moment; negative where it has passed. A deadline in
 * months leaves days: a part of a month has no length of its own.
 */
export function remainderOf(
  { due, unit, at }: { due: Pick<DueDate, "dueAt" | "day">; unit: DeadlineUnit; at: Instant },
  calendar: Calendar,
): Remainder {
  switch (unit) {
    case "hour":
      return { unit, left: due.dueAt - at };
    case "workday":
      return { unit, left: workdaysBetween(calendar, dayOf(at), due.day).count };
    case "day":
    case "month":
      return { unit: "day", left: daysBetween(dayOf(at), due.day) };
  }
}

/** The due date of a stopped deadline that runs on from a moment. Stopping and going on at once changes nothing. */
export function resumeFrom(
  { remainder, at }: { remainder: Remainder; at: Instant },
  calendar: Calendar,
): DueDate {
  if (remainder.unit === "hour") return atMoment(at + remainder.left);
  return atEndOf(
    countDays({ unit: remainder.unit, count: remainder.left, from: dayOf(at) }, calendar),
  );
}
