import { beforeEach, describe, expect, test } from "vitest";
import { demoModels } from "../../../app/runtime/demo/demo-models";
import { createVillages } from "../../../app/runtime/models/create-villages";
import type { Session, VillagesApi } from "../../../app/runtime/api";
import { loadPackages } from "../../../app/runtime/load-packages";
import { loadPlugins } from "../../../app/runtime/plugins";
import { projectRoot } from "../../../app/runtime/project-root";
import {
  accepted,
  codeOf,
  openTestCases,
  QINGYUAN,
  SHIQIAO,
  type TestCases,
} from "../../support/open-test-cases";

const DONGGUAN = "991022100201";
const { kinds } = await loadPackages({ dir: projectRoot });
let cases: TestCases;
let villages: VillagesApi;
let chief: Session;

beforeEach(async () => {
  cases = await openTestCases({ dir: projectRoot });
  await cases.people.save({
    ...demoModels(),
    villageKinds: [
      ...demoModels().villageKinds,
      { unit: DONGGUAN, kind: "urban", from: "2026-11-02", decidedBy: null },
    ],
    assignments: [
      {
        id: "c",
        user: "gaoyuan",
        role: "stationChief",
        unit: "991021200.station",
        from: 0,
        to: null,
      },
      { id: "h", user: "luojianping", role: "countyHR", unit: "991021", from: 0, to: null },
    ],
  });
  villages = open(true);
  chief = cases.as("gaoyuan");
});

function open(isDemo: boolean): VillagesApi {
  return createVillages({ ...cases.parts, kinds, registry: loadPlugins(), isDemo });
}

async function register(place: string, login: "yangxiulan" | "zhouzheng" = "yangxiulan") {
  const form = {
    reporter: "李有福",
    where: "二组",
    what: "水沟堵了。",
    urgency: "normal",
    hurt: "no",
  };
  const input = { commandId: `${place}-${cases.clock.time}`, expectedSeq: 0, form, place };
  accepted(await cases.part.start(cases.as(login), { ...input, package: "dispute-mediation" }));
}

describe("the page of all villages", () => {
  test("shows a demo's villages to everybody, by county and township, with their models", async () => {
    const view = accepted(await villages.villages(null));
    expect(view).toMatchObject({ region: "三县示范区", count: 28, mayCompare: false });
    expect(view.legend.map(({ model, count }) => [model.letter, count])).toEqual([
      ["驻", 13],
      ["区", 10],
      ["合", 4],
      ["托", 1],
    ]);
    expect(view.bands.map(({ county, name, about }) => [county, name, about.zh])).toEqual([
      ["云岭县", "平川镇", "平坝村，6 个村"],
      [null, "青石乡", "山区村，8 个村"],
      ["河湾县", "城关镇", "城郊村 4 个、城中村 1 个"],
      ["清源县", "河口镇", "矿区村，4 个村"],
      [null, "清溪乡", "传统村，5 个村"],
    ]);
  });

  test("says who serves first, and where somebody is missing", async () => {
    const { bands } = accepted(await villages.villages(null));
    const [first, , third] = bands[1]?.tiles ?? [];
    expect(first).toMatchObject({ name: "石桥村", serves: { zh: "协勤 yangxiulan" }, chip: null });
    expect(third).toMatchObject({ serves: { zh: "协勤 待选" }, chip: { text: { zh: "缺人" } } });
  });

  test("counts what is due today and overdue, village by village", async () => {
    await register(SHIQIAO);
    const chip = async () =>
      accepted(await villages.villages(null)).bands[1]?.tiles[0]?.chip?.text.zh;
    cases.clock.time += 24 * 3600_000;
    expect(await chip()).toBe("今天 1 件");
    cases.clock.time += 24 * 3600_000;
    expect(await chip()).toBe("超期 1 件");
  });

  test("tells of a change of model and of what goes on as it began", async () => {
    const { changes } = accepted(await villages.villages(null));
    expect(changes).toMatchObject([
      { code: DONGGUAN, text: { zh: "11月2日起改按警务室＋房屋托管办理。" } },
    ]);
  });

  test("a live installation shows a person their own county, a visitor nothing", async () => {
    const live = open(false);
    expect(codeOf(await live.villages(null))).toBe("model/not-yours");
    expect(accepted(await live.villages(cases.as("yangxiulan"))).count).toBe(14);
    expect(codeOf(await live.village(cases.as("yangxiulan"), QINGYUAN))).toBe(
      "model/unknown-village",
    );
    expect(codeOf(await live.village(cases.as("yangxiulan"), "__proto__"))).toBe(
      "model/unknown-village",
    );
  });
});

