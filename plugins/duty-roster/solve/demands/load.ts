import type { LinearRow } from "../../../../app/engine/plugin/api";
import { sayDays, weeksOf } from "../../days";
import { countedHours, spanOf } from "../../hours";
import { shiftAt, type Row } from "../../roster";
import type { Shift } from "../../shifts";
import { addColumn, isPast, type Board } from "../board";
import type { Demand } from "../demand";
import { addDay, addTerm, noSum, range, rowOf, sumOf } from "../terms";

const atNight = (shift: Shift): number => (shift.kind.night ? 1 : 0);

/** Enough rest between one day's shift and the next. */
export function rest(board: Board): Demand[] {
  const { minRestHours } = board.roster.settings;
  return board.roster.rows.flatMap((row, person): Demand[] => {
    const rows = restRows(board, { person, least: minRestHours });
    if (rows.length === 0) return [];
    const text = {
      zh: `${row.name}两班之间至少休息 ${minRestHours} 小时`,
      en: `${row.name} rests ${minRestHours} hours between shifts`,
    };
    return [{ kind: "rest", text, people: [row.id], days: [], rows }];
  });
}

/** Two shifts of one person never overlap: this is no wish that could be given up. */
export function overlaps(board: Board): LinearRow[] {
  return board.roster.rows.flatMap((_, person) => restRows(board, { person, least: 0 }));
}

/** For each hour at which the day before may end: it, or one of the shifts that begin too soon after it. */
function restRows(board: Board, { person, least }: { person: number; least: number }): LinearRow[] {
  const { settings, days } = board.roster;
  const endOf = (shift: Shift): number => spanOf(shift, settings)?.end ?? -Infinity;
  return range(board.ask.from, days.length - 1).flatMap((index) => {
    const ends = new Set(shiftsOn(board, person, index - 1).map(endOf));
    return [...ends].filter(Number.isFinite).flatMap((end): LinearRow[] => {
      const sum = noSum();
      const tooSoon = (shift: Shift): number => {
        const start = spanOf(shift, settings)?.start;
        return start !== undefined && 24 + start - end < least ? 1 : 0;
      };
      addDay(sum, board, { person, index, count: tooSoon });
      if (sum.values.size === 0) return [];
      addDay(sum, board, { person, index: index - 1, count: (s) => (endOf(s) >= end ? 1 : 0) });
      return [rowOf(sum, { upper: 1 })];
    });
  });
}

/** What a day may hold; a day before the roster holds what it held. */
function shiftsOn(board: Board, person: number, index: number): Shift[] {
  if (index >= 0) return (board.choices[person]?.[index] ?? []).map(({ shift }) => shift);
  const row = board.roster.rows[person];
  const before = row === undefined ? null : shiftAt(row, index);
  return before === null ? [] : [before];
}

/** Nobody leads more nights in a row than allowed. */
export function nights(board: Board): Demand[] {
  const most = board.roster.settings.maxConsecutiveNights;
  return board.roster.rows.map((row, person): Demand => {
    const rows = board.roster.days.flatMap((_, index) => {
      if (isPast(board, index)) return [];
      const days = range(index - most, index);
      return [rowOf(sumOf(board, { people: [person], days, count: atNight }), { upper: most })];
    });
    const text = {
      zh: `${row.name}最多连着值 ${most} 夜`,
      en: `${row.name}: ${most} nights in a row`,
    };
    return { kind: "nights", text, people: [row.id], days: [], rows };
  });
}

/** Nobody works more hours in a week than allowed. */
export function hours(board: Board): Demand[] {
  const { settings, days, rows: people } = board.roster;
  const most = settings.maxHoursWeek;
  return people.flatMap((row, person) =>
    weeksOf(days)
      .filter(({ end }) => !isPast(board, Math.min(end, days.length - 1)))
      .map(({ start, end }): Demand => {
        const said = sayDays([days[Math.max(0, start)] ?? ""]);
        const sum = sumOf(board, {
          people: [person],
          days: range(start, Math.min(end, days.length - 1)),
          count: (shift) => countedHours(shift, settings),
        });
        return {
          kind: "hours",
          text: {
            zh: `${row.name} ${said.zh}这一周不超过 ${most} 小时`,
            en: `${row.name}: ${most} hours in the week of ${said.en ?? ""}`,
          },
          people: [row.id],
          days: days.slice(Math.max(0, start), end + 1),
          rows: [rowOf(sum, { upper: most })],
        };
      }),
  );
}

/** True for those whose nights are held against each other. */
export function sharesNights(row: Row): boolean {
  return row.post === "officer" && !row.nightExempt;
}

/** The nights of two officers lie no further apart than allowed. */
export function fair(board: Board): Demand[] {
  const { rows: people, days, settings } = board.roster;
  const sharing = people.flatMap((row, person) => (sharesNights(row) ? [person] : []));
  if (sharing.length < 2) return [];
  const most = addColumn(board, { lower: 0, upper: days.length, integer: false, cost: 0 });
  const rows = sharing.flatMap((person) => {
    const above = sumOf(board, {
      people: [person],
      days: range(0, days.length - 1),
      count: atNight,
    });
    addTerm(above, most, -1);
    return [rowOf(above, { upper: 0, lower: -settings.maxNightGap })];
  });
  const text = {
    zh: `民警值夜相差不超过 ${settings.maxNightGap} 夜`,
    en: `Officers' nights at most ${settings.maxNightGap} apart`,
  };
  return [{ kind: "fair", text, people: [], days: [], rows }];
}
