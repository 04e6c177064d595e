import type { ImportKind } from "./import-kind";
import { newWorkbook } from "../new-workbook";

/** An xlsx file with the columns of an import and one example row, to be filled in. */
export async function blankSheet({ title, columns }: ImportKind): Promise<Uint8Array> {
  const workbook = await newWorkbook();
  const sheet = workbook.addWorksheet(title.zh);
  sheet.columns = columns.map(({ key, title: { zh } }) => ({ header: zh, key, width: 20 }));
  const example = sheet.addRow(
    Object.fromEntries(columns.map(({ key, example }) => [key, example])),
  );
  // Codes of twelve digits stay codes.
  example.eachCell((cell) => void (cell.numFmt = "@"));
  sheet.getRow(1).font = { bold: true };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
