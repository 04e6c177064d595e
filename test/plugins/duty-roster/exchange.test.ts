import { describe, expect, it } from "vitest";
import { applyLeave, applySwap } from "../../../plugins/duty-roster/changes";
import { checkRoster } from "../../../plugins/duty-roster/check-roster";
import { exchangeConflicts, exchangeOptions } from "../../../plugins/duty-roster/exchange";
import { leaveOptions } from "../../../plugins/duty-roster/leave-cover";
import { writeShift } from "../../../plugins/duty-roster/shifts";
import { line, rosterOf, SOUND, withLine } from "./make-roster";

interface Option {
  name: string;
  row: string;
  ways: { day: string; shift: string; conflicts: { weight: string; key: string }[] }[];
  conflicts: { weight: string; key: string }[];
  blocks: { weight: string }[];
}

const today = "2026-11-23";
const standing = (roster = rosterOf()) => ({ roster, conflicts: checkRoster(roster), today });
const hardKeys = (conflicts: readonly { weight: string; key: string }[]) =>
  conflicts.filter(({ weight }) => weight === "hard").map(({ key }) => key);

describe("an exchange that is offered", () => {
  it("brings exactly what the grid marks afterwards, for every shift of everybody", () => {
    const roster = rosterOf();
    let ways = 0;
    for (const { name, shifts } of roster.rows) {
      for (const [index, askerDay] of roster.days.entries()) {
        const options = exchangeOptions(standing(), {
          asker: name,
          askerDay,
        }) as unknown as Option[];
        for (const option of options) {
          for (const way of option.ways) {
            const swap = {
              ...{ asker: name, askerDay, askerShift: writeShift(shifts[index] ?? null) },
              ...{ other: option.name, otherDay: way.day, otherShift: way.shift },
            };
            const after = applySwap(roster, swap);
            expect(after).not.toEqual(roster);
            expect(hardKeys(way.conflicts)).toEqual(hardKeys(checkRoster(after)));
            ways += 1;
          }
        }
      }
    }
    expect(ways).toBeGreaterThan(20);
  });

  it("leaves leave, training and what has passed where they are", () => {
    const rows = withLine(line("谭磊", "officer", "下村 警务室 夜班 请假 培训 值班 休"));
    const roster = rosterOf(rows);
    const brings = (askerDay: string, otherDay: string, now = today) => {
      const at = (name: string, day: string): string => {
        const row = roster.rows.find((one) => one.name === name);
        return writeShift(row?.shifts[roster.days.indexOf(day)] ?? null);
      };
      const swap = {
        ...{ asker: "高原", askerDay, askerShift: at("高原", askerDay) },
        ...{ other: "谭磊", otherDay, otherShift: at("谭磊", otherDay) },
      };
      return hardKeys(exchangeConflicts({ ...standing(roster), today: now }, swap));
    };
    expect(brings("2026-11-26", "2026-11-26")).toContain("不在岗·谭磊·2026-11-26");
    expect(brings("2026-11-27", "2026-11-27")).toContain("不在岗·谭磊·2026-11-27");
    expect(brings("2026-11-23", "2026-11-24", "2026-11-24")).toContain("已经过去");
    // A day that is theirs to give is held against the week's hours only.
    expect(brings("2026-11-29", "2026-11-28")).toEqual(["超过工时·谭磊·2026-11-23"]);
  });
});

describe("a leave", () => {
  it("says of each substitute what would be wrong, and what of it is the substitute's own", () => {
    const roster = rosterOf();
    const leave = { who: "高原", fromDay: "2026-11-26", toDay: "2026-11-26", shifts: "值班" };
    const options = leaveOptions(standing(), { ...leave, substitute: "" }) as unknown as Option[];
    expect(options[0]).toMatchObject({ row: "", blocks: [] });
    expect(hardKeys(options[0]?.conflicts ?? [])).toEqual(["夜间缺人"]);
    const tanlei = options.find(({ name }) => name === "谭磊");
    const after = applyLeave(roster, { ...leave, substitute: "谭磊" });
    expect(hardKeys(tanlei?.conflicts ?? [])).toEqual(hardKeys(checkRoster(after)));
    expect(tanlei?.blocks.length).toBeGreaterThan(0);
    // Nobody of another kind of post, nobody who is at work then.
    expect(options.map(({ name }) => name)).toEqual(["", "谭磊"]);
  });
});

describe("an auxiliary's training", () => {
  const with_ = (more: object) =>
    checkRoster(
      rosterOf(
        withLine({
          ...line("罗建平", "auxiliary", "警务室 警务室 警务室 休 休 警务室 警务室"),
          ...more,
        }),
      ),
    )
      .filter(({ kind }) => kind === "untrained")
      .map(({ clauses }) => clauses[0]?.text.zh);
  const stated = {
    priorPaper: "合格证〔2024〕12号",
    priorOn: "2024-03-15",
    priorWhy: "平台启用以前",
  };

  it("is shown by a certificate, or by a paper with its date and the reason; a word alone is none", () => {
    expect(with_({})).toEqual([]);
    expect(with_({ training: "", ...stated })).toEqual([]);
    expect(with_({ training: "" })[0]).toContain("填了“合格”，没有结业证明");
    expect(with_({ training: "", ...stated, priorWhy: "" })[0]).toContain("填了“合格”");
    expect(with_({ training: "", ...stated, priorOn: "去年" })[0]).toContain("填了“合格”");
    expect(with_({ trained: "no" })[0]).toBe("岗前培训：还没有登记合格");
    expect(
      SOUND.filter(({ post }) => post === "officer").every((row) => !("training" in row)),
    ).toBe(true);
  });
});
