import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Task } from "../../app/engine/case";
import { createCaseStore } from "../../app/storage/case-store";
import type { Database } from "../../app/storage/database";
import {
  countTasks,
  listTasks,
  MOST_COUNTED,
  type WorklistOf,
  type WorklistQuery,
} from "../../app/storage/worklist";
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

async function idsOf(db: Database, query: WorklistQuery, limit = 50): Promise<string[]> {
  const { rows } = await listTasks(db, { ...query, after: null, limit });
  return rows.map(({ taskId }) => taskId);
}

const held = (...pairs: [role: string, unit: string][]): WorklistOf => ({
  held: pairs.map(([role, unit]) => ({ role, unit })),
});

describe("whose tasks are listed", () => {
  test("those of the role, in the units that cover the place or lie above one that does", async () => {
    const db = await openDatabaseWithUnits();
    await addMatter(db, "a", [{ id: "t" }]);
    for (const unit of ["station", "area", "village", "county"]) {
      expect(await idsOf(db, { of: held(["officer", unit]) }), unit).toEqual(["t"]);
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
      expect(await idsOf(db, { of: held(["officer", unit]) }), unit).toEqual(["t"]);
    }
    expect(await idsOf(db, { of: held(["officer", "village"]) })).toEqual([]);
  });

  test("a task that several roles can take, once for a person with several posts", async () => {
    const db = await openDatabaseWithUnits();
    await addMatter(db, "a", [{ id: "t", roles: ["officer", "mediator"] }]);
    const of = held(["officer", "station"], ["mediator", "village"], ["officer", "county"]);
    expect(await idsOf(db, { of })).toEqual(["t"]);
    expect(await countTasks(db, { of })).toBe(1);
  });

  test("those with one person", async () => {
    const db = await openDatabaseWithUnits();
    await addMatter(db, "a", [
      { id: "mine", assignee: "u1" },
      { id: "theirs", assignee: "u2" },
    ]);
    expect(await idsOf(db, { of: { assignee: "u1" } })).toEqual(["mine"]);
  });

  test("only the overdue, where these are asked for", async () => {
    const db = await openDatabaseWithUnits();
    const of = held(["officer", "station"]);
    await addMatter(db, "a", [
      { id: "over", dueAt: NOW - 1 },
      { id: "now", dueAt: NOW },
      { id: "never" },
    ]);
    expect(await idsOf(db, { of, dueBefore: NOW })).toEqual(["over"]);
    expect(await countTasks(db, { of, dueBefore: NOW })).toBe(1);
  });
});

describe("what a row shows", () => {
  test("the matter, its title in plain text, and the due date as it was computed", async () => {
    const db = await openDatabaseWithUnits();
    const due = { dueAt: NOW, dueDay: "2026-11-23", provisional: true };
    await addMatter(db, "a", [{ id: "t", path: "triage", assignee: "u1", ...due }]);
    const { rows } = await listTasks(db, { of: { assignee: "u1" }, after: null, limit: 5 });
    expect(rows).toEqual([
      {
        taskId: "t",
        caseId: "a",
        path: "triage",
        assignee: "u1",
        ...due,
        workflow: "dispute-mediation",
        hash: "h1",
        number: null,
        title: { zh: "杨秀兰与李大顺的宅基地纠纷" },
        placeName: "991021200201",
        status: "open",
        paused: false,
      },
    ]);
  });
});

describe("order and pages", () => {
  test(
    "due first, those without a date last, each task on exactly one page",
    { timeout: 30_000 },
    async () => {
      const task = fc.record({
        dueAt: fc.option(fc.integer({ min: NOW, max: NOW + 5 }), { nil: null }),
        roles: fc.subarray(["officer", "mediator"], { minLength: 1 }),
        village: fc.constantFrom("991021200201", "991021200202"),
      });
      const property = fc.asyncProperty(
        fc.array(task, { maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        async (tasks, limit) => {
          const db = await openDatabaseWithUnits();
          for (const [index, { village, ...rest }] of tasks.entries()) {
            const id = `t${index}`;
            await addMatter(db, id, [{ id, ...rest }], { place: village, owner: "county" });
          }
          const of = held(["officer", "area"], ["mediator", "village"], ["officer", "county"]);
          const expected = tasks
            .map((each, index) => ({ ...each, id: `t${index}` }))
            .filter(({ roles, village }) => {
              return roles.includes("officer") || village === "991021200201";
            })
            .sort((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || (a.id < b.id ? -1 : 1))
            .map(({ id }) => id);
          const seen: string[] = [];
          let after: string | null = null;
          do {
            const page: Awaited<ReturnType<typeof listTasks>> = await listTasks(db, {
              of,
              after,
              limit,
            });
            expect(page.rows.length).toBeLessThanOrEqual(limit);
            seen.push(...page.rows.map(({ taskId }) => taskId));
            after = page.next;
          } while (after !== null);
          expect(seen).toEqual(expected.sort((a, b) => expected.indexOf(a) - expected.indexOf(b)));
          expect(await countTasks(db, { of })).toBe(expected.length);
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
      const { rows } = await listTasks(db, { of, after, limit: 5 });
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

  test.each(queries)("no table is scanned and nothing is sorted: %s", async (_, query) => {
    const db = await openDatabaseWithUnits();
    await addMatter(db, "a", [{ id: "t", assignee: "u1", dueAt: NOW - 1 }]);
    const plan = await explain(db, async () => {
      await listTasks(db, { ...query, after: null, limit: 50 });
      await listTasks(db, { ...query, after: `${NOW - 2}~t`, limit: 50 });
      await countTasks(db, query);
    });
    expect(slowSteps(plan)).toEqual([]);
    expect(plan.filter((step) => step.includes("COVERING INDEX"))).not.toEqual([]);
  });

  test("counting stops at the cap", async () => {
    const db = await openDatabaseWithUnits();
    await addMatter(
      db,
      "a",
      Array.from({ length: MOST_COUNTED + 5 }, (_, i) => ({ id: `t${i}` })),
    );
    expect(await countTasks(db, { of: held(["officer", "area"], ["officer", "station"]) })).toBe(
      MOST_COUNTED,
    );
  });
});
