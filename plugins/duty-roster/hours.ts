import { weeksOf } from "./days";
import { shiftAt, type Roster, type Row } from "./roster";
import type { Settings, Span } from "./settings";
import type { Shift } from "./shifts";

/** The hours that a shift counts for. */
export function countedHours(shift: Shift | null, settings: Settings): number {
  const counted = shift?.kind.hours;
  return counted === undefined ? 0 : settings[counted];
}

/** When a shift begins and ends, in hours of its day; undefined where it has no hours of its own. */
export function spanOf(shift: Shift | null, settings: Settings): Span | undefined {
  const time = shift?.kind.time;
  return time === undefined ? undefined : settings[time];
}

/** One person's hours of one calendar week, as far as the roster and the one before know them. */
export interface WeekHours {
  /** Numbers of its first and last day. */
  start: number;
  end: number;
  hours: number;
}

/** The hours of each week that the roster touches. */
export function hoursByWeek(roster: Roster, row: Row): WeekHours[] {
  return weeksOf(roster.days).map(({ start, end }) => {
    let hours = 0;
    for (let index = start; index <= Math.min(end, roster.days.length - 1); index += 1) {
      hours += countedHours(shiftAt(row, index), roster.settings);
    }
    return { start, end, hours };
  });
}

/** What one person does on the roster as a whole. */
export function hoursOf(roster: Roster, row: Row): { hours: number; nights: number } {
  return {
    hours: row.shifts.reduce((sum, shift) => sum + countedHours(shift, roster.settings), 0),
    nights: row.shifts.filter((shift) => shift?.kind.night).length,
  };
}

/** Hours between the end of a shift and the beginning of the next day's; undefined where one of them has none. */
export function restBefore(roster: Roster, row: Row, index: number): number | undefined {
  const here = spanOf(shiftAt(row, index), roster.settings);
  const before = spanOf(shiftAt(row, index - 1), roster.settings);
  return here === undefined || before === undefined ? undefined : 24 + here.start - before.end;
}
