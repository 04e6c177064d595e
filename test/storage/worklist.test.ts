import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Task } from "../../app/engine/case";
import { countCases } from "../../app/storage/case-briefs";
import { createCaseStore } from "../../app/storage/case-store";
import type { Database } from "../../app/storage/database";
import {
  countMatters,
  listMatters,
  MOST_COUNTED,
  type WorklistOf,
  type WorklistQuery,
} from "../../app/storage/worklist";
import { onPostgres } from "../postgres/test-databases";
import { explain, slowSteps } from "../support/explain";
import { makeTask, makeWork, NOW } from "../support/make-work";
import { openDatabaseWithUnits } from "../support/open-test-database";

/** Opens a matter with these tasks, in a village of the county. */
async function addMatter(
  db: Database,
  caseId: string,
  tasks: (Partial<Task> & { id: string })[],
  matter: { place?: string; owner?: string } = {},
): Promise<void> {
  const { place = "991021200201", owner = "station" } = matter;
  const work = makeWork({
    caseId,
    matter: {
      place: { code: place, name: place },
      owner: { id: owner, name: owner },
      tasks: tasks.map(makeTask),
    },
  });
  expect(await createCaseStore(db).commit([work])).toEqual([{ ok: true }]);
}

async function rowsOf(db: Database, query: WorklistQuery, limit = 50) {
  return (await listMatters(db, { ...query, after: null, limit })).rows;
}

async function idsOf(db: Database, query: WorklistQuery): Promise<string[]> {
  return (await rowsOf(db, query)).map(({ caseId }) => caseId);
}

const held = (...pairs: [role: string, unit: string][]): WorklistOf => ({
  held: pairs.map(([role, unit]) => ({ role, unit })),
});

describe("whose matters are listed", () => {
  test("those with a task of the role, in the units that cover the place or lie above one that does", async () => {
    const db = await openDatabaseWithUnits();
    await addMatter(db, "a", [{ id: "t" }]);
    for (const unit of ["station", "area", "village", "county"]) {
      expect(await idsOf(db, { of: held(["officer", unit]) }), unit).toEqual(["a"]);
    }
    expect(await idsOf(db, { of: held(["officer", "other"]) })).toEqual([]);
    expect(await idsOf(db, { of: held(["mediator", "station"]) })).toEqual([]);
    expect(await idsOf(db, { of: held() })).toEqual([]);
  });

  test("those of the owner and the units above it, wherever the place is", async () => {
    const db = await openDatabaseWithUnits();
    const far = { place: "995555555555", owner: "area" };
    await addMatter(db, "a", [{ id: "t" }], far);
    for (const unit of ["area", "station", "county"]) {
      expect(await idsOf(db, { of: held(["officer", unit]) }), unit).toEqual(["a"]);
    }
    expect(await idsOf(db, { of: held(["officer", "village"]) })).toEqual([]);
  });

  test("a matter that several roles can take, once for a person with several posts", async () => {
    const db = await openDatabaseWithUnits();
    await addMatter(db, "a", [{ id: "t", roles: ["officer", "mediator"] }]);
    const of = held(["officer", "station"], ["mediator", "village"], ["officer", "county"]);
    expect(await idsOf(db, { of })).toEqual(["a"]);
    expect(await countMatters(db, { of })).toBe(1);
  });

  test("those with one person", async () => {
    const db = await openDatabaseWithUnits();
    await addMatter(db, "a", [{ id: "mine", assignee: "u1" }]);
    await addMatter(db, "b", [{ id: "theirs", assignee: "u2" }]);
    expect(await idsOf(db, { of: { assignee: "u1" } })).toEqual(["a"]);
    expect(await countMatters(db, { of: { assignee: "u1" } })).toBe(1);
  });

  test("only the overdue, where these are asked for", async () => {
    const db = await openDatabaseWithUnits();
    const of = held(["officer", "station"]);
    await addMatter(db, "over", [{ id: "t1", dueAt: NOW - 1 }]);
    await addMatter(db, "now", [{ id: "t2", dueAt: NOW }]);
    await addMatter(db, "never", [{ id: "t3" }]);
    expect(await idsOf(db, { of, dueBefore: NOW })).toEqual(["over"]);
    expect(await countMatters(db, { of, dueBefore: NOW })).toBe(1);
  });
});

