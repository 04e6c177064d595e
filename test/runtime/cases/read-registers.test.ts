import { expect, test } from "vitest";
import { instantOf } from "../../../app/engine/time/zone";
import { saveOldLines } from "../../../app/storage/old-register-lines";
import {
  accepted,
  BAISHU,
  codeOf,
  loanForm,
  openTestCases,
  startLoan,
  take,
  type TestCases,
} from "../../support/open-test-cases";
import { exampleFile, makeGuardedTree, partAt } from "../../support/guarded-tree";

const FILE = "workflows/tool-lending/workflow.json";
const BOOK = "tool-lending.loanBook";

test("a book shows the newest line of each matter, in the order of the first, with names masked", async () => {
  const cases = await openTestCases();
  const [first, second] = [
    await startLoan(cases),
    await startLoan(cases, { borrower: { name: "李长顺" } }),
  ];
  for (const caseId of [first, second]) {
    for (const event of ["approve", "count"])
      accepted(await take(cases, { by: "gaoyuan", caseId, event }));
    cases.clock.time += 60_000;
  }
  const form = { signedOn: "2026-11-23" };
  accepted(await take(cases, { by: "gaoyuan", caseId: first, event: "sign", form }));
  const items = [{ id: "1-1", condition: "good" }];
  accepted(
    await take(cases, { by: "gaoyuan", caseId: first, event: "bringBack", form: { items } }),
  );

  const book = accepted(await cases.part.register(cases.as("gaoyuan"), BOOK, 2026));
  expect(book).toMatchObject({
    title: { zh: "公具借用登记簿" },
    unitName: "青石派出所",
    masked: true,
  });
  expect(book.columns.map(({ key }) => key)).toEqual(["number", "borrower", "tools", "condition"]);
  expect(book.rows.map(({ cells }) => Object.values(cells))).toEqual([
    ["石桥 2026-0001", "杨＊厚", "水泵", "完好"],
    ["石桥 2026-0002", "李＊顺", "水泵", "—"],
  ]);
  expect(book.rows.map(({ unitName, number }) => [unitName, number])).toEqual([
    ["青石派出所", 1],
    ["青石派出所", 2],
  ]);
  expect(accepted(await cases.part.register(cases.as("gaoyuan"), BOOK, 2025)).rows).toEqual([]);
  const file = accepted(await cases.part.registerWorkbook(cases.as("gaoyuan"), BOOK, 2026));
  expect(file.name).toBe("公具借用登记簿 2026");
});

test("who is masked in one column of a book is named whole in none", async () => {
  const workflow = await exampleFile(FILE);
  partAt(workflow, "registers.loanBook.columns.tools")["value"] =
    "{{data.borrower.name}}借{{data.items[*].tool | label}}";
  const cases = await openTestCases({ dir: await makeGuardedTree({ [FILE]: workflow }) });
  const caseId = await startLoan(cases);
  accepted(await take(cases, { by: "gaoyuan", caseId, event: "approve" }));
  accepted(await take(cases, { by: "gaoyuan", caseId, event: "count" }));
  const form = { signedOn: "2026-11-23" };
  accepted(await take(cases, { by: "gaoyuan", caseId, event: "sign", form }));
  const book = accepted(await cases.part.register(cases.as("gaoyuan"), BOOK, 2026));
  expect(book.rows[0]?.cells["tools"]).toMatch(/^杨＊厚借/);
});

test("a correction is a new line with the number of the old one, which stays as it was", async () => {
  const workflow = await exampleFile(FILE);
  const book = partAt(workflow, "registers.loanBook");
  book["on"] = ["approve"];
  book["corrections"] = ["bringBack"];
  const cases = await openTestCases({ dir: await makeGuardedTree({ [FILE]: workflow }) });
  const elsewhere = accepted(
    await cases.part.start(cases.as("luojianping"), {
      ...{ package: "tool-lending", place: BAISHU, commandId: "there", expectedSeq: 0 },
      form: loanForm(),
    }),
  ).caseId;
  accepted(await take(cases, { by: "gaoyuan", caseId: elsewhere, event: "approve" }));
  cases.clock.time += 60_000;
  const caseId = await startLoan(cases);
  for (const event of ["approve", "count"])
    accepted(await take(cases, { by: "gaoyuan", caseId, event }));
  const form = { signedOn: "2026-11-23" };
  accepted(await take(cases, { by: "gaoyuan", caseId, event: "sign", form }));
  const items = [{ id: "1-1", condition: "good" }];
  accepted(await take(cases, { by: "gaoyuan", caseId, event: "bringBack", form: { items } }));

  // The number is the book's, whatever else of the book its reader may see.
  const seen = accepted(await cases.part.register(cases.as("yangxiulan"), BOOK, 2026));
  expect(
    seen.rows.map(({ number, corrects, cells }) => [number, corrects, cells["condition"]]),
  ).toEqual([
    [2, null, "—"],
    [3, { number: 2, year: 2026, unitName: null }, "完好"],
  ]);
});

