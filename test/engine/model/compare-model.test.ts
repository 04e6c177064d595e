import { describe, expect, test } from "vitest";
import areaOfficer from "../../../workflows/models/area-officer/model.json";
import residentAuxiliary from "../../../workflows/models/resident-auxiliary/model.json";
import roomAndCustody from "../../../workflows/models/room-and-custody/model.json";
import stationTeam from "../../../workflows/models/station-team/model.json";
import villageOfficer from "../../../workflows/models/village-officer/model.json";
import { compareModel } from "../../../app/engine/model/compare-model";
import type { ForceGiven } from "../../../app/engine/model/force-given";
import type { ModelSource } from "../../../app/engine/model/model-source";

const model = (file: unknown): ModelSource => file as ModelSource;
const NAMES = "石桥村 柏树村 岩湾村 松坪村 梨坪村 水井村 上坝村 云头村".split(" ");

/** 青石乡: eight villages, two officers, a station of four. */
function given(change: Partial<ForceGiven> = {}, villages = NAMES.length): ForceGiven {
  return {
    villages: NAMES.slice(0, villages).map((name, i) => ({
      ...{ code: `9910212002${String(i + 1).padStart(2, "0")}`, name, township: "991021200" },
      ...{ area: null, auxiliaries: 0, mediators: 0, candidates: null },
    })),
    officers: [{ name: "高原" }, { name: "罗晓东" }],
    stationAuxiliaries: 0,
    stations: [{ name: "青石派出所", police: 4 }],
    county: { stationPolice: 20, policeTotal: null },
    ...change,
  };
}

const compare = (file: unknown, of = given()) => compareModel(model(file), of, new Map());
const failing = (found: ReturnType<typeof compare>) =>
  found.demands.filter(({ truth }) => truth === false).map(({ name }) => name);

describe("青石乡 with two officers", () => {
  test("cannot have an officer in every village: six are short, the demands named", () => {
    const found = compare(villageOfficer);
    expect(found.verdict).toBe("infeasible");
    expect(found.slots).toMatchObject([{ needed: 8, there: 2, short: 6 }]);
    expect(failing(found)).toEqual(["each", "presence"]);
    expect(found.demands.map(({ says }) => says.zh)).toEqual([
      "每个村要有一名包村民警：8 个村只有 2 人",
      "每村每周驻 2 个工作日：2 人一共只够 4 个村",
      "24 小时由派出所值班：2 人轮流，不增不减",
    ]);
  });

  test("can have a resident auxiliary in each, who are chosen from the villages", () => {
    const found = compare(residentAuxiliary);
    expect(found.verdict).toBe("feasible");
    expect(found.slots).toMatchObject([
      { name: "auxiliary", needed: 8, there: 0, short: 8 },
      { name: "officer", needed: 2, there: 2, short: 0 },
    ]);
    expect(found.demands.find(({ name }) => name === "candidates")).toMatchObject({
      ...{ truth: "unknown", blocks: false },
      says: { zh: "每村一名协勤，从本村选：报名人数待核，可以先开始选拔" },
    });
  });

  test("says which village nobody has applied in", () => {
    const villages = given().villages.map((village, i) => ({
      ...village,
      candidates: i === 7 ? 0 : 1,
    }));
    const { demands, verdict } = compare(residentAuxiliary, given({ villages }));
    expect(verdict).toBe("feasible");
    expect(demands.at(-1)?.says.zh).toBe("云头村还没有人报名，不影响其他村先办");
  });

  test("an officer's week reaches two villages or four", () => {
    const week = (file: unknown) => compare(file).week;
    expect(week(villageOfficer)).toMatchObject({ served: 2, unserved: 2 });
    expect(
      week(villageOfficer)?.days.map(({ kind, villages }) => villages.join("、") || kind),
    ).toEqual([...["石桥", "柏树", "石桥", "柏树", "station", "duty", "rest"]]);
    expect(week(residentAuxiliary)).toMatchObject({ served: 4, unserved: 0 });
    expect(
      week(residentAuxiliary)?.days.map(({ kind, villages }) => villages.join("、") || kind),
    ).toEqual([
      ...["石桥、柏树", "岩湾、松坪", "station", "石桥、柏树", "岩湾、松坪", "duty", "rest"],
    ]);
  });
});

describe("areas of Hubei 2018", () => {
  test("eight villages are one area, but a station of four is too small", () => {
    const found = compare(areaOfficer);
    expect(found.verdict).toBe("infeasible");
    expect(failing(found)).toEqual(["station"]);
    expect(found.staff).toMatchObject({ areas: 1, smallestArea: 8, smallestStation: 4 });
  });

  test.each([
    [4, "infeasible", ["areas"]],
    [5, "feasible", []],
    [8, "feasible", []],
  ])("%i villages: %s", (count, verdict, names) => {
    const stations = [{ name: "平川派出所", police: 5 }];
    const found = compare(areaOfficer, given({ stations }, count));
    expect([found.verdict, failing(found)]).toEqual([verdict, names]);
  });

  test("nine villages of one township make no areas of five to eight, ten make two", () => {
    const many = (count: number) =>
      given({
        stations: [{ name: "平川派出所", police: 5 }],
        villages: Array.from({ length: count }, (_, i) => ({
          ...(given().villages[0] as ForceGiven["villages"][number]),
          code: String(i),
        })),
      });
    expect(compare(areaOfficer, many(9)).staff).toMatchObject({ areas: 2, smallestArea: 4 });
    expect(compare(areaOfficer, many(10)).staff).toMatchObject({ areas: 2, smallestArea: 5 });
  });

  test("areas that are drawn count as drawn", () => {
    const villages = given().villages.map((village, i) => ({
      ...village,
      area: i < 2 ? "north" : "south",
    }));
    expect(compare(areaOfficer, given({ villages })).staff).toMatchObject({
      ...{ areas: 2, smallestArea: 2, largestArea: 6 },
    });
  });

  test.each([
    [null, "unknown"],
    [50, true],
    [51, false],
  ])("four tenths of the county's police: a total of %s", (policeTotal, truth) => {
    const { demands } = compare(areaOfficer, given({ county: { stationPolice: 20, policeTotal } }));
    expect(demands.find(({ name }) => name === "share")?.truth).toBe(truth);
  });
});

test("a merged roster needs an officer on each of three shifts", () => {
  expect(failing(compare(stationTeam))).toContain("shifts");
  const officers = ["甲", "乙", "丙"].map((name) => ({ name }));
  expect(compare(stationTeam, given({ officers, stationAuxiliaries: 2 }, 4))).toMatchObject({
    verdict: "feasible",
    slots: [
      { needed: 3, there: 3 },
      { needed: 3, there: 2, short: 1 },
    ],
  });
});

test("a police room of its own needs an officer of its own", () => {
  expect(compare(roomAndCustody, given({}, 1)).verdict).toBe("feasible");
  expect(compare(roomAndCustody).verdict).toBe("infeasible");
});

test("auxiliaries of a village fill that village's places only", () => {
  const villages = given().villages.map((village, i) => ({
    ...village,
    auxiliaries: i === 0 ? 3 : 0,
  }));
  const [slot] = compare(residentAuxiliary, given({ villages })).slots;
  expect(slot).toMatchObject({ needed: 8, there: 1, short: 7 });
});

test("without officers there is no week, and nothing that needs one is feasible", () => {
  const found = compare(residentAuxiliary, given({ officers: [] }));
  expect(found).toMatchObject({ verdict: "infeasible", week: null });
});
