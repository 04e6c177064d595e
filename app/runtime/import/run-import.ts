import { refuse } from "../../engine/errors";
import type { Refusal } from "../../engine/refusal";
import { listOf, listOfNames, type Text } from "../../engine/text";
import type { Result } from "../api";
import type { Column, ImportContext, ImportKind, Row, RowFault } from "./import-kind";
import { readSheet, type Sheet } from "./sheet";

/** How an import came out, or would. */
export interface ImportDone {
  rows: number;
  added: number;
  changed: number;
  same: number;
}

/** A refused import with the rows that are at fault: nothing of it was written. */
export type ImportResult =
  { ok: true; value: ImportDone } | { ok: false; refusal: Refusal; faults: RowFault[] };

/**
 * Imports a file, all of it or nothing; with `dry` it only looks. Every fault of every row is reported.
 * Refuses `import/unreadable`, `too-large`, `empty`, `missing-columns`, `unknown-columns`, `bad-rows`.
 */
export async function runImport(ask: {
  kind: ImportKind;
  bytes: Uint8Array;
  dry: boolean;
  context: ImportContext;
}): Promise<ImportResult> {
  const { kind, dry, context } = ask;
  const sheet = await readSheet(ask.bytes);
  if (!sheet.ok) return { ...sheet, faults: [] };
  const rows = toRows(sheet.value, kind.columns);
  if (!rows.ok) return { ...rows, faults: [] };
  const faults = rows.value.flatMap((row) => faultsOfCells(row, kind.columns));
  const plan = await kind.plan(rows.value, context);
  // What an empty cell brings about further on is no second fault.
  const told = new Set(faults.map(({ line }) => line));
  const more = plan.faults.filter(({ line }) => !told.has(line));
  const all = [...faults, ...more].sort((one, other) => one.line - other.line);
  if (all.length > 0) {
    const bad = new Set(all.map(({ line }) => line)).size;
    const refusal = refuse("import/bad-rows", { rows: rows.value.length, bad });
    return { ok: false, refusal, faults: all };
  }
  if (!dry) await plan.write();
  const { added, changed, same } = plan;
  return { ok: true, value: { rows: rows.value.length, added, changed, same } };
}

function toRows(sheet: Sheet, columns: readonly Column[]): Result<Row[]> {
  const names = (column: Column) => [column.title.zh, column.title.en, column.key];
  const at = new Map(
    columns.map((column) => [
      column.key,
      sheet.headers.findIndex((header) => names(column).includes(header)),
    ]),
  );
  const missing = columns.filter(({ key, required }) => required && at.get(key) === -1);
  if (missing.length > 0) return no("import/missing-columns", titlesOf(missing));
  const known = columns.flatMap(names);
  const unknown = sheet.headers.filter((header) => header !== "" && !known.includes(header));
  if (unknown.length > 0) {
    return no("import/unknown-columns", listOfNames(unknown), titlesOf(columns));
  }
  const rows = sheet.rows.map(({ line, cells }) => ({
    line,
    get: (key: string) => cells[at.get(key) ?? -1] ?? "",
  }));
  return { ok: true, value: rows };
}

function faultsOfCells(row: Row, columns: readonly Column[]): RowFault[] {
  return columns.flatMap(({ key, title, required, most = 200 }) => {
    const cell = row.get(key);
    const fault = (refusal: Refusal) => [{ line: row.line, column: key, refusal }];
    if (cell === "" && required) {
      return fault(refuse("import/cell-missing", { column: title }));
    }
    if ([...cell].length > most) {
      return fault(refuse("import/cell-long", { column: title, most }));
    }
    return [];
  });
}

function titlesOf(columns: readonly Column[]): Text {
  return listOf(columns.map(({ title }) => title));
}

function no(
  code: "import/missing-columns" | "import/unknown-columns",
  columns: Text,
  choices: Text = { zh: "" },
): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: refuse(code, { columns, choices }) };
}
