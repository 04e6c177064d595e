/** A moment: milliseconds since 1970 in UTC, as an integer. */
export type Instant = number;

/** A day in Asia/Shanghai, `YYYY-MM-DD`. */
export type Day = string;

export type DeadlineUnit = "workday" | "day" | "hour" | "month";

/** One year of the working calendar: the State Council's arrangement, plus a county's own days. */
export interface CalendarYear {
  year: number;
  /** Days off besides ordinary Saturdays and Sundays (weekday holidays). */
  holidays: readonly Day[];
  /** Saturdays and Sundays that are worked instead (调休上班). */
  workdays: readonly Day[];
  /** The notice that this year's data was taken from. */
  source: string;
}

/** What is known about working days. A year that is absent gives provisional dates, never guesses. */
export interface Calendar {
  name: string;
  years: Readonly<Record<string, CalendarYear>>;
}

/** A computed due date. `dueAt` is the first instant that is too late (24:00 of `day` in Shanghai). */
export interface DueDate {
  dueAt: Instant;
  /** Last day on which the thing is still in time. */
  day: Day;
  /** True where a year without calendar data was touched; recomputed when the data comes. */
  provisional: boolean;
}

/**
 * What is left of a paused deadline: working days, days, or milliseconds for `hour`. A deadline in months
 * leaves days. Negative where it had passed.
 */
export interface Remainder {
  unit: Exclude<DeadlineUnit, "month">;
  left: number;
}
