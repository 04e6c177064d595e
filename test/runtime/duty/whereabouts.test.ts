import { expect, test } from "vitest";
import { instantOf } from "../../../app/engine/time/zone";
import type { DutyApi } from "../../../app/runtime/api";
import { createDuty } from "../../../app/runtime/duty/create-duty";
import {
  accepted,
  codeOf,
  openTestCases,
  SHIQIAO,
  type Login,
  type TestCases,
} from "../../support/open-test-cases";

const STATION = "991021200.station";

async function open(): Promise<{ cases: TestCases; duty: DutyApi }> {
  const cases = await openTestCases();
  return { cases, duty: createDuty(cases.parts, cases.service) };
}

async function cardsOf(duty: DutyApi, unit: string) {
  const { cards } = accepted(await duty.whereabouts(unit));
  return cards.map(({ name, post, word, place, until, look }) => [
    name,
    post.zh,
    word.zh,
    place,
    until?.zh ?? null,
    look,
  ]);
}

test("the board of a village shows its own people and the station's, who have not turned a card yet", async () => {
  const { duty } = await open();
  expect(await cardsOf(duty, SHIQIAO)).toEqual([
    ["gaoyuan", "民警", "待更新", "", null, "stale"],
    ["yangxiulan", "协勤", "待更新", "", null, "stale"],
    ["yangguoan", "调解员", "待更新", "", null, "stale"],
  ]);
  expect((await cardsOf(duty, STATION)).map(([name]) => name)).toEqual([
    "gaoyuan",
    "luojianping",
    "yangxiulan",
  ]);
});

test("the board gives the duty phone and nothing else of anybody", async () => {
  const { cases, duty } = await open();
  const turned = { word: "in", place: "警务室", until: "2026-11-23T17:30" };
  accepted(await duty.setWhereabouts(cases.as("yangxiulan"), turned));
  const board = accepted(await duty.whereabouts(SHIQIAO));
  expect(board).toMatchObject({ unitName: "石桥村", dutyPhone: "0000-6200110" });
  for (const card of board.cards) {
    expect(Object.keys(card).sort()).toEqual(["look", "name", "place", "post", "until", "word"]);
  }
});

test("a card is turned by its owner, written over, and goes stale two hours after its hour", async () => {
  const { cases, duty } = await open();
  const turn = (by: Login, input: { word: string; place: string; until: string }) =>
    duty.setWhereabouts(cases.as(by), input);
  accepted(await turn("gaoyuan", { word: "in", place: "", until: "2026-11-23T12:00" }));
  accepted(await turn("gaoyuan", { word: "village", place: "岩湾村", until: "2026-11-23T15:00" }));
  accepted(await turn("yangxiulan", { word: "leave", place: "", until: "2026-11-25T08:30" }));
  const [gao, yang] = await cardsOf(duty, SHIQIAO);
  expect(gao).toEqual(["gaoyuan", "民警", "下村", "岩湾村", "15:00", "out"]);
  expect(yang).toEqual(["yangxiulan", "协勤", "请假", "", "11月25日 08:30", "off"]);
  expect(await cases.database.run("select count(*) as n from whereabouts")).toEqual([{ n: 2 }]);

  cases.clock.time = instantOf("2026-11-23T17:00");
  expect((await cardsOf(duty, SHIQIAO))[0]?.[2]).toBe("下村");
  cases.clock.time = instantOf("2026-11-23T17:01");
  expect((await cardsOf(duty, SHIQIAO))[0]).toEqual([
    "gaoyuan",
    "民警",
    "待更新",
    "",
    null,
    "stale",
  ]);
});

test("what cannot stand on a card is refused, and the card stays as it was", async () => {
  const { cases, duty } = await open();
  const good = { word: "in", place: "", until: "2026-11-23T17:30" };
  accepted(await duty.setWhereabouts(cases.as("gaoyuan"), good));
  const refused = async (change: Partial<typeof good>, by: Login = "gaoyuan") =>
    codeOf(await duty.setWhereabouts(cases.as(by), { ...good, ...change }));
  expect(await refused({ word: "sleeping" })).toBe("duty/unknown-word");
  expect(await refused({ word: "__proto__" })).toBe("duty/unknown-word");
  expect(await refused({ until: "17:30" })).toBe("duty/no-return");
  expect(await refused({ until: "2026-11-23T10:00" })).toBe("duty/return-passed");
  expect(await refused({ until: "2027-03-01T10:00" })).toBe("duty/return-too-far");
  expect(await refused({ place: "村".repeat(21) })).toBe("duty/long-place");
  expect(await refused({}, "longdehai")).toBe("duty/no-card");
  expect((await cardsOf(duty, STATION))[0]?.slice(2, 5)).toEqual(["在岗", "", "17:30"]);
});

test("other units have no board", async () => {
  const { duty } = await open();
  for (const unit of ["991021", "991021200", "991021200.justice", "nowhere", ""]) {
    expect(codeOf(await duty.whereabouts(unit))).toBe("duty/unknown-board");
  }
});
