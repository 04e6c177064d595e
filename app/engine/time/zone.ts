import { refusalError } from "../errors/index";
import type { Language } from "../text";
import { DAY, HOUR, MINUTE, SECOND } from "./duration";
import type { Day, Instant } from "./types";

/**
 * Asia/Shanghai is UTC+8 without daylight saving since 1991, so plain arithmetic is exact and does not
 * depend on the time zone data of the machine.
 */
const OFFSET = 8 * HOUR;

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT_PATTERN = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const FIRST_YEAR = 1000;
const FIRST_DAY_NUMBER = Date.UTC(FIRST_YEAR, 0, 1) / DAY;
const LAST_DAY_NUMBER = Date.UTC(9999, 11, 31) / DAY;
const ENGLISH_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** The days of some years are asked for again and again: what was worked out is kept, up to so many. */
const MOST_REMEMBERED = 5_000;

function remembering<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const value = work(key);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(key, value);
    return value;
  };
}

/** Days since 1970-01-01; NaN for what is not a day. */
const numberOf = remembering((text: string): number => {
  if (!DAY_PATTERN.test(text)) return Number.NaN;
  const [year, month, day] = [
    Number(text.slice(0, 4)),
    Number(text.slice(5, 7)),
    Number(text.slice(8)),
  ];
  const length = month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
  const exists = year >= FIRST_YEAR && day >= 1 && day <= length;
  return exists ? Date.UTC(year, month - 1, day) / DAY : Number.NaN;
});

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days since 1970-01-01. Refuses what is not a day with `time/not-a-day`. */
function dayNumber(day: Day): number {
  const number = numberOf(day);
  if (Number.isNaN(number)) throw refusalError("time/not-a-day", { value: day });
  return number;
}

const dayFromNumber = remembering((number: number): Day => {
  if (!(number >= FIRST_DAY_NUMBER && number <= LAST_DAY_NUMBER)) {
    throw refusalError("time/out-of-range");
  }
  const date = new Date(number * DAY);
  const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()];
  return `${date.getUTCFullYear()}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}`;
});

/** True for `YYYY-MM-DD` that exists, from the year 1000 on. */
export function isDay(value: unknown): value is Day {
  return typeof value === "string" && !Number.isNaN(numberOf(value));
}

/** True for a wall-clock time in Shanghai, `2026-11-23T10:00`, with or without seconds. */
export function isMoment(value: unknown): value is string {
  return typeof value === "string" && isDay(MOMENT_PATTERN.exec(value)?.[1]);
}

/** The day in Shanghai at a moment. Refuses moments outside the years 1000–9999 with `time/out-of-range`. */
export function dayOf(instant: Instant): Day {
  return dayFromNumber(Math.floor((instant + OFFSET) / DAY));
}

/** 00:00 of a day in Shanghai. */
export function startOfDay(day: Day): Instant {
  return dayNumber(day) * DAY - OFFSET;
}

/** 24:00 of a day in Shanghai: the first instant that no longer belongs to it. */
export function endOfDay(day: Day): Instant {
  return startOfDay(day) + DAY;
}

/** The day `count` days later; earlier where `count` is negative. */
export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + count);
}

/** The same day of the month `count` months later, or the last day of that month where it is shorter. */
export function addMonths(day: Day, count: number): Day {
  const start = new Date(dayNumber(day) * DAY);
  const month = start.getUTCFullYear() * 12 + start.getUTCMonth() + count;
  const first = Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY;
  const length = Date.UTC(Math.floor(month / 12), (month % 12) + 1, 1) / DAY - first;
  return dayFromNumber(first + Math.min(start.getUTCDate(), length) - 1);
}

/** Days from one day to another: 1 from today to tomorrow, negative backwards. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day of the week, 0 on Sundays. */
export function weekdayOf(day: Day): number {
  // 1970-01-01, day number 0, was a Thursday.
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

/** True on Saturdays and Sundays, whatever the working calendar says. */
export function isWeekend(day: Day): boolean {
  const weekday = weekdayOf(day);
  return weekday === 0 || weekday === 6;
}

/** The moment of a wall-clock time in Shanghai, `2026-11-23T10:00`; else `time/not-a-moment`. */
export function instantOf(moment: string): Instant {
  const parts = MOMENT_PATTERN.exec(moment);
  const day = parts?.[1];
  if (!isDay(day)) throw refusalError("time/not-a-moment", { value: moment });
  return (
    startOfDay(day) +
    Number(parts?.[2]) * HOUR +
    Number(parts?.[3]) * MINUTE +
    Number(parts?.[4] ?? 0) * SECOND
  );
}

/** The clock in Shanghai at a moment, `10:00`. */
export function clockOf(instant: Instant): string {
  return new Date(instant + OFFSET).toISOString().slice(11, 16);
}

/** A day as people write it: 2026年11月23日, 23 Nov 2026. */
export function showDay(day: Day, language: Language): string {
  const date = new Date(dayNumber(day) * DAY);
  const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  return language === "en"
    ? `${dayOfMonth} ${ENGLISH_MONTHS[month] ?? ""} ${year}`
    : `${year}年${month + 1}月${dayOfMonth}日`;
}

/** A day without its year, where the year goes without saying: 1月18日, 18 Jan. */
export function showDayOfYear(day: Day, language: Language): string {
  const whole = showDay(day, language);
  return language === "en" ? whole.slice(0, -5) : whole.slice(5);
}

/** A moment as people write it: 2026年11月23日 10:00, 23 Nov 2026, 10:00. */
export function showMoment(instant: Instant, language: Language): string {
  return `${showDay(dayOf(instant), language)}${language === "en" ? "," : ""} ${clockOf(instant)}`;
}
