import type { Day } from "../engine/time/types";
import { sealJson, unsealJson } from "./cipher";
import type { Database } from "./database";
import { inTransaction, marks, upsert } from "./query";
import type { RegisterName } from "./register-lines";

/** A line of a paper book from before: it has its own number and belongs to no matter. */
export interface OldLine extends RegisterName {
  unit: string;
  year: number;
  /** As it stands in the paper book. */
  number: string;
  day: Day;
  /** Column → text. */
  cells: Record<string, string>;
}

/** Adds lines, or replaces those with the same number in the same book; all or none. */
export async function saveOldLines(db: Database, lines: readonly OldLine[]): Promise<void> {
  await inTransaction(db.knex, (run) =>
    upsert(run, {
      table: "old_register_lines",
      key: ["package", "register", "unit_id", "year", "number"],
      rows: lines.map((line) => ({
        package: line.package,
        register: line.register,
        unit_id: line.unit,
        year: line.year,
        number: line.number,
        day: line.day,
        cells: sealJson(db.ownKey, placeOf(line), line.cells),
      })),
    }),
  );
}

/** The lines of some units' books of one year, by unit, day and number. */
export async function listOldLines(
  db: Database,
  { units, year, ...name }: RegisterName & { units: readonly string[]; year: number },
): Promise<OldLine[]> {
  const rows = await db.run<Omit<OldLine, "cells" | keyof RegisterName> & { cells: Buffer }>(
    `select unit_id as unit, year, number, day, cells from old_register_lines
     where package = ? and register = ? and year = ? and unit_id in (${marks(units.length)})
     order by unit_id, day, number`,
    [name.package, name.register, year, ...units],
  );
  return rows.map(({ cells, ...row }) => {
    const line = { ...name, ...row };
    const text = unsealJson(db.ownKey, placeOf(line), cells);
    return { ...line, cells: text as Record<string, string> };
  });
}

function placeOf(line: Omit<OldLine, "cells" | "day">): string {
  const { package: of, register, unit, year, number } = line;
  return `old_register_lines.cells/${[of, register, unit, year, number].join("/")}`;
}
