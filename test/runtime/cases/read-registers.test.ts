import { expect, test } from "vitest";
import {
  accepted,
  BAISHU,
  codeOf,
  loanForm,
  openTestCases,
  startLoan,
  take,
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
