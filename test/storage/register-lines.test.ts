import { expect, test } from "vitest";
import { instantOf } from "../../app/engine/time/zone";
import { createCaseStore } from "../../app/storage/case-store";
import { findEarlierBooks, listRegisterLines, readCells } from "../../app/storage/register-lines";
import { makeWork, matterAfter } from "../support/make-work";
import { openTestDatabase } from "../support/open-test-database";

const BOOK = { package: "dispute-mediation", register: "disputeBook" };
const line = (text: string) => ({
  registers: [{ register: "disputeBook", cells: { what: text } }],
});

test("lines stand in the owner's book of the Shanghai year in which it happened", async () => {
  const db = await openTestDatabase();
  const store = createCaseStore(db);
  const lastEvening = instantOf("2026-12-31T23:59");
  const first = makeWork({ caseId: "a", at: lastEvening, outcome: line("registered") });
  const other = makeWork({
    caseId: "b",
    at: lastEvening,
    matter: { owner: { id: "other", name: "" } },
    outcome: line("elsewhere"),
  });
  await store.commit([first, other]);
  const newYear = instantOf("2027-01-01T00:00");
  const corrected = {
    registers: [{ ...line("corrected").registers[0], correction: true as const }],
  };
  const second = { before: matterAfter(first), at: newYear, outcome: corrected };
  await store.commit([makeWork(second as Parameters<typeof makeWork>[0])]);

  const read = (year: number, ...units: string[]) =>
    listRegisterLines(db, { ...BOOK, units, years: [year] });
  expect(await read(2026, "station")).toEqual([
    {
      ...{ caseId: "a", seq: 1, line: 0, at: lastEvening, unit: "station", year: 2026 },
      correction: false,
    },
  ]);
  const both = await read(2026, "other", "station");
  expect(both.map(({ caseId }) => caseId)).toEqual(["a", "b"]);
  expect(await readCells(db, { ...BOOK, lines: both.reverse() })).toEqual([
    { what: "elsewhere" },
    { what: "registered" },
  ]);
  expect(await read(2027, "station")).toMatchObject([{ caseId: "a", seq: 2, correction: true }]);
  expect(await read(2026)).toEqual([]);
  expect(await findEarlierBooks(db, { ...BOOK, cases: ["a"], before: 2027 })).toEqual([
    { unit: "station", year: 2026 },
  ]);
});

test("lines come in the order in which they were written down, not in which things happened", async () => {
  const db = await openTestDatabase();
  const store = createCaseStore(db);
  const today = instantOf("2026-11-23T09:00");
  await store.commit([makeWork({ caseId: "today", at: today, outcome: line("today") })]);
  const fromPaper = makeWork({ caseId: "paper", at: today + 60_000, outcome: line("from paper") });
  for (const { entry } of fromPaper.steps) entry.command.occurredAt = instantOf("2026-11-20T09:00");
  await store.commit([fromPaper]);
  const lines = await listRegisterLines(db, { ...BOOK, units: ["station"], years: [2026] });
  expect(lines.map(({ caseId }) => caseId)).toEqual(["today", "paper"]);
});
