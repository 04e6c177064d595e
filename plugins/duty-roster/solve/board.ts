import type { LinearColumn } from "../../../app/engine/plugin/api";
import { isOfficer, type Roster, type Row } from "../roster";
import { findKind, writeShift, type Shift } from "../shifts";

/** How a proposal is asked for. */
export interface PlanAsk {
  /** `plan` makes a roster; `mend` changes as few days of the present one as it can. */
  way: "plan" | "mend";
  /** The first day that may change; days before it have been worked. */
  from: number;
}

/** One word that one day of somebody may hold: 1 where it does. */
export interface Choice {
  column: number;
  shift: Shift;
  /** As it is stored. */
  text: string;
}

/** All choices of a roster, as columns of a linear programme. */
export interface Board {
  roster: Roster;
  ask: PlanAsk;
  columns: LinearColumn[];
  /** By row, then by day. */
  choices: Choice[][][];
}

/** Lays out what each day of each person may hold, at what cost. */
export function layBoard(roster: Roster, ask: PlanAsk): Board {
  const columns: LinearColumn[] = [];
  const choices = roster.rows.map((row) =>
    roster.days.map((_, index) =>
      wordsFor(roster, row, { index, ask }).map((shift): Choice => {
        columns.push({ lower: 0, upper: 1, integer: true, cost: 0 });
        return { column: columns.length - 1, shift, text: writeShift(shift) };
      }),
    ),
  );
  return { roster, ask, columns, choices };
}

/** A column of its own, for what is counted. */
export function addColumn(board: Board, column: LinearColumn): number {
  board.columns.push(column);
  return board.columns.length - 1;
}

/** True where a day stays as it is: it has been worked. */
export function isPast(board: Board, index: number): boolean {
  return index < board.ask.from;
}

function wordsFor(roster: Roster, row: Row, at: { index: number; ask: PlanAsk }): Shift[] {
  const now = row.shifts[at.index] ?? null;
  if (at.index < at.ask.from) return [now ?? plain("休")];
  const offered = offeredTo(roster, row);
  const isOffered = now === null || offered.some((one) => writeShift(one) === writeShift(now));
  return isOffered ? offered : [...offered, now];
}

/** What somebody of this post may be given. */
function offeredTo(roster: Roster, row: Row): Shift[] {
  const { minAuxiliaries } = roster.settings;
  const words = ["休"];
  if (isOfficer(row)) {
    words.push("值班", "白班", "备勤");
    if (roster.villages.length > 0) words.push("下村");
  } else {
    if (row.room === "") words.push("白班");
    if (minAuxiliaries > 0) words.push("值班");
  }
  if (row.room !== "") words.push("警务室");
  return words.map(plain);
}

function plain(word: string): Shift {
  const kind = findKind(word);
  if (kind === undefined) throw new Error(`a roster has the word ${word}`);
  return { kind, places: [] };
}
