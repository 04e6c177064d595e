import type { CellValue, Worksheet } from "exceljs";
import { Readable } from "node:stream";
import { refuse } from "../../engine/errors";
import { dayOf } from "../../engine/time/zone";
import type { Result } from "../api";
import { decodeText } from "./decode-text";
import { unpackedSize } from "./unpacked-size";
import { newWorkbook } from "../new-workbook";

/** A table as it was in the file: names of the columns, then rows of texts, trimmed. */
export interface Sheet {
  headers: string[];
  rows: { line: number; cells: string[] }[];
}

const megabyte = 1024 * 1024;
/** What one import may hold; more is split by whoever sends it. */
export const SHEET_LIMITS = { megabytes: 10, rows: 50_000, columns: 60 };
/** A packed file that grows beyond this is no register of a county. */
const mostUnpacked = 200 * megabyte;

/**
 * Reads the first sheet of an xlsx file, or a CSV in UTF-8 or GB18030 (which holds GBK). Rows without any
 * text are left out. Refuses `import/unreadable`, `import/too-large`, `import/empty`.
 */
export async function readSheet(bytes: Uint8Array): Promise<Result<Sheet>> {
  const { megabytes, rows: mostRows } = SHEET_LIMITS;
  const tooLarge = no("import/too-large", { megabytes, rows: mostRows });
  if (bytes.byteLength > megabytes * megabyte) return tooLarge;
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isPacked && (unpackedSize(bytes) ?? Infinity) > mostUnpacked) return tooLarge;
  const read = await (isPacked ? readWorkbook(bytes) : readText(bytes)).catch(() => null);
  if (read === null) return no("import/unreadable");
  const [head, ...body] = read.filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (head === undefined || body.length === 0) return no("import/empty");
  if (body.length > mostRows || head.cells.length > SHEET_LIMITS.columns) return tooLarge;
  return { ok: true, value: { headers: head.cells, rows: body } };
}

async function readWorkbook(bytes: Uint8Array): Promise<Sheet["rows"]> {
  const workbook = await newWorkbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return rowsOf(workbook.worksheets[0]);
}

async function readText(bytes: Uint8Array): Promise<Sheet["rows"]> {
  const text = decodeText(bytes);
  if (text.includes("\0")) throw new Error("not a text");
  const workbook = await newWorkbook();
  const sheet = await workbook.csv.read(Readable.from([text]), {
    // Codes and phone numbers stay as they were written: no numbers, no dates, no booleans.
    map: (value: unknown) => value,
  });
  return rowsOf(sheet);
}

function rowsOf(sheet: Worksheet | undefined): Sheet["rows"] {
  const rows: Sheet["rows"] = [];
  sheet?.eachRow({ includeEmpty: false }, (row, line) => {
    const values = Array.isArray(row.values) ? row.values.slice(1) : [];
    rows.push({ line, cells: Array.from(values, (value) => textOf(value ?? null)) });
  });
  return rows;
}

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return "";
  // A date cell holds the day's midnight in UTC.
  if (value instanceof Date) return dayOf(value.getTime());
  if (typeof value !== "object") return String(value).trim();
  if ("richText" in value)
    return value.richText
      .map(({ text }) => text)
      .join("")
      .trim();
  if ("text" in value) return String(value.text).trim();
  if ("result" in value) return textOf(value.result ?? null);
  return "";
}

function no(code: "import/unreadable" | "import/too-large" | "import/empty", params = {}) {
  return { ok: false as const, refusal: refuse(code, params) };
}
