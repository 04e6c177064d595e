import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../../app/engine/json";
import { checkRoster } from "../../../plugins/duty-roster/check-roster";
import { coverage } from "../../../plugins/duty-roster/coverage";
import { hoursOf } from "../../../plugins/duty-roster/hours";
import dutyRoster from "../../../plugins/duty-roster/index";
import { readRoster, withShifts, type Roster } from "../../../plugins/duty-roster/roster";
import { parseShift, SHIFT_KINDS } from "../../../plugins/duty-roster/shifts";
import { applySwap } from "../../../plugins/duty-roster/changes";
import { line, scopeOf, SOUND, withLine } from "./make-roster";

function fact(name: string, scope: { [part: string]: Json }): Json | undefined {
  const found = dutyRoster.facts?.find((one) => one.name === name);
  if (found === undefined) throw new Error(name);
  return found.compute(scope);
}

describe("the facts", () => {
  const night = line("罗建平", "auxiliary", "休 休 休 夜班 休 警务室 警务室", { trained: "no" });

  it("name what must be changed, who and when, and are empty where nothing must", () => {
    const scope = scopeOf(withLine(night));
    expect(fact("notTrained", scope)).toBe("罗建平 11-26 11-28 11-29");
    expect(fact("aloneAtNight", scope)).toBe("");
    expect(fact("mustChange", scope)).toBe(1);
    expect(fact("mustChange", scopeOf())).toBe(0);
  });

  it("are absent where there is no roster", () => {
    for (const one of dutyRoster.facts ?? []) {
      if (one.name === "version" || one.name === "kinds") continue;
      expect(one.compute({ data: {}, params: {}, links: {}, case: {}, user: {} })).toBeUndefined();
    }
  });

  it("tell which conflicts have no reason yet", () => {
    const tired = withLine(line("谭磊", "officer", "下村：柏树村 警务室 夜班 白班 休 值班 休"));
    const key = "休息不够·谭磊·2026-11-26";
    expect(fact("toExplain", scopeOf(tired))).toBe(key);
    const explained = { explanations: [{ conflict: key, reason: "中秋集中值守" }] };
    expect(fact("toExplain", scopeOf(tired, { data: explained }))).toBe("");
    expect(fact("conflictExists", scopeOf(tired, { data: explained }))).toBe(true);
    const made = { explanations: [{ conflict: "休息不够·没有人·2026-11-26", reason: "x" }] };
    expect(fact("conflictExists", scopeOf(tired, { data: made }))).toBe(false);
    expect(fact("conflicts", scopeOf(tired, { data: explained }))).toMatchObject([
      { key, reason: "中秋集中值守" },
    ]);
  });

  it("give hours, cover and the sheet of the wall, officers first", () => {
    const scope = scopeOf([...SOUND].reverse());
    expect(fact("hoursPerPerson", scope)).toContainEqual({
      row: "高原",
      name: "高原",
      hours: 48,
      nights: 3,
      weeks: [48],
    });
    expect(fact("coverage", scope)).toContainEqual({
      day: "2026-11-25",
      officers: "谭磊",
      auxiliaries: "",
      holds: true,
    });
    const table = fact("table", scope) as JsonObject[];
    expect(table.map(({ name, parted }) => [name, parted])).toEqual([
      ["陆明", false],
      ["谭磊", false],
      ["高原", false],
      ["罗建平", true],
      ["杨秀兰", false],
      ["夜间民警", true],
    ]);
    expect(table[2]).toMatchObject({
      looks: ["night", "off", "out", "night", "off", "off", "night"],
      spans: ["08:30-08:30", "", "08:30-17:30", "08:30-08:30", "", "", "08:30-08:30"],
    });
    expect(table.at(-1)?.["cells"]).toEqual("高原 陆明 谭磊 高原 陆明 谭磊 高原".split(" "));
  });

  it("count versions and the days of the roster", () => {
    const data = { amendments: [{ reason: "a" }, { reason: "b" }], days: 31 };
    expect(fact("version", scopeOf(SOUND, { data }))).toBe(3);
    expect(fact("dayCount", scopeOf(SOUND, { data }))).toBe(31);
    expect(fact("lastDay", scopeOf(SOUND, { data }))).toBe("2026-12-23");
  });

  it("say what an exchange would break, before it is asked for", () => {
    const swap = {
      asker: "高原",
      askerDay: "2026-11-26",
      askerShift: "值班",
      other: "谭磊",
      otherDay: "2026-11-27",
      otherShift: "备勤",
    };
    const scope = scopeOf(SOUND, { data: { swap } });
    expect(fact("swapKnown", scope)).toBe(true);
    expect(fact("swapAsWritten", scope)).toBe(true);
    expect(fact("swapBreaks", scope)).toBe("谭磊工时太多（11月23日这一周）");
    const sameDay = { ...swap, other: "陆明", otherDay: "2026-11-26", otherShift: "下村：岩湾村" };
    expect(fact("swapBreaks", scopeOf(SOUND, { data: { swap: sameDay } }))).toBe("");
  });

  it("count the hours until the first of the two shifts", () => {
    const scope = {
      data: { askerDay: "2026-11-26", otherDay: "2026-11-25", shiftBegins: "08:30" },
      params: {},
      case: { now: Date.parse("2026-11-24T09:00:00+08:00") },
    };
    expect(fact("hoursAhead", scope)).toBe(23);
    const vague = { ...scope, data: { ...scope.data, shiftBegins: "morning" } };
    expect(fact("hoursAhead", vague)).toBeUndefined();
  });
});

