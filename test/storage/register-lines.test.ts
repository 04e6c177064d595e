import { expect, test } from "vitest";
import { instantOf } from "../../app/engine/time/zone";
import { createCaseStore } from "../../app/storage/case-store";
import { listRegisterLines } from "../../app/storage/register-lines";
import { makeWork, matterAfter } from "../support/make-work";
import { openTestDatabase } from "../support/open-test-database";

const BOOK = { package: "dispute-mediation", register: "disputeBook" };
const line = (text: string) => ({
  registers: [{ register: "disputeBook", cells: { what: text } }],
});

test("lines stand in the owner's book of the Shanghai year in which it happened, oldest first", async () => {
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
  const second = { before: matterAfter(first), at: newYear, outcome: line("corrected") };
  await store.commit([makeWork(second)]);

  const read = (year: number, ...units: string[]) =>
    listRegisterLines(db, { ...BOOK, units, year });
  expect(await read(2026, "station")).toEqual([
    { caseId: "a", seq: 1, at: lastEvening, unit: "station", cells: { what: "registered" } },
  ]);
  expect((await read(2026, "other", "station")).map(({ caseId }) => caseId)).toEqual(["a", "b"]);
  expect((await read(2027, "station")).map(({ cells }) => cells)).toEqual([{ what: "corrected" }]);
  expect(await read(2026)).toEqual([]);
});