describe("a matter with states beside each other", () => {
  const tasks = [
    { id: "t1", path: "talk", roles: ["mediator"], dueAt: NOW + 1 },
    { id: "t2", path: "sign", dueAt: NOW + 3 },
    { id: "t3", path: "look", dueAt: NOW + 2, assignee: "u1" },
  ];

  test("is one row at its soonest due date, with every state that waits for the reader", async () => {
    const db = await openDatabaseWithUnits();
    await addMatter(db, "a", tasks);
    const pathsFor = async (of: WorklistOf) => {
      const rows = await rowsOf(db, { of });
      expect(await countMatters(db, { of })).toBe(rows.length);
      return rows.map((row) => row.tasks.map(({ path }) => path));
    };
    expect(await pathsFor(held(["officer", "station"]))).toEqual([["look", "sign"]]);
    expect(await pathsFor(held(["mediator", "village"]))).toEqual([["talk"]]);
    const both = held(["officer", "station"], ["mediator", "village"]);
    expect(await pathsFor(both)).toEqual([["talk", "look", "sign"]]);
    expect(await pathsFor({ assignee: "u1" })).toEqual([["look"]]);
  });

  test("stands where its soonest task of the reader's puts it, and is overdue by that one alone", async () => {
    const db = await openDatabaseWithUnits();
    await addMatter(db, "a", tasks);
    await addMatter(db, "b", [{ id: "b1", dueAt: NOW + 2 }]);
    await addMatter(db, "c", [{ id: "c1", dueAt: NOW + 1 }]);
    expect(await idsOf(db, { of: held(["officer", "station"]) })).toEqual(["c", "a", "b"]);
    const overdue = { of: held(["officer", "station"]), dueBefore: NOW + 2 };
    expect(await idsOf(db, overdue)).toEqual(["c"]);
  });

  test("is put anew with every step", async () => {
    const db = await openDatabaseWithUnits();
    const work = makeWork({ caseId: "a", matter: { tasks: tasks.map(makeTask) } });
    const store = createCaseStore(db);
    await store.commit([work]);
    const before = work.steps[0]?.next;
    if (!before) throw new Error("there is no step");
    const left = makeTask({ id: "t2", path: "sign", dueAt: NOW + 3 });
    await store.commit([makeWork({ before, matter: { tasks: [left] } })]);
    const [row] = await rowsOf(db, { of: held(["officer", "station"]) });
    expect(row?.tasks).toMatchObject([{ path: "sign", dueAt: NOW + 3 }]);
    expect(await idsOf(db, { of: held(["mediator", "village"]) })).toEqual([]);
    expect(await idsOf(db, { of: { assignee: "u1" } })).toEqual([]);
  });
});

describe("what a row shows", () => {
  test("the matter, its title in plain text, and the due date as it was computed", async () => {
    const db = await openDatabaseWithUnits();
    const due = { dueAt: NOW, dueDay: "2026-11-23", provisional: true };
    await addMatter(db, "a", [{ id: "t", path: "triage", assignee: "u1", ...due }]);
    expect(await rowsOf(db, { of: { assignee: "u1" } })).toEqual([
      {
        caseId: "a",
        workflow: "dispute-mediation",
        hash: "h1",
        number: null,
        title: { zh: "杨秀兰与李大顺的宅基地纠纷" },
        placeName: "991021200201",
        status: "open",
        paused: false,
        tasks: [{ path: "triage", assignee: "u1", ...due }],
      },
    ]);
  });
});

