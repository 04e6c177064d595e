import type { Text } from "../../../../app/engine/plugin/api";
import { sayDays } from "../../days";
import type { Row } from "../../roster";
import { writeShift, type Shift } from "../../shifts";
import { isPast, type Board } from "../board";
import type { Demand, DemandKind } from "../demand";
import { noSum, addTerm, rowOf, sumOf } from "../terms";

/** Nobody serves before the training is passed. */
export function training(board: Board): Demand[] {
  return never(board, "training", {
    who: (row) => !row.trained,
    what: (shift) => shift.kind.serves,
    text: ({ name }) => ({
      zh: `${name}还没有培训合格，不能排班`,
      en: `${name} has not passed the training`,
    }),
  });
}

/** Who is exempt from nights has none. */
export function exempt(board: Board): Demand[] {
  return never(board, "exempt", {
    who: (row) => row.nightExempt,
    what: (shift) => shift.kind.night,
    text: ({ name }) => ({ zh: `${name}免夜班`, en: `${name} is exempt from nights` }),
  });
}

function never(
  board: Board,
  kind: DemandKind,
  {
    who,
    what,
    text,
  }: { who: (row: Row) => boolean; what: (s: Shift) => boolean; text: (row: Row) => Text },
): Demand[] {
  return board.roster.rows.flatMap((row, person): Demand[] => {
    if (!who(row)) return [];
    const rows = board.roster.days.flatMap((_, index) => {
      if (isPast(board, index)) return [];
      const count = (shift: Shift): number => (what(shift) ? 1 : 0);
      return [rowOf(sumOf(board, { people: [person], days: [index], count }), { upper: 0 })];
    });
    return [{ kind, text: text(row), people: [row.id], days: [], rows }];
  });
}

/** Days on which somebody said that they cannot come. */
export function away(board: Board): Demand[] {
  return board.roster.rows.flatMap((row, person): Demand[] => {
    const found = board.roster.days.flatMap((day, index) =>
      row.away.has(Number(day.slice(8))) && !isPast(board, index) ? [{ day, index }] : [],
    );
    if (found.length === 0) return [];
    const days = found.map(({ day }) => day);
    const rows = found.map(({ index }) => {
      const count = (shift: Shift): number => (shift.kind.serves ? 1 : 0);
      return rowOf(sumOf(board, { people: [person], days: [index], count }), { upper: 0 });
    });
    const said = sayDays(days);
    const text = {
      zh: `${row.name} ${said.zh}来不了`,
      en: `${row.name} cannot come on ${said.en ?? ""}`,
    };
    return [{ kind: "away", text, people: [row.id], days, rows }];
  });
}

/** Leave and training that stand on the roster stay. */
export function leave(board: Board): Demand[] {
  return board.roster.rows.flatMap((row, person) =>
    ["请假", "培训"].flatMap((word): Demand[] => {
      const found = stays(board, person, (shift) => shift.kind.word === word);
      if (found.length === 0) return [];
      const days = found.map(({ day }) => day);
      const said = sayDays(days);
      const en = word === "请假" ? "is on leave" : "is in training";
      return [
        {
          kind: "leave",
          text: {
            zh: `${row.name} ${said.zh}${word}`,
            en: `${row.name} ${en} on ${said.en ?? ""}`,
          },
          people: [row.id],
          days,
          rows: found.map(({ row: one }) => one),
        },
      ];
    }),
  );
}

/** Days that were locked by hand, each for itself. */
export function locked(board: Board): Demand[] {
  return board.roster.rows.flatMap((row, person) =>
    stays(board, person, (_, date) => row.locked.has(date)).map(
      ({ day, shift, row: one }): Demand => {
        const said = sayDays([day]);
        return {
          kind: "locked",
          text: {
            zh: `${row.name} ${said.zh}${shift.kind.word}锁定不动`,
            en: `${row.name}: ${shift.kind.en} on ${said.en ?? ""} stays`,
          },
          people: [row.id],
          days: [day],
          rows: [one],
        };
      },
    ),
  );
}

/** The present shifts of somebody that must stay, each as a row. */
function stays(board: Board, person: number, which: (shift: Shift, date: number) => boolean) {
  const row = board.roster.rows[person];
  return board.roster.days.flatMap((day, index) => {
    const shift = row?.shifts[index] ?? null;
    if (shift === null || isPast(board, index) || !which(shift, Number(day.slice(8)))) return [];
    const written = writeShift(shift);
    const choice = board.choices[person]?.[index]?.find(({ text }) => text === written);
    if (choice === undefined) return [];
    const sum = noSum();
    addTerm(sum, choice.column, 1);
    return [{ day, shift, row: rowOf(sum, { lower: 1 }) }];
  });
}
