import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { registerWorkbook } from "../../../app/runtime/cases/register-workbook";
import type { RegisterView } from "../../../app/runtime/api";

const book: RegisterView = {
  title: { zh: "公具借用登记簿" },
  unitName: "青石派出所",
  year: 2026,
  month: null,
  columns: [
    { key: "number", title: { zh: "编号" }, width: 30 },
    { key: "borrower", title: { zh: "借用人" } },
  ],
  rows: [
    {
      ...{ caseId: "a", unitName: "青石派出所", number: 1, corrects: null },
      cells: { number: "石桥 2026-0001", borrower: "杨＊厚" },
    },
    {
      ...{ caseId: "a", unitName: "青石派出所", number: 2 },
      corrects: { number: 1, year: 2026, unitName: null },
      cells: { number: "石桥 2026-0001", borrower: '=HYPERLINK("http://x")' },
    },
  ],
  oldRows: [
    { unitName: "青石派出所", number: "2024-3", day: "2026-01-05", cells: { borrower: "田＊英" } },
  ],
  masked: true,
};

test("the file says what the page says, corrections named, texts as texts, landscape with a repeated head", async () => {
  const bytes = await registerWorkbook(book, { today: "2026-11-23", language: "zh" });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  const sheet = workbook.worksheets[0];
  const rows: unknown[][] = [];
  sheet?.eachRow((row) => void rows.push((row.values as unknown[]).slice(1)));
  expect(rows[0]?.[0]).toBe("公具借用登记簿");
  expect(rows.slice(2, 6)).toEqual([
    ["序号", "单位", "编号", "借用人", "更正"],
    ["2024-3", "青石派出所", "", "田＊英", "旧簿"],
    [1, "青石派出所", "石桥 2026-0001", "杨＊厚", ""],
    [2, "青石派出所", "石桥 2026-0001", '=HYPERLINK("http://x")', "2026-1"],
  ]);
  expect(rows[6]?.[0]).toContain("隐去一字");
  expect(sheet?.pageSetup).toMatchObject({ orientation: "landscape", printTitlesRow: "1:3" });
});
