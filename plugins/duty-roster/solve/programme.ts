import type { LinearModel, LinearRow } from "../../../app/engine/plugin/api";
import type { Roster } from "../roster";
import { layBoard, type Board, type PlanAsk } from "./board";
import { layCosts } from "./cost";
import type { Demand, DemandKind } from "./demand";
import { cover, led, opened, reach, skill } from "./demands/cover";
import { fair, hours, nights, overlaps, rest } from "./demands/load";
import { away, exempt, leave, locked, training } from "./demands/people";
import { layTrips, room, visits, type Trips } from "./demands/service";
import { addTerm, noSum, rowOf } from "./terms";

/** A roster to be made, as numbers: what may be chosen, what always holds, what is asked. */
export interface Programme {
  board: Board;
  trips: Trips;
  /** One word a day, shifts that do not overlap, villages within reach, what is counted. */
  frame: readonly LinearRow[];
  demands: readonly Demand[];
}

/** Writes down a roster's demands, without those that are given up for this once. Pure. */
export function writeProgramme(
  roster: Roster,
  { ask, given }: { ask: PlanAsk; given: ReadonlySet<DemandKind> },
): Programme {
  const board = layBoard(roster, ask);
  const counted = layCosts(board);
  const trips = layTrips(board);
  const demands = [
    ...[training, exempt, away, leave, locked].flatMap((write) => write(board)),
    ...[cover, led, skill, nights, rest, hours].flatMap((write) => write(board)),
    ...[room, reach, opened, fair].flatMap((write) => write(board)),
    ...visits(board, trips),
  ].filter(({ kind }) => !given.has(kind));
  const frame = [...oneWordEach(board), ...overlaps(board), ...trips.rows, ...counted];
  return { board, trips, frame, demands };
}

function oneWordEach({ choices }: Board): LinearRow[] {
  return choices.flat().map((day) => {
    const sum = noSum();
    for (const { column } of day) addTerm(sum, column, 1);
    return rowOf(sum, { lower: 1, upper: 1 });
  });
}

/** The programme with some of its demands; `free` asks only whether they can be met together. */
export function modelOf(
  { board, frame }: Programme,
  { demands, free }: { demands: readonly Demand[]; free: boolean },
): LinearModel {
  const columns = free ? board.columns.map((column) => ({ ...column, cost: 0 })) : board.columns;
  return { columns, rows: [...frame, ...demands.flatMap(({ rows }) => rows)] };
}
