import { describe, expect, it } from "vitest";
import { checkRoster } from "../../../plugins/duty-roster/check-roster";
import { line, rosterOf, SOUND, withLine } from "./make-roster";

type Rows = Parameters<typeof rosterOf>[0];

/** Kind and weight of everything found, in order. */
function found(rows?: Rows, more?: Parameters<typeof rosterOf>[1]): string[] {
  return checkRoster(rosterOf(rows, more)).map(({ kind, weight }) => `${kind} ${weight}`);
}

function only(rows: Rows, more?: Parameters<typeof rosterOf>[1]) {
  const [conflict, ...rest] = checkRoster(rosterOf(rows, more));
  expect(rest.map(({ key }) => key)).toEqual([]);
  return conflict;
}

describe("a roster", () => {
  it("that keeps every rule has no conflicts", () => {
    expect(found()).toEqual([]);
  });

  it("puts nobody on duty before the training is passed, and names who could stand in", () => {
    const untrained = line("石永福", "auxiliary", "培训 培训 培训 夜班 休 休 休", {
      trained: "no",
    });
    const lighter = line("罗建平", "auxiliary", "警务室 下村 警务室 休 休 警务室 休");
    expect(only([...withLine(lighter), untrained])).toMatchObject({
      kind: "untrained",
      weight: "hard",
      people: ["石永福"],
      days: ["2026-11-26"],
      title: { zh: "石永福还不能排班" },
      when: { zh: "11月26日" },
      found: 1,
      limit: 0,
      remedy: { zh: expect.stringMatching(/^可以换成罗建平：.*这一周 42 小时，没有超过 48 小时/) },
      fixes: [
        {
          label: { zh: "换罗建平" },
          cells: [
            { row: "石永福", day: "2026-11-26", shift: "休" },
            { row: "罗建平", day: "2026-11-26", shift: "夜班" },
          ],
        },
        {
          label: { zh: "26日改休息" },
          cells: [{ row: "石永福", day: "2026-11-26", shift: "休" }],
        },
      ],
    });
  });

  it("lets the untrained train, rest and be on leave", () => {
    const untrained = line("石永福", "auxiliary", "培训 请假 休 休 休 休 休", { trained: "no" });
    expect(found([...SOUND, untrained])).toEqual([]);
  });

  it("gives no night to who is exempt, and asks for no reason", () => {
    const exempt = line("谭磊", "officer", "下村：柏树村 警务室 夜班 休 备勤 值班 休", {
      nightExempt: "yes",
    });
    expect(only(withLine(exempt))).toMatchObject({
      kind: "exempt",
      weight: "hard",
      days: ["2026-11-25", "2026-11-28"],
      title: { zh: "谭磊免夜班" },
    });
  });

  it("keeps the days on which somebody cannot come", () => {
    const away = line("杨秀兰", "auxiliary", "警务室 警务室 警务室 警务室 警务室 休 休", {
      away: "24 28",
    });
    expect(only(withLine(away))).toMatchObject({ kind: "away", days: ["2026-11-24"] });
  });

  it("never leaves auxiliaries alone at night, and proposes officers who are free", () => {
    const night = line("罗建平", "auxiliary", "休 休 夜班 休 休 警务室 警务室");
    const off = line("谭磊", "officer", "下村：柏树村 警务室 休 休 备勤 值班 休");
    const conflict = only(withLine(off, withLine(night)));
    expect(conflict).toMatchObject({
      kind: "alone",
      weight: "hard",
      people: ["罗建平"],
      days: ["2026-11-25"],
    });
    expect(conflict?.fixes.map(({ label }) => label.zh)).toEqual(["排谭磊值班"]);
  });

  it("has enough people every night; all nights that are short are one conflict", () => {
    const off = line("高原", "officer", "休 休 下村：石桥村 休 休 备勤 值班");
    expect(only(withLine(off))).toMatchObject({
      kind: "uncovered",
      weight: "hard",
      days: ["2026-11-23", "2026-11-26"],
      when: { zh: "11月23日、26日" },
    });
    expect(found(undefined, { params: { minOfficers: 2 } })).toEqual(["uncovered hard"]);
    expect(found(undefined, { params: { minAuxiliaries: 1 } })).toEqual(["uncovered hard"]);
  });

  it("stays within the hours of a week, days of the roster before included", () => {
    const busy = line("高原", "officer", "值班 休 下村：石桥村 值班 白班 备勤 值班");
    const conflicts = checkRoster(rosterOf(withLine(busy)));
    expect(conflicts[0]).toMatchObject({
      kind: "overHours",
      weight: "hard",
      found: 56,
      limit: 48,
      clauses: [{ text: { zh: "一周 56 小时，最多 48 小时" } }],
    });
    const midweek = { data: { from: "2026-11-25", days: 5 } };
    const before = line("高原", "officer", "值班 休 值班 休 休", { before: "值班 值班" });
    const overHours = (row: typeof before) =>
      checkRoster(rosterOf([row], midweek)).filter(({ kind }) => kind === "overHours");
    expect(overHours(before)).toEqual([]);
    const more = line("高原", "officer", "值班 休 值班 休 备勤", { before: "值班 值班" });
    expect(overHours(more)).toMatchObject([{ found: 52, limit: 48 }]);
  });

  it("counts nights in a row, those before the first day included", () => {
    const row = line("高原", "officer", "夜班 休 下村：石桥村 值班 休 备勤 休", {
      before: "夜班 夜班",
    });
    const night = checkRoster(rosterOf(withLine(row))).find(({ kind }) => kind === "nights");
    expect(night).toMatchObject({
      weight: "hard",
      found: 3,
      limit: 2,
      days: ["2026-11-23"],
      when: { zh: "到11月23日为止" },
    });
  });

  it("wants a reason for too little rest, and does not take overlapping shifts at all", () => {
    const tired = line("谭磊", "officer", "下村：柏树村 警务室 夜班 白班 休 值班 休");
    expect(only(withLine(tired))).toMatchObject({
      key: "休息不够·谭磊·2026-11-26",
      kind: "rest",
      weight: "soft",
      days: ["2026-11-25", "2026-11-26"],
      when: { zh: "夜班接11月26日白班" },
      clauses: [
        { holds: false, text: { zh: "两班之间休息 0 小时，规定 11 小时" } },
        { holds: true, text: { zh: "这一周 46 小时，上限 48 小时" } },
      ],
      fixes: [{ label: { zh: "26日改休息" } }],
    });
    const params = { nightTime: "17:30-09:30" };
    expect(found(withLine(tired), { params })).toEqual(["rest hard"]);
  });

  it("keeps an officer within reach while auxiliaries work by day", () => {
    const rows = [
      line("高原", "officer", "夜班 休 休 休 休 休 休"),
      line("杨秀兰", "auxiliary", "警务室 警务室 休 休 休 休 休"),
    ];
    expect(
      checkRoster(rosterOf(rows))
        .filter(({ kind }) => kind === "unreached")
        .map(({ days }) => days),
    ).toEqual([["2026-11-24"]]);
  });

  it("opens a police room on the days that were announced", () => {
    const data = { openHours: [{ weekday: "6", place: "石桥村" }] };
    expect(only(SOUND, { data })).toMatchObject({
      kind: "unopened",
      weight: "soft",
      title: { zh: "石桥村没有人" },
      when: { zh: "11月28日 星期六" },
    });
    const monday = { openHours: [{ weekday: "1", place: "石桥村" }] };
    expect(found(SOUND, { data: monday })).toEqual([]);
  });

  it("keeps a police room on two workdays of each whole week, except where somebody was away all week", () => {
    const few = line("杨秀兰", "auxiliary", "警务室 休 休 休 休 警务室 休", { room: "石桥村" });
    expect(only(withLine(few))).toMatchObject({
      kind: "room",
      weight: "soft",
      found: 1,
      limit: 2,
      clauses: [{ text: { zh: "石桥村：一周 1 个工作日，要 2 个" } }],
    });
    const absent = line("杨秀兰", "auxiliary", "请假 请假 请假 请假 请假 休 休", {
      room: "石桥村",
    });
    expect(found(withLine(absent))).toEqual([]);
    expect(found(withLine(few), { data: { days: 5 } })).toEqual([]);
  });

  it("visits every village in each span of weeks, by an officer", () => {
    const data = { villages: "石桥村、柏树村、云头村" };
    expect(only(SOUND, { data })).toMatchObject({
      kind: "visits",
      names: ["云头村"],
      found: 0,
      limit: 1,
      when: { zh: "11月23日起 7 天" },
    });
    // Two weeks are asked for: one alone does not say yet that a village was left out.
    expect(found(SOUND, { data, params: { visitWeeks: 2 } })).toEqual([]);
  });

  it("shares the nights fairly among officers", () => {
    const rows = [
      line("高原", "officer", "值班 休 值班 休 值班 休 备勤"),
      line("谭磊", "officer", "休 值班 休 值班 休 值班 值班"),
      line("罗晓东", "officer", "白班 白班 白班 白班 白班 休 休"),
    ];
    const [unfair] = checkRoster(rosterOf(rows)).filter(({ kind }) => kind === "fairness");
    expect(unfair).toMatchObject({
      weight: "soft",
      names: ["谭磊", "罗晓东"],
      found: 4,
      limit: 2,
    });
  });

  it("is not finished while days are open, and tells people of one name apart", () => {
    const half = line("杨秀兰", "auxiliary", "警务室 警务室", { room: "石桥村" });
    const conflicts = checkRoster(rosterOf(withLine(half)));
    expect(conflicts.map(({ key }) => key)).toEqual(["还没排完"]);
    expect(conflicts[0]).toMatchObject({
      people: ["杨秀兰"],
      found: 5,
      when: { zh: "1 人，共 5 格" },
    });
    const twin = line("杨秀兰", "auxiliary", "休 休 休 休 休 休 休", { id: "other" });
    expect(found([...SOUND, twin])).toEqual(["sameName hard"]);
  });
});
