import { addDays, type Day, type Text } from "../../app/engine/plugin/api";
import type { Fix } from "./conflict";
import { sayDays } from "./days";
import { hoursByWeek, restBefore } from "./hours";
import { isOfficer, shiftAt, withShifts, type Roster, type Row } from "./roster";
import { findKind, writeShift, type Shift } from "./shifts";

/** Somebody who could take a shift, and what their week comes to then. */
export interface Replacement {
  row: Row;
  hours: number;
}

/** Who could take this shift on this day without breaking a rule about their own days; fewest hours first. */
export function replacements(
  roster: Roster,
  ask: { index: number; shift: Shift; officers: boolean },
): Replacement[] {
  const { index, shift, officers } = ask;
  return roster.rows
    .filter((row) => isOfficer(row) === officers && isFree(row, { roster, index, shift }))
    .flatMap((row) => {
      const after = withShifts(roster, [{ row: row.id, index, shift }]);
      const next = after.rows.find((one) => one.id === row.id);
      if (next === undefined || !keepsRules(after, next, index)) return [];
      return [{ row, hours: weekOf(after, next, index) }];
    })
    .sort((a, b) => a.hours - b.hours || (a.row.name < b.row.name ? -1 : 1));
}

function isFree(
  row: Row,
  { roster, index, shift }: { roster: Roster; index: number; shift: Shift },
): boolean {
  const word = row.shifts[index]?.kind.word;
  const isOff = word === undefined || word === "休" || word === "备勤";
  const date = Number(roster.days[index]?.slice(8));
  return isOff && row.trained && !row.away.has(date) && !(shift.kind.night && row.nightExempt);
}

function keepsRules(roster: Roster, row: Row, index: number): boolean {
  const { maxHoursWeek, maxConsecutiveNights, minRestHours } = roster.settings;
  const rests = [restBefore(roster, row, index), restBefore(roster, row, index + 1)];
  return (
    weekOf(roster, row, index) <= maxHoursWeek &&
    nightsAround(row, index) <= maxConsecutiveNights &&
    rests.every((hours) => hours === undefined || hours >= minRestHours)
  );
}

function weekOf(roster: Roster, row: Row, index: number): number {
  const week = hoursByWeek(roster, row).find(({ start, end }) => start <= index && index <= end);
  return week?.hours ?? 0;
}

/** How many nights in a row the one of this day belongs to. */
export function nightsAround(row: Row, index: number): number {
  if (!shiftAt(row, index)?.kind.night) return 0;
  let first = index;
  while (shiftAt(row, first - 1)?.kind.night) first -= 1;
  let last = index;
  while (shiftAt(row, last + 1)?.kind.night) last += 1;
  return last - first + 1;
}

/** The change that makes one day of somebody a day off. */
export function dayOffFix(row: Row, day: Day): Fix {
  const said = sayDays([day]);
  return {
    label: { zh: `${Number(day.slice(8))}日改休息`, en: `Off on ${said.en}` },
    cells: [{ row: row.id, day, shift: "休" }],
  };
}

/** The change that gives a shift to somebody else; `from` has the day off instead. */
export function replaceFix(
  { row, shift, day }: { row: Row; shift: Shift; day: Day },
  from?: Row,
): Fix {
  const handed = from === undefined ? [] : [{ row: from.id, day, shift: "休" }];
  return {
    label:
      from === undefined
        ? { zh: `排${row.name}${shift.kind.word}`, en: `Put ${row.name} on duty` }
        : { zh: `换${row.name}`, en: `${row.name} instead` },
    cells: [...handed, { row: row.id, day, shift: writeShift(shift) }],
  };
}

/** What is said of somebody who could stand in. */
export function sayReplacement({ row, hours }: Replacement, day: Day, most: number): Text {
  const days = sayDays([day]);
  const next = sayDays([addDays(day, 1)]);
  return {
    zh: `可以换成${row.name}：${days.zh}没有班，换后这一周 ${hours} 小时，没有超过 ${most} 小时；${next.zh}的班不受影响。`,
    en: `${row.name} could take it: free on ${days.en ?? ""}, then ${hours} hours in the week, within ${most}; ${next.en ?? ""} is not affected.`,
  };
}

/** The shift that a night is filled with. */
export function nightDuty(): Shift {
  const kind = findKind("值班");
  if (kind === undefined) throw new Error("a roster has a word for duty");
  return { kind, places: [] };
}