test("each village has its own lines, and another county none", async () => {
  const cases = await openTestCases();
  const here = await startLoan(cases);
  const there = accepted(
    await cases.part.start(cases.as("luojianping"), {
      package: "tool-lending",
      place: BAISHU,
      commandId: "there",
      expectedSeq: 0,
      form: loanForm(),
    }),
  ).caseId;
  for (const caseId of [here, there]) {
    accepted(await take(cases, { by: "gaoyuan", caseId, event: "approve" }));
  }
  const linesOf = async (by: Parameters<typeof cases.as>[0]) =>
    accepted(await cases.part.register(cases.as(by), BOOK, 2026)).rows.map((row) => row.caseId);
  expect(await linesOf("yangxiulan")).toEqual([here]);
  expect(await linesOf("luojianping")).toEqual([there]);
  expect((await linesOf("gaoyuan")).sort()).toEqual([here, there].sort());
  expect(await linesOf("zhouzheng")).toEqual([]);
  expect(await cases.part.registers(cases.as("yangguoan"))).toEqual([]);
  expect(codeOf(await cases.part.register(cases.as("yangguoan"), BOOK, 2026))).toBe(
    "case/no-register",
  );
});

test("a cell made from something hidden is written anew from what its reader may see", async () => {
  const workflow = await exampleFile(FILE);
  workflow["facts"] = {
    ...partAt(workflow, "facts"),
    verdict: {
      title: { zh: "处理" },
      type: "string",
      value: {
        if: [
          { "!": [{ missing: ["data.approval.opinion"] }] },
          { var: "data.approval.opinion" },
          "已登记",
        ],
      },
    },
  };
  partAt(workflow, "registers.loanBook.columns")["verdict"] = {
    title: { zh: "处理" },
    value: "{{facts.verdict}}",
    order: 9,
  };
  const cases = await openTestCases({ dir: await makeGuardedTree({ [FILE]: workflow }) });
  const caseId = await startLoan(cases);
  const form = { opinion: "只借三天" };
  accepted(await take(cases, { by: "gaoyuan", caseId, event: "approve", form }));
  const verdictFor = async (by: "yangxiulan" | "gaoyuan") =>
    accepted(await cases.part.register(cases.as(by), BOOK, 2026)).rows[0]?.cells["verdict"];
  expect([await verdictFor("gaoyuan"), await verdictFor("yangxiulan")]).toEqual([
    "只借三天",
    "已登记",
  ]);
});

/** Lines of the station's old paper books of 2025, spread over a quarter. */
async function keepOldBook(cases: TestCases, count: number): Promise<void> {
  await saveOldLines(
    cases.database,
    Array.from({ length: count }, (_, n) => ({
      ...{ package: "tool-lending", register: "loanBook", unit: "991021200.station", year: 2025 },
      ...{ number: String(n + 1), day: `2025-0${(n % 3) + 1}-12`, cells: { borrower: "田秀英" } },
    })),
  );
}

test("a year that is too long for one sheet is refused by name, and opened month by month", async () => {
  const cases = await openTestCases();
  await keepOldBook(cases, 5001);
  const { part } = cases;
  const refused = await part.register(cases.as("gaoyuan"), BOOK, 2025);
  expect(refused).toMatchObject({
    ok: false,
    refusal: { code: "case/register-too-long", params: { count: 5001, most: 5000 } },
  });
  expect(!refused.ok && refused.refusal.message.zh).toContain("公具借用登记簿");
  expect(codeOf(await part.registerWorkbook(cases.as("gaoyuan"), BOOK, 2025))).toBe(
    "case/register-too-long",
  );
  const march = accepted(await part.register(cases.as("gaoyuan"), BOOK, 2025, 3));
  expect([march.month, march.oldRows.length]).toEqual([3, 1667]);
  expect(accepted(await part.register(cases.as("gaoyuan"), BOOK, 2025, 4)).oldRows).toEqual([]);
});

test("a year that fits is printed whole; in a month, lines keep the numbers that the year gave them", async () => {
  const cases = await openTestCases();
  await keepOldBook(cases, 5000);
  const old = accepted(await cases.part.register(cases.as("gaoyuan"), BOOK, 2025));
  expect(old.oldRows).toHaveLength(5000);

  const first = await startLoan(cases);
  accepted(await take(cases, { by: "gaoyuan", caseId: first, event: "approve" }));
  cases.clock.time = instantOf("2026-12-03T10:00");
  const second = await startLoan(cases);
  accepted(await take(cases, { by: "gaoyuan", caseId: second, event: "approve" }));
  const numbersIn = async (month?: number) =>
    accepted(await cases.part.register(cases.as("gaoyuan"), BOOK, 2026, month)).rows.map(
      ({ number }) => number,
    );
  expect([await numbersIn(), await numbersIn(11), await numbersIn(12)]).toEqual([[1, 2], [1], [2]]);
});
