import type { LinearRow } from "../../../../app/engine/plugin/api";
import { sayDays } from "../../days";
import { visitSpans, wholeWeeks } from "../../conflicts/service";
import { isOfficer, shiftAt, type Row } from "../../roster";
import type { Shift } from "../../shifts";
import { addColumn, isPast, type Board } from "../board";
import type { Demand } from "../demand";
import { addDay, addTerm, noSum, peopleWhere, range, rowOf, sumOf } from "../terms";

const WORKDAYS = 5;
const isApart = ({ kind }: Shift): boolean =>
  kind.word === "请假" || kind.word === "培训" || kind.word === "休";

/** Who keeps a police room is there on enough workdays of each week. */
export function room(board: Board): Demand[] {
  const { roster } = board;
  const least = roster.settings.roomDaysPerWeek;
  return roster.rows.flatMap((row, person) => {
    if (row.room === "" || !row.trained) return [];
    return wholeWeeks(roster, row)
      .filter(({ end }) => !isPast(board, end))
      .flatMap(({ start }): Demand[] => {
        const rows = roomRows(board, { person, row, start });
        if (rows.length === 0) return [];
        const day = roster.days[Math.max(0, start)] ?? "";
        const said = sayDays([day]);
        return [
          {
            kind: "room",
            text: {
              zh: `${row.name} ${said.zh}这一周在${row.room}警务室 ${least} 个工作日`,
              en: `${row.name} keeps ${row.room} ${least} workdays in the week of ${said.en ?? ""}`,
            },
            people: [row.id],
            days: roster.days.slice(Math.max(0, start), start + WORKDAYS),
            rows,
          },
        ];
      });
  });
}

/** Enough days at the room, or, where leave does not leave enough, none of the week's others worked elsewhere. */
function roomRows(
  board: Board,
  { person, row, start }: { person: number; row: Row; start: number },
): LinearRow[] {
  const least = board.roster.settings.roomDaysPerWeek;
  const days = range(start, start + WORKDAYS - 1);
  const kept = sumOf(board, {
    people: [person],
    days,
    count: (shift) => (shift.kind.word === "警务室" ? 1 : 0),
  });
  const free = days.filter((index) => {
    const word = shiftAt(row, index)?.kind.word;
    const date = Number(board.roster.days[index]?.slice(8));
    return word !== "请假" && word !== "培训" && !row.away.has(date);
  });
  if (free.length >= least) return [rowOf(kept, { lower: least })];
  // The week may be one of absence as a whole: 1 where it is.
  const absent = addColumn(board, { lower: 0, upper: 1, integer: true, cost: 0 });
  addTerm(kept, absent, least);
  const worked = sumOf(board, {
    people: [person],
    days,
    count: (shift) => (isApart(shift) ? 0 : 1),
  });
  addTerm(worked, absent, WORKDAYS);
  return [rowOf(kept, { lower: least }), rowOf(worked, { upper: WORKDAYS })];
}

/** Which villages are visited on a day by those whose day has no places yet: by day, then by village. */
export interface Trips {
  columns: Map<number, Map<string, number>>;
  /** So many villages for each such day of an officer; holds in any case. */
  rows: LinearRow[];
}

/** The trips of all days that may change. */
export function layTrips(board: Board): Trips {
  const { roster } = board;
  const officers = peopleWhere(board, isOfficer);
  const columns = new Map<number, Map<string, number>>();
  const rows = roster.days.flatMap((_, index): LinearRow[] => {
    if (isPast(board, index) || roster.villages.length === 0) return [];
    const taken = noSum();
    const here = new Map<string, number>();
    for (const village of roster.villages) {
      const column = addColumn(board, { lower: 0, upper: 1, integer: true, cost: 0.01 });
      here.set(village, column);
      addTerm(taken, column, 1);
    }
    columns.set(index, here);
    const most = -roster.settings.villagesPerTrip;
    for (const person of officers) {
      addDay(taken, board, { person, index, count: (shift) => (isTrip(shift) ? most : 0) });
    }
    return [rowOf(taken, { upper: 0 })];
  });
  return { columns, rows };
}

/** A day in the villages whose places are still to be said. */
export function isTrip({ kind, places }: Shift): boolean {
  return kind.word === "下村" && places.length === 0;
}

/** Every village is visited often enough. */
export function visits(board: Board, trips: Trips): Demand[] {
  const { roster } = board;
  const { minVisitsPerWeek: least, visitWeeks } = roster.settings;
  const officers = peopleWhere(board, isOfficer);
  return visitSpans(roster)
    .filter(({ end }) => !isPast(board, end))
    .flatMap((span) =>
      roster.villages.map((village): Demand => {
        const visited = noSum();
        const rows = range(span.start, span.end).map((index) => {
          const seen = addColumn(board, { lower: 0, upper: 1, integer: false, cost: 0 });
          addTerm(visited, seen, 1);
          const without = noSum();
          addTerm(without, seen, 1);
          const trip = trips.columns.get(index)?.get(village);
          if (trip !== undefined) addTerm(without, trip, -1);
          for (const person of officers) {
            addDay(without, board, {
              ...{ person, index },
              count: (shift, row) => (isThere(shift, row, village) ? -1 : 0),
            });
          }
          return rowOf(without, { upper: 0 });
        });
        const [day = ""] = roster.days.slice(span.start);
        const said = sayDays([day]);
        return {
          kind: "visits",
          text: {
            zh: `${village} ${said.zh}起 ${visitWeeks * 7} 天里走访 ${least} 次`,
            en: `${village} visited ${least} times within ${visitWeeks * 7} days from ${said.en ?? ""}`,
          },
          people: [],
          days: roster.days.slice(span.start, span.end + 1),
          rows: [...rows, rowOf(visited, { lower: least })],
        };
      }),
    );
}

function isThere(shift: Shift, row: Row, village: string): boolean {
  if (!shift.kind.placed || isTrip(shift)) return false;
  return (shift.places.length > 0 ? shift.places : [row.room]).includes(village);
}