const word = fc.constantFrom(...SHIFT_KINDS.map((kind) => kind.word), "下村：石桥村", "未排");
const row = fc.record({
  id: fc.constantFrom("1", "2", "3", "4", "5", "6"),
  post: fc.constantFrom("chief", "officer", "auxiliary"),
  trained: fc.constantFrom("yes", "no"),
  nightExempt: fc.constantFrom("yes", "no"),
  away: fc.constantFrom("", "24", "25 26"),
  room: fc.constantFrom("", "石桥村"),
  shifts: fc.array(word, { maxLength: 9 }).map((words) => words.join(" ")),
  before: fc.array(word, { maxLength: 7 }).map((words) => words.join(" ")),
});
const rows = fc
  .uniqueArray(row, { selector: ({ id }) => id, maxLength: 6 })
  .map((all) => all.map((one) => ({ ...one, name: `人${one.id}` })));
const roster = rows.map((all) => readRoster(scopeOf(all)) as Roster);

describe("whatever the roster", () => {
  it("no data make a fact throw", () => {
    const junk = fc.record({ data: fc.jsonValue(), params: fc.jsonValue(), links: fc.jsonValue() });
    fc.assert(
      fc.property(
        fc.oneof(
          junk,
          rows.map((all) => scopeOf(all)),
        ),
        (scope) => {
          for (const { compute } of dutyRoster.facts ?? [])
            compute(scope as { [part: string]: Json });
        },
      ),
    );
  });

  it("keys name conflicts one by one", () => {
    fc.assert(
      fc.property(roster, (made) => {
        const keys = checkRoster(made).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it("a night holds exactly where no conflict says that it does not", () => {
    fc.assert(
      fc.property(roster, (made) => {
        const faulty = checkRoster(made)
          .filter(({ kind }) => kind === "alone" || kind === "uncovered")
          .flatMap(({ days }) => days);
        const short = coverage(made)
          .filter(({ holds }) => !holds)
          .map(({ day }) => day);
        expect(faulty.sort()).toEqual(short.sort());
      }),
    );
  });

  it("no proposed change brings a hard conflict about the person who takes the shift", () => {
    fc.assert(
      fc.property(roster, (made) => {
        const before = new Set(checkRoster(made).map(({ key }) => key));
        for (const { fixes } of checkRoster(made)) {
          for (const { cells } of fixes) {
            const after = withShifts(
              made,
              cells.map(({ row: id, day, shift }) => ({
                row: id,
                index: made.days.indexOf(day),
                shift: parseShift(shift) ?? null,
              })),
            );
            const taking = cells.filter(({ shift }) => shift !== "休").map((cell) => cell.row);
            const brought = checkRoster(after).filter(
              ({ key, weight, people, kind }) =>
                weight === "hard" &&
                kind !== "open" &&
                !before.has(key) &&
                taking.some((id) => people.includes(id)),
            );
            expect(brought.map(({ key }) => key)).toEqual([]);
          }
        }
      }),
    );
  });

  it("an exchange moves hours between two people and loses none", () => {
    fc.assert(
      fc.property(roster, fc.nat(6), fc.nat(6), (made, i, k) => {
        const [asker, other] = made.rows;
        fc.pre(asker !== undefined && other !== undefined);
        const written = (one: typeof asker, at: number) => one?.shifts[at]?.kind.word ?? "未排";
        const after = applySwap(made, {
          asker: asker.name,
          askerDay: made.days[i] ?? "",
          askerShift: written(asker, i),
          other: other.name,
          otherDay: made.days[k] ?? "",
          otherShift: written(other, k),
        });
        const sum = (one: Roster) =>
          one.rows.reduce((hours, each) => hours + hoursOf(one, each).hours, 0);
        expect(sum(after)).toBe(sum(made));
      }),
    );
  });
});
