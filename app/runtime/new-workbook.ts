import type { Workbook } from "exceljs";

/** An empty xlsx workbook. Its library is loaded with the first one: a start does not wait for it. */
export async function newWorkbook(): Promise<Workbook> {
  const { default: excel } = await import("exceljs");
  return new excel.Workbook();
}
