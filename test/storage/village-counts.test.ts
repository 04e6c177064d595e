import { beforeEach, expect, test } from "vitest";
import { createCaseStore } from "../../app/storage/case-store";
import type { Database } from "../../app/storage/database";
import { countDue, countEarlier, countOpen, countStates } from "../../app/storage/village-counts";
import { onPostgres } from "../postgres/test-databases";
import { explain, slowSteps } from "../support/explain";
import { makeStep, makeTask, makeWork, NOW } from "../support/make-work";
import { openDatabaseWithUnits } from "../support/open-test-database";

const HERE = "991021200201";
const THERE = "991021200202";
let db: Database;

beforeEach(async () => {
  db = await openDatabaseWithUnits();
});

async function add(
  caseId: string,
  { place = HERE, state = "triage", dueAt = null as number | null, at = NOW } = {},
): Promise<void> {
  const matter = {
    ...{ place: { code: place, name: place }, state },
    tasks: [makeTask({ id: `${caseId}:t`, dueAt })],
  };
  await createCaseStore(db).commit([makeWork({ caseId, at, matter })]);
}

test("open matters are counted by package and state, with those begun before a day", async () => {
  await add("a", { at: NOW - 1000 });
  await add("b");
  await add("c", { state: "closing" });
  await add("d", { place: THERE });
  expect(await countStates(db, { place: HERE, begunBefore: NOW })).toEqual([
    { package: "dispute-mediation", state: "closing", count: 1, earlier: 0 },
    { package: "dispute-mediation", state: "triage", count: 2, earlier: 1 },
  ]);
  expect(await countOpen(db, { places: [HERE, THERE], package: "dispute-mediation" })).toEqual(
    new Map([
      [HERE, 3],
      [THERE, 1],
    ]),
  );
  expect(await countOpen(db, { places: [HERE], package: "training" })).toEqual(new Map());
  const before = [HERE, THERE].map((place) => ({ place, before: NOW }));
  expect(await countEarlier(db, before)).toEqual(new Map([[HERE, 1]]));
});

test("what has ended is not counted", async () => {
  const first = makeStep({ caseId: "a" });
  await createCaseStore(db).commit([{ ...makeWork({ caseId: "a" }), steps: [first] }]);
  await createCaseStore(db).commit([
    makeWork({ before: first.next, matter: { status: "ended", end: "completed", tasks: [] } }),
  ]);
  expect(await countStates(db, { place: HERE, begunBefore: NOW })).toEqual([]);
  expect(await countDue(db, { places: [HERE], after: 0, upTo: NOW })).toEqual(new Map());
});

test("a matter is due when the first of what waits is; the bounds are after and up to", async () => {
  await add("a", { dueAt: NOW });
  await add("b", { dueAt: NOW + 1 });
  await add("c", { dueAt: NOW + 1, place: THERE });
  await add("d");
  const due = (after: number, upTo: number) => countDue(db, { places: [HERE, THERE], after, upTo });
  expect(await due(0, NOW)).toEqual(new Map([[HERE, 1]]));
  expect(await due(NOW, NOW + 1)).toEqual(
    new Map([
      [HERE, 1],
      [THERE, 1],
    ]),
  );
  expect(await countDue(db, { places: [], after: 0, upTo: NOW })).toEqual(new Map());
});

test.skipIf(onPostgres())(
  "every count is a range of an index: no matter is read, nothing is sorted",
  async () => {
    await add("a");
    const plan = await explain(db, async () => {
      await countStates(db, { place: HERE, begunBefore: NOW });
      await countDue(db, { places: [HERE, THERE], after: 0, upTo: NOW });
      await countOpen(db, { places: [HERE, THERE], package: "dispute-mediation" });
      await countEarlier(db, [{ place: HERE, before: NOW }]);
    });
    expect(plan.filter((step) => step.includes("COVERING INDEX"))).toHaveLength(4);
    expect(slowSteps(plan)).toEqual([]);
  },
);