describe("a village's page", () => {
  test("says what it is, by which model it works, who serves it and what runs there", async () => {
    await register(SHIQIAO);
    const view = accepted(await villages.village(null, SHIQIAO));
    expect(view).toMatchObject({
      ...{ name: "石桥村", whereabouts: "云岭县青石乡", kind: { zh: "山区村" } },
      facts: { zh: "412 户，到派出所 38 分钟" },
      model: { letter: "驻", sentence: { zh: "小事先在村里办，协勤常驻，民警每周来两次。" } },
      dutyPhone: "0000-6200110",
      suggestion: null,
    });
    expect(view.cards.map(({ name }) => name)).toContain("yangxiulan");
    expect(view.way?.stops.map(({ title, count }) => `${title.zh} ${count}`)).toEqual([
      ...["登记 1", "确认 0", "村里调 0", "签协议 0", "回访 0"],
    ]);
    expect(view.week.days.map(({ is }) => is)[0]).toBe("today");
  });

  test("another village under another model is visibly another", async () => {
    const view = accepted(await villages.village(null, DONGGUAN));
    expect(view).toMatchObject({
      model: { letter: "托" },
      facts: { zh: "出租房 364 套，到派出所 6 分钟" },
    });
    expect(view.way?.stops[0]?.title.zh).toBe("房源登记");
    expect(view.changes.map(({ text }) => text.zh)).toEqual([
      "11月2日起改按警务室＋房屋托管办理。",
    ]);
  });

  test("what was begun under the former model is counted", async () => {
    await cases.people.save({
      villageKinds: [{ unit: SHIQIAO, kind: "urban", from: "2026-11-24", decidedBy: null }],
      modelAdoptions: [
        {
          ...{
            unit: "991021",
            kind: "urban",
            model: "room-and-custody",
            from: "2026-01-01",
            to: null,
          },
          ...{ settings: {}, decidedBy: null },
        },
        {
          ...{
            unit: "991021200",
            kind: "urban",
            model: "room-and-custody",
            from: "2026-01-01",
            to: null,
          },
          ...{ settings: {}, decidedBy: null },
        },
      ],
    });
    await register(SHIQIAO);
    cases.clock.time += 24 * 3600_000;
    const view = accepted(await villages.village(null, SHIQIAO));
    expect(view.model?.letter).toBe("托");
    expect(view.changes[0]?.text.zh).toBe(
      "11月24日起改按警务室＋房屋托管办理，此前开始的 1 件仍按驻村协勤办完。",
    );
    expect(view.more.find(({ title }) => title.zh === "原办法")?.value.zh).toBe(
      "1 件，按驻村协勤办完",
    );
  });

  test("numbers on the way are those that the village's matters really get", async () => {
    const visit = async (place: string) =>
      accepted(await villages.village(null, place)).way?.stops.at(-1)?.who.zh;
    expect(await visit(SHIQIAO)).toBe("第 7 天");
    const variant = {
      package: "dispute-mediation",
      variant: "qingyuan",
      from: "2026-01-01",
      to: null,
    };
    await cases.people.save({ adoptions: [{ ...variant, unit: "991023" }] });
    expect(await visit(QINGYUAN)).toBe("第 7、30、90 天");
  });

  test("where the facts speak for another model, the page says which and why", async () => {
    await cases.people.save({
      unitFacts: [
        {
          unit: SHIQIAO,
          facts: { rentedHouses: 400, newcomers: 900, minutesToStation: 5 },
          day: "2026-11-23",
        },
      ],
      villageKinds: [{ unit: SHIQIAO, kind: "urban", from: "2026-11-01", decidedBy: null }],
    });
    expect(accepted(await villages.village(null, SHIQIAO)).suggestion?.zh).toBe(
      "按现在的情况，更适合警务室＋房屋托管：城中村，出租房一百套以上，外来居住的人多，离派出所一刻钟以内。",
    );
  });
});

describe("comparing", () => {
  const ask = { unit: "991021200", models: ["village-officer", "resident-auxiliary"] };

  test("holds two models against the villages of a township and the people there are", async () => {
    const view = accepted(await villages.compare(chief, ask));
    expect(view).toMatchObject({ unitName: "青石乡", villages: 8, officers: ["gaoyuan"] });
    const [first, second] = view.columns;
    expect(first).toMatchObject({ verdict: "infeasible", adoptable: false });
    expect(first?.slots[0]).toMatchObject({ needed: 8, there: 1, short: 7 });
    expect(second).toMatchObject({ verdict: "infeasible", isNew: false, suits: 8 });
  });

  test("without a choice it takes the model in force and the one that suits most", async () => {
    const view = accepted(await villages.compare(chief, { unit: null, models: [] }));
    expect(view.columns.map(({ id }) => id)[0]).toBe("resident-auxiliary");
    expect(view.columns).toHaveLength(2);
  });

  test("a county's office may compare every township of the county, a station its own", async () => {
    const units = async (login: "gaoyuan" | "luojianping") =>
      accepted(await villages.compare(cases.as(login), ask)).units.map(({ name }) => name);
    expect(await units("gaoyuan")).toEqual(["青石乡"]);
    expect((await units("luojianping")).sort()).toEqual(["云岭县", "平川镇", "青石乡"].sort());
  });

  test("others, other units and unknown models are refused", async () => {
    const { compare } = villages;
    expect(codeOf(await compare(cases.as("yangxiulan"), ask))).toBe("model/not-yours");
    expect(villages.mayCompareModels(cases.as("yangxiulan"))).toBe(false);
    expect(villages.mayCompareModels(chief)).toBe(true);
    expect(codeOf(await compare(chief, { ...ask, unit: "991023200" }))).toBe("model/not-yours");
    expect(codeOf(await compare(chief, { ...ask, models: ["__proto__"] }))).toBe(
      "model/unknown-model",
    );
  });

  test("models are listed with how many of the reader's villages use them", () => {
    const cards = accepted(villages.models(chief));
    const used = Object.fromEntries(cards.map(({ id, villages: count }) => [id, count]));
    expect(used).toMatchObject({ "resident-auxiliary": 8, "area-officer": 6, "station-team": 0 });
  });
});
