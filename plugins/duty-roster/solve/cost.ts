import { weekdayOf, weeksOf } from "../days";
import { countedHours } from "../hours";
import { isOfficer, type Row } from "../roster";
import { writeShift, type Shift } from "../shifts";
import type { LinearRow } from "../../../app/engine/plugin/api";
import { addColumn, isPast, type Board } from "./board";
import { sharesNights } from "./demands/load";
import { addTerm, range, rowOf, sumOf, type Sum } from "./terms";

/** What a proposal is weighed by. One unlike day in a present roster outweighs everything else where it is only mended. */
const COSTS = {
  changed: { plan: 1, mend: 100 },
  weekendDay: 2,
  standby: 0.6,
  trip: 0.4,
  office: 0.2,
  chiefNight: 4,
  hourShort: 0.4,
  nightAbove: 6,
  nightGap: 12,
  weekendGap: 8,
};

const atNight = (shift: Shift): number => (shift.kind.night ? 1 : 0);
const onDuty = (shift: Shift): number => (shift.kind.serves ? 1 : 0);

/** Prices all choices, and adds what is counted for it. The rows hold in any case. */
export function layCosts(board: Board): LinearRow[] {
  priceDays(board);
  const shared = [
    ...spread(board, { who: sharesNights, what: "nights" }),
    ...spread(board, { who: isOfficer, what: "weekends" }),
    ...spread(board, { who: (row) => !isOfficer(row), what: "weekends" }),
  ];
  return board.ask.way === "mend" ? shared : [...shared, ...usualWeeks(board)];
}

function priceDays(board: Board): void {
  const { roster, ask, choices, columns } = board;
  roster.rows.forEach((row, person) => {
    roster.days.forEach((_, index) => {
      const now = row.shifts[index] ?? null;
      for (const { column, shift, text } of choices[person]?.[index] ?? []) {
        const isOther = now !== null && text !== writeShift(now);
        const cost = priceOf(board, { row, index, shift }) + (isOther ? COSTS.changed[ask.way] : 0);
        columns[column] = { lower: 0, upper: 1, integer: true, cost };
      }
    });
  });
}

function priceOf(
  board: Board,
  { row, index, shift }: { row: Row; index: number; shift: Shift },
): number {
  const { word, night, serves } = shift.kind;
  if (night) return row.post === "chief" ? COSTS.chiefNight : 0;
  if (!serves) return 0;
  const weekend = isWeekend(board, index) ? COSTS.weekendDay : 0;
  if (word === "备勤") return COSTS.standby + weekend;
  if (word === "下村") return COSTS.trip + weekend;
  return (word === "白班" ? COSTS.office : 0) + weekend;
}

/** Nobody is far below a usual week; who is away or not trained is not counted. */
function usualWeeks(board: Board): LinearRow[] {
  const { roster } = board;
  const { settings, days } = roster;
  const usual = Math.min(settings.usualHoursWeek, settings.maxHoursWeek);
  return roster.rows.flatMap((row, person) =>
    row.trained
      ? weeksOf(days).flatMap(({ start, end }): LinearRow[] => {
          const here = range(Math.max(0, start), Math.min(end, days.length - 1));
          const free = here.filter((i) => !isWeekend(board, i) && isFree(board, row, i));
          const wanted = Math.floor((usual * free.length) / 5);
          if (wanted === 0) return [];
          const sum = sumOf(board, {
            people: [person],
            days: here,
            count: (shift) => countedHours(shift, settings),
          });
          addTerm(
            sum,
            addColumn(board, { lower: 0, upper: wanted, integer: false, cost: COSTS.hourShort }),
            1,
          );
          return [rowOf(sum, { lower: wanted })];
        })
      : [],
  );
}

/** Nights or weekends, with those of the quarter so far, lie close together and none far above the mean. */
function spread(
  board: Board,
  { who, what }: { who: (row: Row) => boolean; what: "nights" | "weekends" },
): LinearRow[] {
  const { rows: people, days, settings } = board.roster;
  const sharing = people.flatMap((row, person) => (who(row) && row.trained ? [person] : []));
  if (sharing.length < 2) return [];
  const gap = what === "nights" ? COSTS.nightGap : COSTS.weekendGap;
  const all = { lower: 0, upper: Infinity, integer: false };
  const most = addColumn(board, { ...all, cost: gap });
  const least = addColumn(board, { ...all, cost: -gap, upper: days.length * 4 });
  const counted = range(0, days.length - 1).filter((i) => what === "nights" || isWeekend(board, i));
  const before = sharing.reduce((sum, person) => sum + (people[person]?.carried[what] ?? 0), 0);
  const needed = what === "nights" ? settings.minOfficers * days.length : 0;
  const mean = Math.ceil((before + needed) / sharing.length);
  return sharing.flatMap((person) => {
    const sum = (): Sum => {
      const all = sumOf(board, {
        people: [person],
        days: counted,
        count: what === "nights" ? atNight : onDuty,
      });
      all.constant += people[person]?.carried[what] ?? 0;
      return all;
    };
    const [above, below] = [sum(), sum()];
    addTerm(above, most, -1);
    addTerm(below, least, -1);
    const rows = [rowOf(above, { upper: 0 }), rowOf(below, { lower: 0 })];
    if (what === "weekends") return rows;
    const excess = sum();
    addTerm(excess, addColumn(board, { ...all, cost: COSTS.nightAbove }), -1);
    return [...rows, rowOf(excess, { upper: mean })];
  });
}

function isFree(board: Board, row: Row, index: number): boolean {
  const word = row.shifts[index]?.kind.word;
  const date = Number(board.roster.days[index]?.slice(8));
  return !isPast(board, index) && word !== "请假" && !row.away.has(date);
}

function isWeekend(board: Board, index: number): boolean {
  return weekdayOf(board.roster.days[index] ?? "") > 5;
}