describe("order and pages", () => {
  const task = fc.record({
    dueAt: fc.option(fc.integer({ min: NOW, max: NOW + 5 }), { nil: null }),
    roles: fc.subarray(["officer", "mediator"], { minLength: 1 }),
  });
  const matter = fc.record({
    tasks: fc.array(task, { minLength: 1, maxLength: 3 }),
    village: fc.constantFrom("991021200201", "991021200202"),
  });

  /** Due moment at which a matter stands for an officer of both villages who mediates in the first; undefined: nowhere. */
  function soonest({ tasks, village }: typeof matter extends fc.Arbitrary<infer T> ? T : never) {
    const theirs = tasks.filter(
      ({ roles }) => roles.includes("officer") || village === "991021200201",
    );
    return theirs.length === 0
      ? undefined
      : Math.min(...theirs.map(({ dueAt }) => dueAt ?? Number.MAX_SAFE_INTEGER));
  }

  test(
    "due first, those without a date last, each matter on exactly one page",
    { timeout: 30_000 },
    async () => {
      const property = fc.asyncProperty(
        fc.array(matter, { maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        async (matters, limit) => {
          const db = await openDatabaseWithUnits();
          for (const [index, { village, tasks }] of matters.entries()) {
            const named = tasks.map((each, i) => ({ id: `m${index}:${i}`, ...each }));
            await addMatter(db, `m${index}`, named, { place: village, owner: "county" });
          }
          const of = held(["officer", "area"], ["mediator", "village"], ["officer", "county"]);
          const expected = matters
            .flatMap((each, index) => {
              const due = soonest(each);
              return due === undefined ? [] : [{ due, id: `m${index}` }];
            })
            .sort((a, b) => a.due - b.due || (a.id < b.id ? -1 : 1))
            .map(({ id }) => id);
          const seen: string[] = [];
          let after: string | null = null;
          do {
            const page: Awaited<ReturnType<typeof listMatters>> = await listMatters(db, {
              of,
              after,
              limit,
            });
            expect(page.rows.length).toBeLessThanOrEqual(limit);
            seen.push(...page.rows.map(({ caseId }) => caseId));
            after = page.next;
          } while (after !== null);
          expect(seen).toEqual(expected);
          expect(await countMatters(db, { of })).toBe(expected.length);
          await db.knex.destroy();
        },
      );
      await fc.assert(property, { numRuns: 15 });
    },
  );

  test("a cursor that is none starts from the beginning", async () => {
    const db = await openDatabaseWithUnits();
    await addMatter(db, "a", [{ id: "t" }]);
    const of = held(["officer", "station"]);
    for (const after of ["", "x", "1'; drop table tasks; --", "99999999999999999~t"]) {
      const { rows } = await listMatters(db, { of, after, limit: 5 });
      expect(rows).toHaveLength(1);
    }
  });
});

describe("at scale", () => {
  const queries: [string, WorklistQuery][] = [
    ["one post", { of: held(["officer", "station"]) }],
    ["several posts", { of: held(["officer", "station"], ["mediator", "county"]) }],
    ["one person", { of: { assignee: "u1" } }],
    ["the overdue", { of: held(["officer", "station"]), dueBefore: NOW }],
  ];

  test.skipIf(onPostgres()).each(queries)(
    "no table is scanned and nothing is sorted: %s",
    async (_, query) => {
      const db = await openDatabaseWithUnits();
      await addMatter(db, "a", [{ id: "t", assignee: "u1", dueAt: NOW - 1 }]);
      const plan = await explain(db, async () => {
        await listMatters(db, { ...query, after: null, limit: 50 });
        await listMatters(db, { ...query, after: `${NOW - 2}~a`, limit: 50 });
        await countMatters(db, query);
        await countCases(db, { units: ["station", "area"], status: "open", most: 1000 });
      });
      expect(slowSteps(plan)).toEqual([]);
      expect(plan.filter((step) => step.includes("COVERING INDEX"))).not.toEqual([]);
    },
  );

  test("counting stops at the cap", { timeout: 30_000 }, async () => {
    const db = await openDatabaseWithUnits();
    const works = Array.from({ length: MOST_COUNTED + 5 }, (_, i) =>
      makeWork({ caseId: `m${i}`, matter: { tasks: [makeTask({ id: `t${i}` })] } }),
    );
    await createCaseStore(db).commit(works);
    const of = held(["officer", "station"], ["officer", "county"]);
    expect(await countMatters(db, { of })).toBe(MOST_COUNTED);
    const units = ["station", "county"];
    expect(await countCases(db, { units, status: "open", most: 1000 })).toBe(1000);
    expect(await countCases(db, { units, status: "open", most: 2000 })).toBe(MOST_COUNTED + 5);
  });
});
