import { isOfficer, type Roster } from "../roster";
import type { Shift } from "../shifts";
import { isTrip } from "./demands/service";
import type { Programme } from "./programme";

const CHOSEN = 0.5;

/** The roster that a solution of the programme stands for, with the villages of each trip. */
export function readProposal({ board, trips }: Programme, values: readonly number[]): Roster {
  const { roster } = board;
  const lines = board.choices.map((days) =>
    days.map(
      (choices) => choices.find(({ column }) => (values[column] ?? 0) > CHOSEN)?.shift ?? null,
    ),
  );
  roster.days.forEach((_, index) => {
    const wanted = [...(trips.columns.get(index) ?? [])]
      .filter(([, column]) => (values[column] ?? 0) > CHOSEN)
      .map(([village]) => village);
    for (const [person, row] of roster.rows.entries()) {
      const line = lines[person];
      const shift = line?.[index] ?? null;
      if (!line || shift === null || !isOfficer(row) || !isTrip(shift)) continue;
      const places = wanted.splice(0, roster.settings.villagesPerTrip);
      line[index] = { kind: shift.kind, places } satisfies Shift;
    }
  });
  const rows = roster.rows.map((row, person) => ({ ...row, shifts: lines[person] ?? row.shifts }));
  return { ...roster, rows };
}
