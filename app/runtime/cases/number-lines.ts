import type { Instant } from "../../engine/time/types";
import type { StoredLine } from "../../storage/register-lines";

/** Where a line stands: each unit has a book of its own every year, with its own running numbers. */
export interface LinePlace {
  unit: string;
  year: number;
  number: number;
}

/** A line as its book shows it. */
export interface NumberedLine extends LinePlace {
  /** When its first step happened: the month under which it stands. */
  begun: Instant;
  /** The newest that was written into it. */
  shown: StoredLine;
  /** The line that this one corrects. */
  corrects: LinePlace | null;
  /** A later line corrects it. */
  corrected: boolean;
}

/**
 * Numbers the lines of whole books, given in the order in which they were written down. A matter has one line in
 * a book: what is written later stands in its place and keeps its number. A correction begins a new line and names
 * the matter's line before it, which stays as it was; what follows is written into the new one. Pure.
 */
export function numberLines(lines: readonly StoredLine[]): NumberedLine[] {
  const counts = new Map<string, number>();
  const newest = new Map<string, NumberedLine>();
  const numbered: NumberedLine[] = [];
  for (const line of lines) {
    const { caseId, unit, year } = line;
    const before = newest.get(caseId);
    const corrects = line.correction ? before : undefined;
    if (before?.unit === unit && before.year === year && corrects === undefined) {
      before.shown = line;
      continue;
    }
    const book = `${unit}/${year}`;
    const number = (counts.get(book) ?? 0) + 1;
    counts.set(book, number);
    const place = corrects && { unit: corrects.unit, year: corrects.year, number: corrects.number };
    const one: NumberedLine = {
      ...{ unit, year, number, begun: line.at, shown: line },
      corrects: place ?? null,
      corrected: false,
    };
    if (corrects !== undefined) corrects.corrected = true;
    newest.set(caseId, one);
    numbered.push(one);
  }
  return numbered;
}
