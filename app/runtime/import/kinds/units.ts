import { refuse } from "../../../engine/errors";
import type { UnitRecord } from "../../../engine/people-ports";
import type { Refusal } from "../../../engine/refusal";
import { checkUnit, UNIT_KINDS } from "../../people/units";
import type { ImportContext, ImportKind, Row, RowFault } from "../import-kind";
import { firstLines } from "../first-lines";
import { textColumn } from "../text-column";
import { listOfNames } from "../../../engine/text";

/** What sheets call the kinds of unit. */
const kindWords: Readonly<Record<string, string>> = {
  省: "province",
  市: "city",
  县: "county",
  派出所: "station",
  乡镇: "township",
  司法所: "justiceOffice",
  警务区: "policeArea",
  村: "village",
};

/** 机构: a county's stations, townships, areas and villages. Known ones are changed, new ones added. */
export const unitsImport: ImportKind = {
  id: "units",
  title: { zh: "机构", en: "Units" },
  columns: [
    textColumn("id", { zh: "机构编号", en: "Unit id" }, { example: "991021200201" }),
    textColumn("name", { zh: "名称", en: "Name" }, { example: "石桥村" }),
    textColumn("kind", { zh: "类型", en: "Kind" }, { example: "村" }),
    textColumn(
      "parent",
      { zh: "上级机构编号", en: "Parent id" },
      { example: "991021200", required: false },
    ),
    textColumn("covers", { zh: "管辖代码", en: "Covers" }, { example: "991021200201" }),
    textColumn(
      "dutyPhone",
      { zh: "值班电话", en: "Duty phone" },
      { example: "0000-6200110", required: false },
    ),
  ],
  plan(rows, context) {
    const { findUnit } = context.people.directory();
    const units = rows.map((row) => ({ row, unit: toUnit(row) }));
    const inFile = new Map(units.map(({ unit }) => [unit.id, unit]));
    const find = (id: string) => inFile.get(id) ?? findUnit(id);
    const twice = firstLines(units.map(({ row, unit }) => ({ line: row.line, key: unit.id })));
    const faults = units.flatMap(({ row, unit }): RowFault[] => {
      const first = twice.get(row.line);
      const refusal =
        (first === undefined ? undefined : refuse("import/row-twice", first)) ??
        faultOfKind(row.get("kind")) ??
        checkUnit(unit, find) ??
        (isReachable(unit, { inFile, context })
          ? undefined
          : refuse("import/out-of-reach", { unit: unit.name }));
      return refusal === undefined ? [] : [{ line: row.line, column: null, refusal }];
    });
    const known = units.filter(({ unit }) => findUnit(unit.id));
    const changed = known.filter(
      ({ unit }) => JSON.stringify(toPlain(unit)) !== JSON.stringify(toPlain(findUnit(unit.id))),
    );
    return {
      faults,
      added: units.length - known.length,
      changed: changed.length,
      same: known.length - changed.length,
      write: () => context.people.save({ units: units.map(({ unit }) => unit) }),
    };
  },
};

function faultOfKind(found: string): Refusal | undefined {
  if (Object.hasOwn(kindWords, found) || UNIT_KINDS.some((kind) => kind === found))
    return undefined;
  const choices = listOfNames(Object.keys(kindWords));
  return refuse("import/cell-choice", { column: "类型", found, choices });
}

function toUnit(row: Row): UnitRecord {
  const kind = row.get("kind");
  return {
    id: row.get("id"),
    name: row.get("name"),
    kind: kindWords[kind] ?? kind,
    parent: row.get("parent") || null,
    covers: row
      .get("covers")
      .split(/[,，、\s]+/)
      .filter(Boolean),
    dutyPhone: row.get("dutyPhone") || null,
  };
}

/** A new unit must hang under one that is in reach, in the file or already there. A ring reaches nothing. */
function isReachable(
  unit: UnitRecord,
  { inFile, context }: { inFile: ReadonlyMap<string, UnitRecord>; context: ImportContext },
): boolean {
  const { findUnit } = context.people.directory();
  const seen = new Set<string>();
  for (let at: UnitRecord | undefined = unit; at && !seen.has(at.id);) {
    if (findUnit(at.id)) return context.isInReach(at.id);
    seen.add(at.id);
    if (at.parent === null) return context.isInReach(at.id);
    at = inFile.get(at.parent) ?? findUnit(at.parent);
  }
  return false;
}

function toPlain(unit: UnitRecord | undefined) {
  return unit && [unit.name, unit.kind, unit.parent, [...unit.covers], unit.dutyPhone];
}
