import { expect, test } from "vitest";
import { SYSTEM } from "../../app/engine/person";
import { instantOf } from "../../app/engine/time/zone";
import { createCaseStore } from "../../app/storage/case-store";
import { listDaySteps } from "../../app/storage/day-steps";
import { onPostgres } from "../postgres/test-databases";
import { explain, slowSteps } from "../support/explain";
import { makeStep, makeWork, matterAfter } from "../support/make-work";
import { openDatabaseWithUnits } from "../support/open-test-database";

test("a person's day holds what they did on it, whenever it was entered", async () => {
  const db = await openDatabaseWithUnits();
  const store = createCaseStore(db, { onFault: () => {} });
  const first = makeWork({ caseId: "a", at: instantOf("2026-11-22T23:59") });
  await store.commit([first]);
  const second = makeStep({ before: matterAfter(first), at: instantOf("2026-11-23T09:00") });
  await store.commit([makeWork(second)]);
  await store.commit([makeWork({ caseId: "b", at: instantOf("2026-11-23T08:00") })]);
  const mine = (day: string) => listDaySteps(db, { user: "u1", day, limit: 100 });
  expect((await mine("2026-11-22")).map(({ caseId, seq }) => [caseId, seq])).toEqual([["a", 1]]);
  expect((await mine("2026-11-23")).map(({ caseId, seq }) => [caseId, seq])).toEqual([
    ["b", 1],
    ["a", 2],
  ]);
  expect(await listDaySteps(db, { user: "u2", day: "2026-11-23", limit: 100 })).toEqual([]);
});

test("what the system or somebody without an account did is nobody's work", async () => {
  const db = await openDatabaseWithUnits();
  const store = createCaseStore(db, { onFault: () => {} });
  const step = makeStep({ caseId: "a" });
  const by = { user: SYSTEM.id, name: "清源", assignment: null, role: null, unit: null };
  await store.commit([makeWork({ ...step, entry: { ...step.entry, by } })]);
  expect(await db.run("select count(*) as n from day_steps")).toEqual([{ n: 0 }]);
});

test.skipIf(onPostgres())("a day is one range of the table", async () => {
  const db = await openDatabaseWithUnits();
  const plan = await explain(db, () =>
    listDaySteps(db, { user: "u1", day: "2026-11-23", limit: 10 }),
  );
  expect(plan).toEqual([expect.stringMatching(/SEARCH day_steps USING .*user_id=\? AND day=\?/)]);
  expect(slowSteps(plan)).toEqual([]);
});
