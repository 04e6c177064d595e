import { refuse } from "../../engine/errors";
import { isInForce, isInScope, type Assignment } from "../../engine/person";
import { templateContext } from "../../engine/projection/context";
import { WITHHELD } from "../../engine/projection/register";
import { fillTemplate, placeholdersOf } from "../../engine/projection/template";
import { isVisiblePath, type ReaderRoles } from "../../engine/projection/visibility";
import type { Text } from "../../engine/text";
import { dayOf } from "../../engine/time/zone";
import type { Workflow } from "../../engine/workflow";
import type { ColumnSource } from "../../engine/workflow-source";
import { findBriefs } from "../../storage/case-briefs";
import { listRegisterLines, type StoredLine } from "../../storage/register-lines";
import type { RegisterView, Result } from "../api";
import { noteRead, type CaseParts, type Reader } from "./case-parts";
import { makeReading, visibleScope, type Reading } from "./reading";

interface Book {
  id: string;
  title: Text;
  workflow: Workflow;
  register: string;
}

/** The registers of the packages that this person has to do with. */
export async function readRegisters(
  parts: CaseParts,
  reader: Reader,
): Promise<{ id: string; title: Text }[]> {
  const books = await findBooks(parts, reader);
  return books.map(({ id, title }) => ({ id, title }));
}

/**
 * One register for one year: the newest line of each matter in the reader's scope, in the order in which the
 * matters came into it. Names are masked; a cell made from something that the reader may not see is written
 * anew from what they may. Refuses `case/no-register`.
 */
export async function readRegister(
  parts: CaseParts,
  reader: Reader,
  ask: { id: string; year: number },
): Promise<Result<RegisterView>> {
  const books = await findBooks(parts, reader);
  const book = books.find(({ id }) => id === ask.id);
  const source = book?.workflow.source.registers?.[book.register];
  if (book === undefined || source === undefined) {
    return { ok: false, refusal: refuse("case/no-register", { register: ask.id }) };
  }
  const held = heldNow(parts, reader);
  const columns = Object.entries(source.columns).sort(([, a], [, b]) => a.order - b.order);
  const lines = await linesInScope(parts, { book, held, year: ask.year });
  const cells = await cellsFor(parts, reader, { book, held, lines });
  await noteRead(parts, { reader, act: "register.read", caseId: null, what: ask.id });
  return {
    ok: true,
    value: {
      title: source.title,
      unitName: held[0]?.unit.name ?? "",
      year: ask.year,
      columns: columns.map(([key, { title, width }]) => ({
        key,
        title,
        ...(width === undefined ? {} : { width }),
      })),
      rows: lines.map((line, i) => ({
        caseId: line.caseId,
        cells: cells[i] ?? {},
        correction: false,
      })),
      masked: columns.some(([, column]) => column.mask === true),
    },
  };
}

/** What this reader finds in the cells of each line. */
async function cellsFor(
  parts: CaseParts,
  reader: Reader,
  ask: { book: Book; held: readonly Assignment[]; lines: readonly StoredLine[] },
): Promise<Record<string, string>[]> {
  const { book, held, lines } = ask;
  const ids = lines.map(({ caseId }) => caseId);
  const { cases } = await parts.store.read({ cases: ids, commands: [], sequences: [] });
  const columns = Object.entries(book.workflow.source.registers?.[book.register]?.columns ?? {});
  const written: Record<string, string>[] = [];
  for (const line of lines) {
    const matter = cases.get(line.caseId);
    if (matter === undefined) continue;
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
    const cells = columns.map(([key, column]): [string, string] => [
      key,
      showCell(reading, column, line.cells[key] ?? ""),
    ]);
    written.push(Object.fromEntries(cells));
  }
  return written;
}

/** The registers of every package in which one of the person's roles has something to do. */
async function findBooks(parts: CaseParts, reader: Reader): Promise<Book[]> {
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

function heldNow(parts: CaseParts, reader: Reader): Assignment[] {
  return reader.person.assignments.filter((held) => isInForce(held, parts.now()));
}

/** Lines stand in their owner's book; which of them the reader may see is decided by the matter's place. */
async function linesInScope(
  parts: CaseParts,
  ask: { book: Book; held: readonly Assignment[]; year: number },
): Promise<StoredLine[]> {
  const { book, held, year } = ask;
  const { workflow, register } = book;
  const units = parts.directory().units.map(({ id }) => id);
  const lines = await listRegisterLines(parts.database, {
    package: workflow.id,
    register,
    units: units.filter((id) => mayOwn(parts, id, held)),
    year,
  });
  const ids = [...new Set(lines.map(({ caseId }) => caseId))];
  const briefs = await findBriefs(parts.database, ids);
  const seen = new Set(
    briefs
      .filter(({ place, owner }) =>
        held.some((one) => isInScope(one, { place: place.code, owner: owner.id })),
      )
      .map(({ id }) => id),
  );
  const newest = new Map<string, StoredLine>();
  // A matter keeps the place in the book that its first line had.
  for (const line of lines) if (seen.has(line.caseId)) newest.set(line.caseId, line);
  return [...newest.values()];
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

function showCell(reading: Reading, column: ColumnSource, stored: string): string {
  const { workflow, roles } = reading;
  const isOpen = placeholdersOf(column.value).every(({ path }) =>
    isVisiblePath(workflow, path, roles),
  );
  const context = templateContext(workflow, visibleScope(reading), "—");
  const cell = isOpen || stored === WITHHELD ? stored : fillTemplate(column.value, context, "zh");
  return column.mask === true ? masked(workflow, cell) : cell;
}

/** Names joined by 、 are masked one by one. */
function masked(workflow: Workflow, cell: string): string {
  const display = workflow.registry.displays.get("core.mask");
  if (display === undefined || cell === WITHHELD || cell === "—") return cell;
  const names = cell.split("、");
  return names.map((name) => display.show(name, "zh", { today: "" })).join("、");
}
