import { isWorkday } from "./calendar";
import { MINUTE } from "./duration";
import type { Calendar, Instant } from "./types";
import { addDays, clockOf, dayOf, isWeekend, startOfDay } from "./zone";

/** When nobody is told anything: minutes of the day in Shanghai, `from` included, `to` not; through midnight too. */
export interface QuietHours {
  from: number;
  to: number;
  /** On rest days neither. */
  restDays: boolean;
}

/** A moment moved out of the quiet hours. */
export interface Unquiet {
  at: Instant;
  /** True where whether a day is worked is not known. */
  provisional: boolean;
}

/** No run of rest days is longer; a calendar that says otherwise does not keep a message back for ever. */
const MOST_REST = 30;

/** Minutes of the day of a clock, `22:00`; undefined for anything else. */
export function parseClock(value: unknown): number | undefined {
  const parts = typeof value === "string" ? /^([01]\d|2[0-3]):([0-5]\d)$/.exec(value) : null;
  return parts === null ? undefined : Number(parts[1]) * 60 + Number(parts[2]);
}

/** A clock from minutes of the day: `07:30`. */
export function showClock(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The moment itself, or the end of the quiet hours that it lies in. Never earlier. Pure. */
export function afterQuiet(moment: Instant, quiet: QuietHours | null, calendar: Calendar): Unquiet {
  if (quiet === null) return { at: moment, provisional: false };
  let at = nightOver(moment, quiet);
  let provisional = false;
  for (let rest = 0; quiet.restDays && rest < MOST_REST; rest += 1) {
    const day = dayOf(at);
    const known = isWorkday(calendar, day);
    if (known === "unknown") provisional = true;
    if (known === true || (known === "unknown" && !isWeekend(day))) break;
    at = startOfDay(addDays(day, 1)) + quiet.to * MINUTE;
  }
  return { at, provisional };
}

function nightOver(at: Instant, { from, to }: QuietHours): Instant {
  const now = parseClock(clockOf(at)) ?? 0;
  const today = startOfDay(dayOf(at));
  const isEvening = from > to && now >= from;
  const isQuiet = from < to ? now >= from && now < to : isEvening || (from > to && now < to);
  if (!isQuiet) return at;
  return (isEvening ? startOfDay(addDays(dayOf(at), 1)) : today) + to * MINUTE;
}
