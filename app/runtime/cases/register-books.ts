import { isInForce, isInScope, type Assignment } from "../../engine/person";
import type { ReaderRoles } from "../../engine/projection/visibility";
import type { Text } from "../../engine/text";
import { dayOf } from "../../engine/time/zone";
import type { Workflow } from "../../engine/workflow";
import { findWhereabouts } from "../../storage/case-briefs";
import {
  findEarlierBooks,
  listRegisterLines,
  type RegisterName,
  type StoredLine,
} from "../../storage/register-lines";
import type { CaseParts, Reader } from "./case-parts";
import { numberLines, type NumberedLine } from "./number-lines";

/** A register of a package, as it is defined for the reader's place today. */
export interface Book {
  id: string;
  title: Text;
  workflow: Workflow;
  register: string;
}

/** The registers of every package in which one of the person's roles has something to do. */
export async function findBooks(parts: CaseParts, reader: Reader): Promise<Book[]> {
  const roles = new Set(heldNow(parts, reader).map(({ role }) => role));
  const [place] = parts.directory().placesOf(reader.person, parts.now());
  const books: Book[] = [];
  for (const id of parts.definitions.packages) {
    const day = dayOf(parts.now());
    const resolved = await parts.definitions.resolve({
      package: id,
      place: place?.code ?? "",
      day,
    });
    if (!resolved.ok || !takesPart(resolved.value, roles)) continue;
    const workflow = resolved.value;
    for (const [register, { title }] of Object.entries(workflow.source.registers ?? {})) {
      books.push({ id: `${id}.${register}`, title, workflow, register });
    }
  }
  return books;
}

function takesPart(workflow: Workflow, roles: ReaderRoles): boolean {
  const events = [...workflow.machine.states.values()].flatMap((state) =>
    Object.values(state.meta?.events ?? {}),
  );
  return [workflow.source.start, ...events].some((meta) =>
    meta.roles.some((role) => roles.has(role)),
  );
}

/** The assignments that this person holds now. */
export function heldNow(parts: CaseParts, reader: Reader): Assignment[] {
  return reader.person.assignments.filter((held) => isInForce(held, parts.now()));
}

/**
 * Lines stand in their owner's book; which of them the reader may see is decided by the matter's place. They are
 * numbered before the others are left out: a number is the same for every reader.
 */
export async function linesInScope(
  parts: CaseParts,
  ask: { book: Book; held: readonly Assignment[]; year: number },
): Promise<NumberedLine[]> {
  const { book, held, year } = ask;
  const name = nameIn(book);
  const all = parts.directory().units.map(({ id }) => id);
  const units = all.filter((id) => mayOwn(parts, id, held));
  const lines = await listRegisterLines(parts.database, { ...name, units, years: [year] });
  const ids = [...new Set(lines.map(({ caseId }) => caseId))];
  const matters = await findWhereabouts(parts.database, ids);
  const seen = new Set(
    matters.filter((matter) => held.some((one) => isInScope(one, matter))).map(({ id }) => id),
  );
  const numbered = numberLines(await withEarlierBooks(parts, { name, lines, year }));
  return numbered
    .filter((line) => line.year === year && units.includes(line.unit))
    .filter(({ shown }) => seen.has(shown.caseId))
    .sort((a, b) => units.indexOf(a.unit) - units.indexOf(b.unit) || a.number - b.number);
}

/** A correction may stand in another year's or another unit's book than the line it corrects: then that is read too. */
async function withEarlierBooks(
  parts: CaseParts,
  ask: { name: RegisterName; lines: StoredLine[]; year: number },
): Promise<StoredLine[]> {
  const { name, lines, year } = ask;
  const cases = [...new Set(lines.filter((line) => line.correction).map(({ caseId }) => caseId))];
  if (cases.length === 0) return lines;
  const books = await findEarlierBooks(parts.database, { ...name, cases, before: year });
  if (books.length === 0) return lines;
  const earlier = await listRegisterLines(parts.database, {
    ...name,
    units: [...new Set(books.map(({ unit }) => unit))],
    years: [...new Set(books.map((book) => book.year))],
  });
  return [...earlier, ...lines];
}

/** What its lines are stored under. */
export function nameIn({ workflow, register }: Book): RegisterName {
  return { package: workflow.id, register };
}

/** Units whose book can hold a line in the reader's scope: their own, and those that cover the same places. */
function mayOwn(parts: CaseParts, unit: string, held: readonly Assignment[]): boolean {
  const covers = parts.directory().findScope(unit)?.covers ?? [];
  return held.some(
    (one) =>
      one.unit.within.includes(unit) ||
      covers.some((prefix) =>
        one.unit.covers.some((mine) => mine.startsWith(prefix) || prefix.startsWith(mine)),
      ),
  );
}
