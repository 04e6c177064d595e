import type { LinearRow } from "../../../app/engine/plugin/api";
import { shiftAt, type Row } from "../roster";
import type { Shift } from "../shifts";
import type { Board } from "./board";

/** A sum of columns and of what is already settled. */
export interface Sum {
  constant: number;
  values: Map<number, number>;
}

/** A sum of nothing. */
export function noSum(): Sum {
  return { constant: 0, values: new Map() };
}

/** Adds so much of a column. */
export function addTerm(sum: Sum, column: number, value: number): void {
  sum.values.set(column, (sum.values.get(column) ?? 0) + value);
}

/** What a day of somebody counts for; days before the roster are settled. */
export function addDay(
  sum: Sum,
  board: Board,
  at: { person: number; index: number; count: (shift: Shift, row: Row) => number },
): void {
  const row = board.roster.rows[at.person];
  if (row === undefined) return;
  if (at.index < 0) {
    const before = shiftAt(row, at.index);
    sum.constant += before === null ? 0 : at.count(before, row);
    return;
  }
  for (const { column, shift } of board.choices[at.person]?.[at.index] ?? []) {
    const value = at.count(shift, row);
    if (value !== 0) addTerm(sum, column, value);
  }
}

/** The sum of some days of some people. */
export function sumOf(
  board: Board,
  what: {
    people: readonly number[];
    days: readonly number[];
    count: (shift: Shift, row: Row) => number;
  },
): Sum {
  const sum = noSum();
  for (const person of what.people) {
    for (const index of what.days) addDay(sum, board, { person, index, count: what.count });
  }
  return sum;
}

/** The sum between its limits, as a row of the programme. */
export function rowOf(sum: Sum, limits: { lower?: number; upper?: number }): LinearRow {
  return {
    lower: limits.lower === undefined ? -Infinity : limits.lower - sum.constant,
    upper: limits.upper === undefined ? Infinity : limits.upper - sum.constant,
    columns: [...sum.values.keys()],
    values: [...sum.values.values()],
  };
}

/** Numbers of the rows for which something holds. */
export function peopleWhere(board: Board, holds: (row: Row) => boolean): number[] {
  return board.roster.rows.flatMap((row, person) => (holds(row) ? [person] : []));
}

/** The numbers from the first up to the last, both among them. */
export function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
}
