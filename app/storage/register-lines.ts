import type { Instant } from "../engine/time/types";
import { loadCaseKeys } from "./case-keys";
import { unsealJson } from "./cipher";
import type { Database } from "./database";
import { REGISTER_CLASS } from "./matter-rows";
import { marks, runInParts } from "./query";

/** One line of a register (台账) without its words: never changed, never taken out. */
export interface StoredLine {
  caseId: string;
  seq: number;
  line: number;
  /** When the step happened. */
  at: Instant;
  unit: string;
  year: number;
  /** It corrects the matter's line before it. */
  correction: boolean;
}

/** A register of one machine. */
export interface RegisterName {
  package: string;
  register: string;
}

/** All lines of a register for some units and years, in the order in which they were written down. */
export async function listRegisterLines(
  db: Database,
  book: RegisterName & { units: readonly string[]; years: readonly number[] },
): Promise<StoredLine[]> {
  const { units, years } = book;
  const rows = await db.run<Omit<StoredLine, "correction"> & { correction: number }>(
    `select r.case_id as "caseId", r.seq, r.line, r.at, r.unit_id as unit, r.year, r.correction
     from register_lines r join case_events e on e.case_id = r.case_id and e.seq = r.seq
     where r.package = ? and r.register = ? and r.year in (${marks(years.length)})
       and r.unit_id in (${marks(units.length)})
     order by e.at, r.case_id, r.seq, r.line`,
    [book.package, book.register, ...years, ...units],
  );
  return rows.map((row) => ({ ...row, correction: row.correction === 1 }));
}

/** The books in which these matters have lines of earlier years. */
export async function findEarlierBooks(
  db: Database,
  { cases, before, ...name }: RegisterName & { cases: readonly string[]; before: number },
): Promise<{ unit: string; year: number }[]> {
  const books = await runInParts(
    cases,
    (part) =>
      db.run<{ unit: string; year: number }>(
        `select distinct unit_id as unit, year from register_lines
         where package = ? and register = ? and year < ? and case_id in (${marks(part.length)})`,
        [name.package, name.register, before, ...part],
      ),
    PART,
  );
  return [...new Map(books.map((book) => [`${book.unit}/${book.year}`, book])).values()];
}

/** So many matters in a statement, beside the name of the book. */
const PART = 20_000;

/** What is written in these lines: column → text, in their order. */
export async function readCells(
  db: Database,
  { lines, ...name }: RegisterName & { lines: readonly StoredLine[] },
): Promise<Record<string, string>[]> {
  const cases = [...new Set(lines.map(({ caseId }) => caseId))];
  const keys = await loadCaseKeys(db.run, { keyRing: db.keyRing, cases });
  const rows = await runInParts(
    cases,
    (part) =>
      db.run<Pick<StoredLine, "caseId" | "seq" | "line"> & { cells: Buffer }>(
        `select case_id as "caseId", seq, line, cells from register_lines
         where package = ? and register = ? and case_id in (${marks(part.length)})`,
        [name.package, name.register, ...part],
      ),
    PART,
  );
  const sealed = new Map(rows.map((row) => [placeOf(row), row.cells]));
  return lines.map((line) => {
    const key = keys.get({ caseId: line.caseId, retentionClass: REGISTER_CLASS });
    const cells = sealed.get(placeOf(line));
    if (cells === undefined) throw new Error(`no register line ${placeOf(line)}`);
    return unsealJson(key, `register_lines.cells/${placeOf(line)}`, cells) as Record<
      string,
      string
    >;
  });
}

function placeOf({ caseId, seq, line }: Pick<StoredLine, "caseId" | "seq" | "line">): string {
  return `${caseId}/${seq}/${line}`;
}
