import { describe, expect, it } from "vitest";
import {
  applyApproved,
  applyLeave,
  applySwap,
  fitLeave,
  fitSwap,
} from "../../../plugins/duty-roster/changes";
import type { Roster } from "../../../plugins/duty-roster/roster";
import { writeShift } from "../../../plugins/duty-roster/shifts";
import { rosterOf } from "./make-roster";

const swap = {
  asker: "高原",
  askerDay: "2026-11-26",
  askerShift: "值班",
  other: "谭磊",
  otherDay: "2026-11-25",
  otherShift: "夜班",
};
const leave = {
  who: "杨秀兰",
  fromDay: "2026-11-24",
  toDay: "2026-11-26",
  shifts: "警务室 警务室 警务室",
  substitute: "罗建平",
};

function lineOf(roster: Roster, name: string): string {
  const row = roster.rows.find((one) => one.name === name);
  return (row?.shifts ?? []).map(writeShift).join(" ");
}

describe("an exchange", () => {
  it("changes both days of both people", () => {
    const after = applySwap(rosterOf(), swap);
    expect(lineOf(after, "高原")).toBe("值班 休 夜班 休 休 备勤 值班");
    expect(lineOf(after, "谭磊")).toBe("下村：柏树村 警务室 下村：石桥村 值班 备勤 值班 休");
    expect(lineOf(after, "陆明")).toBe(lineOf(rosterOf(), "陆明"));
  });

  it("is not made where the roster no longer says what was written down", () => {
    const stale = { ...swap, askerShift: "夜班" };
    expect(fitSwap(rosterOf(), stale)).toEqual({ known: true, asWritten: false });
    expect(applySwap(rosterOf(), stale)).toEqual(rosterOf());
    expect(fitSwap(rosterOf(), { ...swap, otherDay: "2026-12-01" }).asWritten).toBe(false);
  });

  it("is between two people who may do the same work", () => {
    for (const other of ["杨秀兰", "高原", "没有这个人", ""]) {
      expect(fitSwap(rosterOf(), { ...swap, other }).known).toBe(false);
    }
    expect(fitSwap(rosterOf(), { ...swap, other: "陆明" }).known).toBe(true);
  });
});

describe("a leave", () => {
  it("hands the shifts to the substitute where that person is free", () => {
    const after = applyLeave(rosterOf(), leave);
    expect(lineOf(after, "杨秀兰")).toBe("警务室 请假 请假 请假 警务室 休 休");
    // 罗建平 works on the 24th and 25th; the 26th is free.
    expect(lineOf(after, "罗建平")).toBe("警务室 警务室 警务室 警务室 休 警务室 警务室");
  });

  it("may leave the days open, and counts only the days of the roster", () => {
    const alone = {
      ...leave,
      substitute: "",
      toDay: "2026-12-10",
      shifts: "警务室 警务室 警务室 警务室 休 休",
    };
    expect(fitLeave(rosterOf(), alone)).toEqual({ known: true, asWritten: true });
    expect(lineOf(applyLeave(rosterOf(), alone), "杨秀兰")).toBe(
      "警务室 请假 请假 请假 请假 请假 请假",
    );
  });

  it("is not taken in where the days are others or the line too short", () => {
    expect(fitLeave(rosterOf(), { ...leave, shifts: "警务室" }).asWritten).toBe(false);
    expect(fitLeave(rosterOf(), { ...leave, fromDay: "2026-12-01" }).asWritten).toBe(false);
    expect(fitLeave(rosterOf(), { ...leave, substitute: "高原" }).known).toBe(false);
  });
});

describe("what was approved", () => {
  const child = (state: string, exported: object) => ({
    id: "x",
    state,
    end: "completed",
    exported,
  });

  it("stands on the roster, one after the other; what was refused does not", () => {
    const back = {
      ...swap,
      askerDay: "2026-11-25",
      askerShift: "夜班",
      otherDay: "2026-11-26",
      otherShift: "值班",
    };
    const links = {
      swap: [child("approved", swap), child("refused", swap), child("approved", back)],
      leave: [child("approved", leave)],
    };
    const { roster, applied } = applyApproved(rosterOf(), links as never);
    expect(applied).toBe(3);
    expect(lineOf(roster, "高原")).toBe(lineOf(rosterOf(), "高原"));
    expect(lineOf(roster, "杨秀兰")).toContain("请假");
  });

  it("gives way to whoever changed the day by hand", () => {
    const links = { swap: [child("approved", { ...swap, askerShift: "备勤" })] };
    expect(applyApproved(rosterOf(), links as never)).toEqual({ roster: rosterOf(), applied: 0 });
  });
});
