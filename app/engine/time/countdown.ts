import { isWorkday, workdaysBetween } from "./calendar";
import type { Calendar, Day } from "./types";
import { addDays, daysBetween, isWeekend, weekdayOf } from "./zone";

/** One day on the small calendar of a notice. */
export interface CountedDay {
  day: Day;
  /** Which working day of the notice it is, from 1; null on the day of publication and on days off. */
  number: number | null;
  is: "published" | "off" | "counted" | "last";
  past: boolean;
  today: boolean;
}

/** How long something is still shown, counted in working days; the day of publication is not counted. */
export interface Countdown {
  /** Working days that are left; today is one of them where `includesToday`. */
  left: number;
  includesToday: boolean;
  /** Working days in all. */
  total: number;
  /** Weeks from Monday, with null for days outside; none where they would fill a page. */
  weeks: (CountedDay | null)[][];
  /** Weekends that are worked (调休). */
  workedWeekends: Day[];
  /** True where weekdays off lie between the first day and the last. */
  holidays: boolean;
  /** True where a year without calendar data was touched. */
  provisional: boolean;
}

/** A calendar of more weeks tells nobody anything at a glance. */
const MOST_WEEKS = 8;

/** Counts from the day of publication to the last day, as today sees it. Pure. */
export function countdown(ask: {
  from: Day;
  until: Day;
  today: Day;
  calendar: Calendar;
}): Countdown {
  const { from, until, today, calendar } = ask;
  const yesterday = addDays(today, -1);
  const counted = workdaysBetween(calendar, yesterday > from ? yesterday : from, until);
  const all = workdaysBetween(calendar, from, until);
  const days = daysFrom(ask);
  const weekdays = days.filter(({ is }) => is !== "published");
  return {
    left: Math.max(0, counted.count),
    includesToday: today > from && today <= until && isWorked(calendar, today),
    total: Math.max(0, all.count),
    weeks: weeksOf(days),
    workedWeekends: weekdays
      .filter(({ day, number }) => number !== null && isWeekend(day))
      .map(({ day }) => day),
    holidays: weekdays.some(({ day, is }) => is === "off" && !isWeekend(day)),
    provisional: all.provisional,
  };
}

function daysFrom(ask: { from: Day; until: Day; today: Day; calendar: Calendar }): CountedDay[] {
  const { from, until, today, calendar } = ask;
  const span = daysBetween(from, until);
  if (span < 0 || span > MOST_WEEKS * 7) return [];
  let number = 0;
  return Array.from({ length: span + 1 }, (_, passed) => {
    const day = addDays(from, passed);
    const worked = passed > 0 && isWorked(calendar, day);
    if (worked) number += 1;
    return {
      day,
      number: worked ? number : null,
      is: passed === 0 ? "published" : day === until ? "last" : worked ? "counted" : "off",
      past: day < today,
      today: day === today,
    };
  });
}

/** Monday to Friday stands in for a year without data. */
function isWorked(calendar: Calendar, day: Day): boolean {
  const known = isWorkday(calendar, day);
  return known === "unknown" ? !isWeekend(day) : known;
}

function weeksOf(days: readonly CountedDay[]): (CountedDay | null)[][] {
  const [first] = days;
  if (first === undefined) return [];
  const before = (weekdayOf(first.day) + 6) % 7;
  const cells = [...Array.from({ length: before }, () => null), ...days];
  const weeks = Math.ceil(cells.length / 7);
  return weeks > MOST_WEEKS
    ? []
    : Array.from({ length: weeks }, (_, week) =>
        Array.from({ length: 7 }, (_, day) => cells[week * 7 + day] ?? null),
      );
}
