import { refuse } from "../../engine/errors";
import { isInScope, type Assignment } from "../../engine/person";
import { templateContext } from "../../engine/projection/context";
import { coverPeople, namesInCell, peopleNamed } from "../../engine/projection/cover-people";
import { maskNames } from "../../engine/projection/mask-names";
import { WITHHELD } from "../../engine/projection/register";
import { fillTemplate, placeholdersOf } from "../../engine/projection/template";
import { isVisiblePath } from "../../engine/projection/visibility";
import type { Text } from "../../engine/text";
import type { Day } from "../../engine/time/types";
import { dayOf } from "../../engine/time/zone";
import type { Workflow } from "../../engine/workflow";
import type { ColumnSource } from "../../engine/workflow-source";
import { listOldLines } from "../../storage/old-register-lines";
import { readCells } from "../../storage/register-lines";
import type { OldRegisterRow, RegisterView, Result } from "../api";
import { noteRead, type CaseParts, type Reader } from "./case-parts";
import type { NumberedLine } from "./number-lines";
import { makeReading, visibleScope, wholeScope, type Reading } from "./reading";
import { findBooks, heldNow, linesInScope, nameIn, type Book } from "./register-books";

/** More lines than that are neither read nor printed at a sitting. */
export const MOST_LINES = 5_000;

/** The registers of the packages that this person has to do with. */
export async function readRegisters(
  parts: CaseParts,
  reader: Reader,
): Promise<{ id: string; title: Text }[]> {
  const books = await findBooks(parts, reader);
  return books.map(({ id, title }) => ({ id, title }));
}

/**
 * One register for one year or a month of it, book by book: the lines of the matters in the reader's scope with their running
 * numbers, and the corrections with the number of the line that each corrects. Names are masked; a cell made from
 * something that the reader may not see is written anew from what they may. Refuses `case/no-register`, and
 * `case/register-too-long` beyond `MOST_LINES`.
 */
export async function readRegister(
  parts: CaseParts,
  reader: Reader,
  ask: { id: string; year: number; month?: number | undefined },
): Promise<Result<RegisterView>> {
  const books = await findBooks(parts, reader);
  const book = books.find(({ id }) => id === ask.id);
  const source = book?.workflow.source.registers?.[book.register];
  if (book === undefined || source === undefined) {
    return { ok: false, refusal: refuse("case/no-register", { register: ask.id }) };
  }
  const held = heldNow(parts, reader);
  const columns = Object.entries(source.columns).sort(([, a], [, b]) => a.order - b.order);
  const { year, month = null } = ask;
  const inMonth = (day: Day): boolean => month === null || Number(day.slice(5, 7)) === month;
  const ofYear = await linesInScope(parts, { book, held, year });
  const lines = ofYear.filter(({ begun }) => inMonth(dayOf(begun)));
  const old = await oldRowsFor(parts, { book, held, year });
  const oldRows = old.filter(({ day }) => inMonth(day));
  const count = lines.length + oldRows.length;
  if (count > MOST_LINES) {
    const params = { title: source.title, count, most: MOST_LINES };
    return { ok: false, refusal: refuse("case/register-too-long", params) };
  }
  const cells = await cellsFor(parts, reader, { book, held, lines });
  await noteRead(parts, { reader, act: "register.read", caseId: null, what: ask.id });
  return {
    ok: true,
    value: {
      title: source.title,
      unitName: held[0]?.unit.name ?? "",
      ...{ year, month },
      columns: columns.map(([key, { title, width }]) => ({
        key,
        title,
        ...(width === undefined ? {} : { width }),
      })),
      rows: lines.map(({ number, unit, shown, corrects }, i) => ({
        caseId: shown.caseId,
        unitName: nameOf(parts, unit),
        number,
        corrects: corrects && {
          number: corrects.number,
          year: corrects.year,
          unitName: corrects.unit === unit ? null : nameOf(parts, corrects.unit),
        },
        cells: cells[i] ?? {},
      })),
      oldRows,
      masked: columns.some(([, column]) => column.mask === true),
    },
  };
}

