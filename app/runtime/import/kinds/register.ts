import { refuse } from "../../../engine/errors";
import type { Refusal } from "../../../engine/refusal";
import type { Text } from "../../../engine/text";
import { dayOf, isDay } from "../../../engine/time/zone";
import type { RegisterSource } from "../../../engine/workflow-source";
import { listOldLines, saveOldLines, type OldLine } from "../../../storage/old-register-lines";
import type { LoadedPackage } from "../../load-packages";
import { firstLines } from "../first-lines";
import type { Column, ImportContext, ImportKind, Row, RowFault } from "../import-kind";
import { textColumn } from "../text-column";

const fixed: readonly Column[] = [
  textColumn("qy.unit", { zh: "机构编号", en: "Unit id" }, { example: "991021200.station" }),
  textColumn("qy.number", { zh: "原编号", en: "Number" }, { example: "2025-018", most: 40 }),
  textColumn("qy.day", { zh: "登记日期", en: "Day" }, { example: "2025-03-12" }),
];
const longestCell = 1000;

/** 旧台账: one for each register of the packages; lines of the paper book from before, with their own numbers. */
export function registerImports(packages: readonly LoadedPackage[]): ImportKind[] {
  return packages.flatMap(({ id, document }) =>
    Object.entries(document.workflow.registers ?? {}).map(([register, source]) =>
      registerImport({ package: id, register }, source),
    ),
  );
}

function registerImport(
  name: { package: string; register: string },
  { title, columns: sources }: RegisterSource,
): ImportKind {
  const sorted = Object.entries(sources).sort(([, one], [, other]) => one.order - other.order);
  const columns = sorted.map(([key, source]) =>
    textColumn(key, both(source.title), { example: "", required: false, most: longestCell }),
  );
  return {
    id: `${name.package}.${name.register}`,
    title: { zh: `旧台账：${title.zh}`, en: `Old book: ${title.en ?? title.zh}` },
    columns: [...fixed, ...columns],
    async plan(rows, context) {
      const lines = rows.map((row) => ({ row, line: toLine(row, { name, columns }) }));
      const twice = firstLines(
        lines.map(({ row, line }) => ({ line: row.line, key: keyOf(line) })),
      );
      const faults = lines.flatMap(({ row, line }): RowFault[] => {
        const first = twice.get(row.line);
        const refusal = first ? refuse("import/row-twice", first) : faultOf(line, context);
        return refusal ? [{ line: row.line, column: null, refusal }] : [];
      });
      const read = lines.map(({ line }) => line);
      const known = await linesThere(read, { name, context });
      const before = read.filter((line) => known.has(keyOf(line)));
      const same = before.filter(
        (line) => known.get(keyOf(line)) === JSON.stringify([line.day, line.cells]),
      );
      return {
        faults,
        added: read.length - before.length,
        changed: before.length - same.length,
        same: same.length,
        write: () => saveOldLines(context.database, read),
      };
    },
  };
}

function both({ zh, en }: Text): { zh: string; en: string } {
  return { zh, en: en ?? zh };
}

function keyOf({ unit, year, number }: OldLine): string {
  return `${unit} ${year} ${number}`;
}

function toLine(
  row: Row,
  { name, columns }: { name: Pick<OldLine, "package" | "register">; columns: readonly Column[] },
): OldLine {
  const day = row.get("qy.day");
  const cells = columns.flatMap(({ key }) => (row.get(key) === "" ? [] : [[key, row.get(key)]]));
  return {
    ...name,
    unit: row.get("qy.unit"),
    number: row.get("qy.number"),
    day,
    year: isDay(day) ? Number(day.slice(0, 4)) : 0,
    cells: Object.fromEntries(cells),
  };
}

function faultOf(line: OldLine, context: ImportContext): Refusal | undefined {
  const unit = context.people.directory().findUnit(line.unit);
  if (!unit) return refuse("people/unknown-unit", { unit: line.unit });
  if (!context.isInReach(line.unit)) return refuse("import/out-of-reach", { unit: unit.name });
  const isPast = isDay(line.day) && line.day <= dayOf(context.now);
  return isPast ? undefined : refuse("import/cell-day", { column: "登记日期", found: line.day });
}

async function linesThere(
  read: readonly OldLine[],
  ask: { name: Pick<OldLine, "package" | "register">; context: ImportContext },
): Promise<Map<string, string>> {
  const units = [...new Set(read.map(({ unit }) => unit))];
  const known = new Map<string, string>();
  for (const year of new Set(read.map((line) => line.year))) {
    for (const line of await listOldLines(ask.context.database, { ...ask.name, units, year })) {
      known.set(keyOf(line), JSON.stringify([line.day, line.cells]));
    }
  }
  return known;
}
