import { say, type Language, type Text } from "../../engine/text";
import { showDay } from "../../engine/time/zone";
import type { RegisterView } from "../api";
import { newWorkbook } from "../new-workbook";

const words = {
  number: { zh: "序号", en: "No." },
  book: { zh: "单位", en: "Unit" },
  old: { zh: "旧簿", en: "Old book" },
  corrects: { zh: "更正", en: "Corrects" },
  masked: {
    zh: "当事人姓名隐去一字，供检查用。",
    en: "Names are masked by one character, for inspection.",
  },
} satisfies Record<string, Text>;

/** A character of Excel's default font is about two millimetres wide. */
const MILLIMETRES = 2;

/**
 * A register as an xlsx file: what its page shows, masked alike, one row a line, ready to be printed on A4
 * landscape with the head on every sheet. Texts stay texts: a cell that begins with = is no formula.
 */
export async function registerWorkbook(
  book: RegisterView,
  { today, language }: { today: string; language: Language },
): Promise<Uint8Array> {
  const workbook = await newWorkbook();
  const title = say(book.title, language);
  const sheet = workbook.addWorksheet(title.replace(/[\\/?*[\]:]/g, " ").slice(0, 31), {
    pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToHeight: 0 },
    views: [{ state: "frozen", ySplit: 3 }],
  });
  const head = [
    say(words.number, language),
    say(words.book, language),
    ...book.columns.map((column) => say(column.title, language)),
    say(words.corrects, language),
  ];
  sheet.addRow([title]).font = { bold: true, size: 16 };
  sheet.addRow([
    `${book.unitName}  ${book.year}${book.month === null ? "" : `-${book.month}`}  ${showDay(today, language)}`,
  ]);
  sheet.addRow(head).font = { bold: true };
  sheet.mergeCells(1, 1, 1, head.length);
  sheet.mergeCells(2, 1, 2, head.length);
  for (const { number, unitName, cells } of book.oldRows) {
    const texts = book.columns.map(({ key }) => cells[key] ?? "");
    sheet.addRow([number, unitName, ...texts, say(words.old, language)]);
  }
  for (const { number, unitName, cells, corrects } of book.rows) {
    const from = corrects && `${corrects.unitName ?? ""}${corrects.year}-${corrects.number}`;
    const texts = book.columns.map(({ key }) => cells[key] ?? "");
    sheet.addRow([number, unitName, ...texts, from ?? ""]);
  }
  if (book.masked) sheet.addRow([say(words.masked, language)]);
  const widths = [12, 30, ...book.columns.map(({ width = 30 }) => width), 24];
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width / MILLIMETRES;
    sheet.getColumn(index + 1).alignment = { wrapText: true, vertical: "top" };
  });
  sheet.pageSetup.printTitlesRow = "1:3";
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