/** What this reader finds in the cells of each line. */
async function cellsFor(
  parts: CaseParts,
  reader: Reader,
  ask: { book: Book; held: readonly Assignment[]; lines: readonly NumberedLine[] },
): Promise<Record<string, string>[]> {
  const { book, held, lines } = ask;
  const shown = lines.map((line) => line.shown);
  const ids = [...new Set(shown.map(({ caseId }) => caseId))];
  const { cases } = await parts.store.read({ cases: ids, commands: [], sequences: [] });
  const stored = await readCells(parts.database, { ...nameIn(book), lines: shown });
  const columns = Object.entries(book.workflow.source.registers?.[book.register]?.columns ?? {});
  const written: Record<string, string>[] = [];
  for (const [i, { corrected, shown }] of lines.entries()) {
    const matter = cases.get(shown.caseId);
    if (matter === undefined) throw new Error(`a register line of no matter: ${shown.caseId}`);
    const where = { place: matter.place.code, owner: matter.owner.id };
    const used = held.filter((one) => isInScope(one, where));
    const reading = makeReading({
      workflow: await parts.definitions.get(matter.hash),
      matter,
      person: reader.person,
      roles: new Set(used.map(({ role }) => role)),
      held: used,
      language: "zh",
      now: parts.now(),
    });
    const line = stored[i] ?? {};
    const names = namesOfLine(reading, columns, line);
    const cells = columns.map(([key, column]): [string, string] => [
      key,
      showCell(reading, column, { stored: line[key] ?? "", corrected, names }),
    ]);
    written.push(Object.fromEntries(cells));
  }
  return written;
}

/** Old lines lie in no village: they are for who works for the unit whose book it was, or above it. */
async function oldRowsFor(
  parts: CaseParts,
  ask: { book: Book; held: readonly Assignment[]; year: number },
): Promise<OldRegisterRow[]> {
  const { book, held, year } = ask;
  const { workflow, register } = book;
  const units = [...new Set(held.flatMap(({ unit }) => unit.within))];
  const lines = await listOldLines(parts.database, { ...nameIn(book), units, year });
  const columns = Object.entries(workflow.source.registers?.[register]?.columns ?? {});
  return lines.map(({ unit, number, day, cells }) => {
    const used = held.filter(({ unit: { within } }) => within.includes(unit));
    const roles = new Set(used.map(({ role }) => role));
    const names = storedNames(columns, cells);
    const shown = columns.map(([key, column]): [string, string] => {
      const open = placeholdersOf(column.value).every(({ path }) =>
        isVisiblePath(workflow, path, roles),
      );
      const cell = open ? (cells[key] ?? "") : "—";
      return [key, masked(workflow, column, cell, names)];
    });
    return { unitName: nameOf(parts, unit), number, day, cells: Object.fromEntries(shown) };
  });
}

function nameOf(parts: CaseParts, unit: string): string {
  return parts.directory().findUnit(unit)?.name ?? unit;
}

function showCell(
  reading: Reading,
  column: ColumnSource,
  {
    stored,
    corrected,
    names,
  }: { stored: string; corrected: boolean; names: ReadonlySet<string> | null },
): string {
  const { workflow, roles } = reading;
  const isOpen = placeholdersOf(column.value).every(({ path }) =>
    isVisiblePath(workflow, path, roles),
  );
  const context = templateContext(workflow, visibleScope(reading), "—");
  // The matter says today what a corrected line did not: it cannot be written anew.
  const anew = () => (corrected ? "—" : fillTemplate(column.value, context, "zh"));
  const cell = isOpen || stored === WITHHELD ? stored : anew();
  return masked(workflow, column, cell, names);
}

type Columns = readonly (readonly [key: string, column: ColumnSource])[];

/** Whom this line may not name in full; null where the book masks nobody. */
function namesOfLine(
  reading: Reading,
  columns: Columns,
  line: Readonly<Record<string, string>>,
): ReadonlySet<string> | null {
  const stored = storedNames(columns, line);
  if (stored === null) return null;
  const context = templateContext(reading.workflow, wholeScope(reading), "—");
  const sources = columns.map(([, column]) => column);
  return new Set([...stored, ...peopleNamed(sources, context)]);
}

function storedNames(
  columns: Columns,
  line: Readonly<Record<string, string>>,
): ReadonlySet<string> | null {
  const keys = columns.filter(([, column]) => column.mask === true).map(([key]) => key);
  return keys.length === 0 ? null : new Set(keys.flatMap((key) => namesInCell(line[key] ?? "")));
}

/** A cell as a reader finds it: names whole in no column of a book that masks one. */
function masked(
  { registry }: Workflow,
  column: ColumnSource,
  cell: string,
  names: ReadonlySet<string> | null,
): string {
  if (column.mask === true) return maskNames(registry.displays, cell);
  return names === null ? cell : coverPeople(registry.displays, cell, names);
}
