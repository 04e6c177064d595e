import { describe, expect, it } from "vitest";
import { dueDate } from "../../../app/engine/time/deadline";
import { dueChip } from "../../../app/engine/time/due-chip";
import type { DeadlineUnit } from "../../../app/engine/time/types";
import { instantOf } from "../../../app/engine/time/zone";
import { chinaCalendar } from "../../../plugins/china-calendar/index";

const calendar = chinaCalendar;

function chip(now: string, more: { unit?: DeadlineUnit; count?: number; from?: string } = {}) {
  const { unit = "workday", count = 3, from = "2026-11-23T10:00" } = more;
  const due = dueDate({ unit, count, from: instantOf(from) }, calendar);
  return dueChip({ due, now: instantOf(now), calendar, unit });
}

describe("a due chip", () => {
  it("says how many working days are left", () => {
    expect(chip("2026-11-23T10:00")).toEqual({
      kind: "left",
      text: { zh: "还剩 3 个工作日", en: "3 working days left" },
      day: "2026-11-26",
    });
    expect(chip("2026-11-25T10:00").text.en).toBe("1 working day left");
  });

  it("counts in the deadline's own unit", () => {
    expect(chip("2026-11-24T10:00", { unit: "day", count: 7 }).text).toEqual({
      zh: "还剩 6 天",
      en: "6 days left",
    });
    expect(chip("2026-11-23T12:30", { unit: "hour", count: 48 }).text.zh).toBe("还剩 45 小时");
    expect(chip("2026-11-24T00:00", { unit: "hour", count: 48 }).text.en).toBe("34 hours left");
  });

  it("rounds no hours up", () => {
    const late = { unit: "hour", count: 3, from: "2026-11-23T21:20" } as const;
    expect(chip("2026-11-23T23:30", late).text.zh).toBe("还剩不到 1 小时");
    expect(chip("2026-11-23T23:10", late).text.en).toBe("1 hour left");
  });

  it("says today on the last day until midnight", () => {
    expect(chip("2026-11-26T23:59")).toMatchObject({
      kind: "today",
      text: { zh: "今天到期", en: "Due today" },
    });
    expect(chip("2026-11-25T23:59").kind).toBe("left");
  });

  it("gives the hour of a deadline in hours", () => {
    expect(chip("2026-11-24T08:00", { unit: "hour", count: 24 }).text.zh).toBe("今天 10:00 到期");
    expect(chip("2026-11-23T20:00", { unit: "hour", count: 14 }).text.zh).toBe("今天 24:00 到期");
  });

  it("counts what is over in days", () => {
    expect(chip("2026-11-27T00:00")).toMatchObject({
      kind: "over",
      text: { zh: "超期 1 天", en: "1 day overdue" },
    });
    expect(chip("2026-11-28T10:00").text).toEqual({ zh: "超期 2 天", en: "2 days overdue" });
    expect(chip("2026-11-23T12:00", { unit: "hour", count: 1 }).text.zh).toBe("今天已超期");
  });

  it("names a date that may still move, with its year where another could be meant", () => {
    const visit = { unit: "day", count: 54 } as const;
    expect(chip("2026-11-23T10:00", visit)).toEqual({
      kind: "provisional",
      text: { zh: "1月18日，暂定", en: "18 Jan, provisional" },
      day: "2027-01-18",
    });
    expect(chip("2026-11-23T10:00", { unit: "month", count: 12 }).text.zh).toBe(
      "2027年11月23日，暂定",
    );
  });

  it("still says so when such a date is today or past", () => {
    const visit = { unit: "day", count: 54 } as const;
    expect(chip("2027-01-18T10:00", visit).text).toEqual({
      zh: "今天到期（暂定）",
      en: "Due today (provisional)",
    });
    expect(chip("2027-01-20T10:00", visit).text.zh).toBe("超期 2 天（暂定）");
  });

  it("says that clocks stand still, and what for where it is known", () => {
    const now = instantOf("2026-11-23T10:00");
    expect(dueChip({ due: null, now, calendar, paused: true })).toEqual({
      kind: "paused",
      text: { zh: "暂停计时", en: "Paused" },
      day: null,
    });
    const waitsFor = { zh: "法院裁定", en: "the court's ruling" };
    expect(dueChip({ due: null, now, calendar, paused: { waitsFor } }).text).toEqual({
      zh: "等法院裁定，暂停计时",
      en: "Paused, waiting for the court's ruling",
    });
  });

  it("says that it is done, whatever was due", () => {
    const due = dueDate(
      { unit: "workday", count: 3, from: instantOf("2026-11-02T10:00") },
      calendar,
    );
    const closed = dueChip({ due, now: instantOf("2026-11-23T10:00"), calendar, done: true });
    expect(closed).toEqual({
      kind: "done",
      text: { zh: "已办结", en: "Closed" },
      day: "2026-11-05",
    });
  });

  it("says where there is no deadline", () => {
    expect(dueChip({ due: null, now: instantOf("2026-11-23T10:00"), calendar }).kind).toBe("none");
  });
});
