import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PeopleSnapshot, UnitRecord } from "../../app/engine/people-ports";
import { isInScope, type Assignment } from "../../app/engine/person";
import { createCaseStore } from "../../app/storage/case-store";
import { createPeopleStore } from "../../app/storage/people-store";
import { findScopeUnits } from "../../app/storage/scope-units";
import { listMatters } from "../../app/storage/worklist";
import { makeTask, makeWork, NOW } from "../support/make-work";
import { openDatabaseWithUnits, openTestDatabase, UNITS } from "../support/open-test-database";

const SNAPSHOT: PeopleSnapshot = {
  units: UNITS,
  users: [
    {
      id: "u1",
      login: "gaoyuan",
      name: "高原",
      passwordHash: "scrypt$…",
      demo: true,
      disabledAt: null,
      language: "zh",
      largeType: true,
      createdAt: NOW,
    },
  ],
  assignments: [
    { id: "a1", user: "u1", role: "officer", unit: "station", from: NOW, to: null },
    { id: "a2", user: "u1", role: "mediator", unit: "village", from: NOW, to: NOW + 1 },
  ],
  adoptions: [
    { unit: "county", package: "dispute-mediation", variant: null, from: "2026-01-01", to: null },
  ],
  modelAdoptions: [
    {
      ...{ unit: "county", kind: null, model: "resident", from: "2026-01-01", to: null },
      ...{ settings: { "dispute-mediation": { maxSessions: 2 } }, decidedBy: "991021-1" },
    },
    {
      ...{ unit: "county", kind: "urban", model: "room", from: "2026-01-01", to: "2026-06-30" },
      ...{ settings: {}, decidedBy: null },
    },
  ],
  villageKinds: [{ unit: "village", kind: "urban", from: "2026-02-01", decidedBy: null }],
  unitFacts: [{ unit: "village", facts: { households: 412, network: "fibre" }, day: "2026-02-01" }],
  substitutions: [
    {
      ...{ id: "s1", user: "u1", substitute: "u1", from: NOW, to: NOW + 9, endedAt: null },
      ...{ packages: ["transfer"], reason: "培训", setBy: "u1" },
    },
  ],
};
const byId = <Row extends { id: string }>(rows: readonly Row[]) =>
  [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

describe("saving and loading", () => {
  test("gives back everything that was saved", async () => {
    const store = createPeopleStore(await openTestDatabase());
    await store.save(SNAPSHOT);
    const loaded = await store.load();
    expect({ ...loaded, units: byId(loaded.units) }).toEqual({
      ...SNAPSHOT,
      units: byId(SNAPSHOT.units),
    });
  });

  test("replaces by id and leaves the others as they are", async () => {
    const store = createPeopleStore(await openTestDatabase());
    await store.save(SNAPSHOT);
    const user = { ...SNAPSHOT.users[0], login: "other", id: "u2", name: "李" };
    const [adoption] = SNAPSHOT.adoptions;
    await store.save({
      users: [{ ...SNAPSHOT.users[0], ...user }] as PeopleSnapshot["users"],
      units: [{ ...UNITS[1], name: "新名", covers: ["991021201"] } as UnitRecord],
      adoptions: [{ ...adoption, variant: "strict" }] as PeopleSnapshot["adoptions"],
    });
    const [general] = SNAPSHOT.modelAdoptions;
    await store.save({
      modelAdoptions: [{ ...general, to: "2026-12-31" }] as PeopleSnapshot["modelAdoptions"],
      villageKinds: [{ unit: "village", kind: "plain", from: "2026-02-01", decidedBy: "m" }],
      unitFacts: [{ unit: "village", facts: { households: 410 }, day: "2026-03-01" }],
    });
    const { units, users, adoptions, ...models } = await store.load();
    expect(users.map(({ login }) => login)).toEqual(["gaoyuan", "other"]);
    const station = units.find(({ id }) => id === "station");
    expect(station).toMatchObject({ name: "新名", covers: ["991021201"] });
    expect(adoptions).toEqual([{ ...adoption, variant: "strict" }]);
    expect(models.modelAdoptions.map(({ kind, to }) => [kind, to])).toEqual([
      [null, "2026-12-31"],
      ["urban", "2026-06-30"],
    ]);
    expect(models.villageKinds.map(({ kind }) => kind)).toEqual(["plain"]);
    expect(models.unitFacts.map(({ facts }) => facts)).toEqual([{ households: 410 }]);
  });

  test("stores all of a change or nothing", async () => {
    const store = createPeopleStore(await openTestDatabase());
    const orphan = { ...SNAPSHOT.assignments[0], user: "nobody" };
    const change = { ...SNAPSHOT, assignments: [orphan] as PeopleSnapshot["assignments"] };
    await expect(store.save(change)).rejects.toThrow(/foreign key/i);
    expect((await store.load()).users).toEqual([]);
  });

  test("two people cannot have the same login", async () => {
    const store = createPeopleStore(await openTestDatabase());
    await store.save(SNAPSHOT);
    const double = { ...SNAPSHOT.users[0], id: "u2" } as PeopleSnapshot["users"][number];
    await expect(store.save({ users: [double] })).rejects.toThrow(/unique/i);
  });
});

describe("scope", () => {
  const prefix = fc.constantFrom("99", "9910", "991021", "991021200", "991021200201", "9910213");
  const shape = fc.record({
    parent: fc.nat({ max: 7 }),
    covers: fc.array(prefix, { maxLength: 3 }),
  });
  const village = fc.constantFrom("991021200201", "991021200202", "991021300101", "551021200201");
  const place = fc.oneof(village, fc.constantFrom("991021200000", "991021000000"));

  test(
    "the units on whose lists a matter stands are those in whose scope the engine sees it",
    { timeout: 30_000 },
    async () => {
      const db = await openTestDatabase();
      const property = fc.asyncProperty(
        fc.array(shape, { minLength: 1, maxLength: 8 }),
        place,
        fc.nat({ max: 7 }),
        async (shapes, code, owner) => {
          const units = shapes.map(({ parent, covers }, index): UnitRecord => ({
            id: `u${index}`,
            name: "",
            kind: "station",
            parent: parent < index ? `u${parent}` : null,
            covers: [...new Set(covers)],
            dutyPhone: null,
          }));
          for (const table of ["unit_prefixes", "unit_ancestors", "units"]) {
            await db.run(`delete from ${table}`);
          }
          await createPeopleStore(db).save({ units });
          const matter = { place: code, owner: `u${owner % units.length}` };
          const found = (await findScopeUnits(db.run, [matter]))(matter);
          const expected = units.filter((unit) => isInScope(assignmentIn(unit, units), matter));
          expect(found).toEqual(expected.map(({ id }) => id));
        },
      );
      await fc.assert(property, { numRuns: 40 });
    },
  );

  /** An assignment whose unit is described as the engine wants it: with all that lies under it. */
  function assignmentIn(unit: UnitRecord, units: readonly UnitRecord[]): Assignment {
    const isUnder = (id: string | null): boolean =>
      id !== null &&
      (id === unit.id || isUnder(units.find((other) => other.id === id)?.parent ?? null));
    const below = units.filter(({ id }) => isUnder(id));
    const scope = {
      id: unit.id,
      name: "",
      kind: unit.kind,
      covers: below.flatMap(({ covers }) => covers),
      within: below.map(({ id }) => id),
    };
    return { id: "a", role: "officer", unit: scope, from: 0, to: null };
  }

  test("when units change, open matters move to the lists where they now belong", async () => {
    const db = await openDatabaseWithUnits();
    const tasks = [makeTask({ id: "t" })];
    await createCaseStore(db).commit([makeWork({ caseId: "a", matter: { tasks } })]);
    const listed = async (unit: string) => {
      const of = { held: [{ role: "officer", unit }] };
      return (await listMatters(db, { of, after: null, limit: 5 })).rows.length;
    };
    expect([await listed("area"), await listed("other")]).toEqual([1, 0]);
    const [area, other] = ["area", "other"].map((id) => UNITS.find((unit) => unit.id === id));
    await createPeopleStore(db).save({
      units: [
        { ...area, covers: [] },
        { ...other, covers: ["991021200201"] },
      ] as UnitRecord[],
    });
    expect([await listed("area"), await listed("other")]).toEqual([0, 1]);
    const [lists] = await db.run("select count(*) as n from case_units where unit_id = 'other'");
    expect(lists).toEqual({ n: 1 });
  });
});
