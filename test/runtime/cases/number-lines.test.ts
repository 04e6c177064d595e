import { expect, test } from "vitest";
import { numberLines } from "../../../app/runtime/cases/number-lines";
import type { StoredLine } from "../../../app/storage/register-lines";

let written = 0;
function line(caseId: string, wish: Partial<StoredLine> = {}): StoredLine {
  written += 1;
  const at = { at: written, seq: written, line: 0 };
  return { caseId, unit: "station", year: 2026, correction: false, ...at, ...wish };
}

const shownOf = (lines: readonly StoredLine[]) =>
  numberLines(lines).map(({ unit, year, number, shown, corrects, corrected }) => ({
    ...{
      book: `${unit} ${year}`,
      number,
      case: shown.caseId,
      seq: shown.seq - (lines[0]?.seq ?? 0),
    },
    ...{ corrects: corrects && `${corrects.unit} ${corrects.year} ${corrects.number}`, corrected },
  }));

test("a matter keeps its number when its line is written anew", () => {
  expect(shownOf([line("a"), line("b"), line("a")])).toEqual([
    { book: "station 2026", number: 1, case: "a", seq: 2, corrects: null, corrected: false },
    { book: "station 2026", number: 2, case: "b", seq: 1, corrects: null, corrected: false },
  ]);
});

test("a correction is a new line that names the old one, which stays; what follows is written into the new one", () => {
  const lines = [line("a"), line("b"), line("a", { correction: true }), line("c"), line("a")];
  expect(shownOf([...lines, line("a", { correction: true })])).toEqual([
    { book: "station 2026", number: 1, case: "a", seq: 0, corrects: null, corrected: true },
    { book: "station 2026", number: 2, case: "b", seq: 1, corrects: null, corrected: false },
    {
      book: "station 2026",
      number: 3,
      case: "a",
      seq: 4,
      corrects: "station 2026 1",
      corrected: true,
    },
    { book: "station 2026", number: 4, case: "c", seq: 3, corrects: null, corrected: false },
    {
      book: "station 2026",
      number: 5,
      case: "a",
      seq: 5,
      corrects: "station 2026 3",
      corrected: false,
    },
  ]);
});

test("each unit has a book of its own every year, and a correction names the book of the line it corrects", () => {
  const lines = [
    line("a"),
    line("b", { unit: "other" }),
    line("b", { unit: "other", year: 2027 }),
    line("a", { year: 2027, correction: true }),
    line("c", { year: 2027 }),
  ];
  expect(shownOf(lines).map(({ book, number, corrects }) => [book, number, corrects])).toEqual([
    ["station 2026", 1, null],
    ["other 2026", 1, null],
    ["other 2027", 1, null],
    ["station 2027", 1, "station 2026 1"],
    ["station 2027", 2, null],
  ]);
});

test("a correction without an earlier line is a line", () => {
  expect(shownOf([line("a", { correction: true })])).toMatchObject([{ number: 1, corrects: null }]);
});
