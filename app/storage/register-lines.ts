import type { Instant } from "../engine/time/types";
import { loadCaseKeys } from "./case-keys";
import { unsealJson } from "./cipher";
import type { Database } from "./database";
import { REGISTER_CLASS } from "./matter-rows";
import { marks } from "./query";

/** One line of a register (台账): never changed; a correction is a later line of the same matter. */
export interface StoredLine {
  caseId: string;
  seq: number;
  /** When the step happened. */
  at: Instant;
  unit: string;
  cells: Record<string, string>;
}

/** All lines of a register for some units and one year, oldest first. */
export async function listRegisterLines(
  db: Database,
  book: { package: string; register: string; units: readonly string[]; year: number },
): Promise<StoredLine[]> {
  const rows = await db.run<Omit<StoredLine, "cells"> & { line: number; cells: Buffer }>(
    `select case_id as "caseId", seq, line, at, unit_id as unit, cells from register_lines
     where package = ? and register = ? and year = ? and unit_id in (${marks(book.units.length)})
     order by at, case_id, seq, line`,
    [book.package, book.register, book.year, ...book.units],
  );
  const cases = rows.map(({ caseId }) => caseId);
  const keys = await loadCaseKeys(db.run, { keyRing: db.keyRing, cases });
  return rows.map(({ line, cells, ...rest }) => {
    const key = keys.get({ caseId: rest.caseId, retentionClass: REGISTER_CLASS });
    const about = `register_lines.cells/${rest.caseId}/${rest.seq}/${line}`;
    return { ...rest, cells: unsealJson(key, about, cells) as Record<string, string> };
  });
}
