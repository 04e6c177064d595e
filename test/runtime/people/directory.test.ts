import { describe, expect, test } from "vitest";
import type { PeopleSnapshot, UnitRecord, UserRecord } from "../../../app/engine/people-ports";
import { createDirectory } from "../../../app/runtime/people/directory";

const STONE_BRIDGE = "991021200201";
const WATER_WELL = "991021200206";

function unit(id: string, more: Partial<UnitRecord> = {}): UnitRecord {
  return { id, name: id, kind: "village", parent: null, covers: [id], dutyPhone: null, ...more };
}

function user(id: string, more: Partial<UserRecord> = {}): UserRecord {
  return {
    id,
    login: id,
    name: id,
    passwordHash: null,
    demo: false,
    disabledAt: null,
    language: "zh",
    largeType: false,
    createdAt: 0,
    ...more,
  };
}

const units = [
  unit("991021", { kind: "county" }),
  unit("991021200", { kind: "township", parent: "991021" }),
  unit("station", {
    kind: "station",
    parent: "991021",
    covers: ["991021200"],
    dutyPhone: "0000-6200110",
    name: "青石派出所",
  }),
  unit("area", { kind: "policeArea", parent: "station", covers: [WATER_WELL] }),
  unit(STONE_BRIDGE, { parent: "991021200", name: "石桥村" }),
  unit(WATER_WELL, { parent: "991021200", name: "水井村" }),
];

const EMPTY: PeopleSnapshot = {
  ...{ units: [], users: [], assignments: [], adoptions: [] },
  ...{ modelAdoptions: [], villageKinds: [], unitFacts: [], substitutions: [] },
};

function makeDirectory(change: Partial<PeopleSnapshot> = {}) {
  return createDirectory({ ...EMPTY, units, ...change });
}

const post = (user: string, role: string, unit: string, to: number | null = null) => {
  return { id: `${user}.${role}`, user, role, unit, from: 0, to };
};

describe("units", () => {
  test("a unit covers what its descendants cover", () => {
    const scope = makeDirectory().findScope("991021");
    expect([...(scope?.covers ?? [])].sort()).toEqual([
      "991021",
      "991021200",
      STONE_BRIDGE,
      WATER_WELL,
    ]);
    expect([...(scope?.within ?? [])].sort()).toEqual(units.map(({ id }) => id).sort());
  });

  test("a shared code makes nobody the descendant of another", () => {
    expect(makeDirectory().findScope("station")?.within).toEqual(["station", "area"]);
    expect(makeDirectory().findScope("991021200")?.within).not.toContain("station");
  });

  test("the units over a place come nearest first", () => {
    const ids = makeDirectory()
      .unitsCovering(WATER_WELL)
      .map(({ id }) => id);
    expect(ids).toEqual([WATER_WELL, "area", "991021200", "station", "991021"]);
    expect(makeDirectory().unitsCovering("880000000000")).toEqual([]);
  });

  test("the way up from a place starts at its village", () => {
    const ids = makeDirectory()
      .upFrom(WATER_WELL)
      .map(({ id }) => id);
    expect(ids).toEqual([WATER_WELL, "991021200", "991021"]);
  });

  test("units in a ring of parents do not hang the server", () => {
    const ring = [unit("11", { parent: "12" }), unit("12", { parent: "11" })];
    const directory = makeDirectory({ units: ring });
    expect([...(directory.findScope("11")?.within ?? [])]).toEqual(["11", "12"]);
    expect(directory.upFrom("110000000000").map(({ id }) => id)).toEqual(["11", "12"]);
  });
});

describe("people", () => {
  test("a person has every post, each with the reach of its unit", () => {
    const directory = makeDirectory({
      users: [user("lu")],
      assignments: [post("lu", "officer", "station"), post("lu", "stationChief", "station")],
    });
    const person = directory.findPerson("lu");
    expect(person?.assignments.map(({ role }) => role)).toEqual(["officer", "stationChief"]);
    expect(person?.assignments[0]?.unit.covers).toEqual(["991021200", WATER_WELL]);
  });

  test("a disabled account is no person any more, but still has its name", () => {
    const directory = makeDirectory({ users: [user("lu", { disabledAt: 5 })] });
    expect(directory.findPerson("lu")).toBeUndefined();
    expect(directory.findUser("lu")?.name).toBe("lu");
  });

  test("a post in a unit that is gone gives no powers", () => {
    const assignments = [post("lu", "officer", "gone")];
    const directory = makeDirectory({ users: [user("lu")], assignments });
    expect(directory.findPerson("lu")?.assignments).toEqual([]);
  });

  test("an auxiliary's places are her village, an officer's are all of the station's", () => {
    const directory = makeDirectory({
      users: [user("lu"), user("yang")],
      assignments: [post("lu", "officer", "station"), post("yang", "auxiliary", STONE_BRIDGE)],
    });
    const namesFor = (id: string, now: number) => {
      const person = directory.findPerson(id);
      return person ? directory.placesOf(person, now).map(({ name }) => name) : [];
    };
    expect(namesFor("yang", 1)).toEqual(["石桥村"]);
    expect(namesFor("lu", 1)).toEqual(["石桥村", "水井村"]);
  });

  test("what belongs to the whole station is within reach of its officers and of its villages", () => {
    const directory = makeDirectory({
      users: [user("lu"), user("yang"), user("far")],
      assignments: [
        post("lu", "officer", "station"),
        post("yang", "auxiliary", STONE_BRIDGE),
        post("far", "auxiliary", "991021300201"),
      ],
      units: [...units, unit("991021300201")],
    });
    const areasFor = (id: string) => {
      const person = directory.findPerson(id);
      return person ? directory.placesOf(person, 1, "station").map(({ code }) => code) : [];
    };
    expect(areasFor("lu")).toEqual(["991021200000"]);
    expect(areasFor("yang")).toEqual(["991021200000"]);
    expect(areasFor("far")).toEqual([]);
  });

  test("a post that has ended reaches no place", () => {
    const assignments = [post("yang", "auxiliary", STONE_BRIDGE, 10)];
    const directory = makeDirectory({ users: [user("yang")], assignments });
    const person = directory.findPerson("yang");
    expect(person && directory.placesOf(person, 10)).toEqual([]);
  });

  test("those who hold a role over a matter are found by place or by owner", () => {
    const directory = makeDirectory({
      users: [user("gao"), user("luo", { disabledAt: 3 }), user("yang"), user("xiang")],
      assignments: [
        post("gao", "officer", "station"),
        post("luo", "officer", "station"),
        post("yang", "auxiliary", STONE_BRIDGE),
        post("xiang", "auxiliary", WATER_WELL),
      ],
    });
    const roles = ["officer", "auxiliary"];
    const find = (place: string, owner: string) =>
      directory.holders({ roles, matter: { place, owner }, now: 1 });
    expect(find(STONE_BRIDGE, "station")).toEqual(["gao", "yang"]);
    expect(find("880000000000", WATER_WELL)).toEqual(["xiang"]);
    expect(find("880000000000", "elsewhere")).toEqual([]);
  });

  test("the duty of a place is its station's officers and published phone", () => {
    const directory = makeDirectory({
      users: [user("1", { name: "高原" }), user("2", { name: "罗晓东" })],
      assignments: [post("1", "officer", "station"), post("2", "officer", "station")],
    });
    expect(directory.duty(STONE_BRIDGE, 1)).toEqual({
      name: "高原、罗晓东",
      unitName: "青石派出所",
      phone: "0000-6200110",
    });
    expect(directory.duty("880000000000", 1)).toBeNull();
  });
});
