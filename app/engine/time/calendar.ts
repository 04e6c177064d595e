import { refusalError } from "../errors/index";
import { own } from "../json";
import type { Calendar, Day } from "./types";
import { addDays, daysBetween, isWeekend } from "./zone";

/** The largest period that is counted, in any unit: far beyond every deadline, small enough to walk through. */
export const MOST_COUNT = 10_000;

/** A day found by counting. `provisional` where a year without calendar data was touched. */
export interface FoundDay {
  day: Day;
  provisional: boolean;
}

/** Working days counted. `provisional` where a year without calendar data was touched. */
export interface CountedDays {
  count: number;
  provisional: boolean;
}

/** Whether a day is worked, 调休 included; "unknown" where the calendar has no data for its year. */
export function isWorkday(calendar: Calendar, day: Day): boolean | "unknown" {
  const year = own(calendar.years, day.slice(0, 4));
  if (year === undefined) return "unknown";
  return isWeekend(day) ? year.workdays.includes(day) : !year.holidays.includes(day);
}

/** Monday to Friday stands in for a year without data, so that a provisional date can be shown at all. */
function guess(calendar: Calendar, day: Day): { worked: boolean; known: boolean } {
  const known = isWorkday(calendar, day);
  return known === "unknown"
    ? { worked: !isWeekend(day), known: false }
    : { worked: known, known: true };
}

/** Refuses periods that are not whole numbers, or too long to be meant, with `time/bad-count`. */
export function assertCount(count: number): void {
  if (!Number.isInteger(count) || Math.abs(count) > MOST_COUNT) {
    throw refusalError("time/bad-count", { count, most: MOST_COUNT });
  }
}

/**
 * The `count`th working day after a day, which itself is not counted; before it where `count` is negative.
 * 0 gives the day itself, worked or not.
 */
export function addWorkdays(calendar: Calendar, day: Day, count: number): FoundDay {
  assertCount(count);
  const step = Math.sign(count);
  let found = day;
  let provisional = false;
  for (let left = Math.abs(count); left > 0;) {
    found = addDays(found, step);
    const { worked, known } = guess(calendar, found);
    if (!known) provisional = true;
    if (worked) left -= 1;
  }
  return { day: found, provisional };
}

function nearestWorkday(calendar: Calendar, day: Day, step: 1 | -1): FoundDay {
  let found = day;
  let provisional = false;
  for (;;) {
    const { worked, known } = guess(calendar, found);
    if (!known) provisional = true;
    if (worked) return { day: found, provisional };
    found = addDays(found, step);
  }
}

/** The day itself if it is worked, else the first working day after it. */
export function nextWorkday(calendar: Calendar, day: Day): FoundDay {
  return nearestWorkday(calendar, day, 1);
}

/** The day itself if it is worked, else the last working day before it. */
export function previousWorkday(calendar: Calendar, day: Day): FoundDay {
  return nearestWorkday(calendar, day, -1);
}

/**
 * Working days from one day to another, as `addWorkdays` counts them: the first day is not counted, the last
 * one is. Negative where `to` lies before `from`.
 */
export function workdaysBetween(calendar: Calendar, from: Day, to: Day): CountedDays {
  const span = daysBetween(from, to);
  const step = Math.sign(span);
  let count = 0;
  let provisional = false;
  for (let passed = 1; passed <= Math.abs(span); passed += 1) {
    const { worked, known } = guess(calendar, addDays(from, passed * step));
    if (!known) provisional = true;
    if (worked) count += step;
  }
  return { count, provisional };
}
