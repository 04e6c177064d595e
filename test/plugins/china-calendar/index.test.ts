import { describe, expect, it } from "vitest";
import { isWorkday } from "../../../app/engine/time/calendar";
import { addDays, isDay, isWeekend } from "../../../app/engine/time/zone";
import plugin, { chinaCalendar } from "../../../plugins/china-calendar/index";
import { YEARS } from "../../../plugins/china-calendar/years";
import { operatorOf } from "../../support/contribution-of";

const daysBetween = operatorOf(plugin, "daysBetween");
const monthsBetween = operatorOf(plugin, "monthsBetween");
const termEnd = operatorOf(plugin, "termEnd");
const workdaysBetween = operatorOf(plugin, "workdaysBetween");

function daysOf(year: number): string[] {
  const days = [];
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1))
    days.push(day);
  return days;
}

describe("the State Council's calendar", () => {
  it.each(Object.values(YEARS))(
    "of $year lists weekdays off and weekends worked, nothing else",
    (year) => {
      const listed = [...year.holidays, ...year.workdays];
      expect(listed.every((day) => isDay(day) && day.startsWith(String(year.year)))).toBe(true);
      expect(year.holidays.some(isWeekend)).toBe(false);
      expect(year.workdays.every(isWeekend)).toBe(true);
      expect(new Set(listed).size).toBe(listed.length);
      expect(YEARS[year.year]).toBe(year);
    },
  );

  it.each([2025, 2026])("of %i has the 248 working days that 13 holidays leave", (year) => {
    // 365 days − 104 on weekends − 13 statutory holidays (全国年节及纪念日放假办法, 2024-11-10).
    expect(daysOf(year).filter((day) => isWorkday(chinaCalendar, day) === true)).toHaveLength(248);
  });

  it.each([
    ["2025-01-26", true],
    ["2025-01-27", true],
    ["2025-01-28", false],
    ["2025-02-04", false],
    ["2025-02-08", true],
    ["2025-05-05", false],
    ["2025-10-08", false],
    ["2025-10-11", true],
    ["2026-01-02", false],
    ["2026-01-04", true],
    ["2026-02-14", true],
    ["2026-02-16", false],
    ["2026-02-23", false],
    ["2026-02-28", true],
    ["2026-04-06", false],
    ["2026-05-09", true],
    ["2026-06-19", false],
    ["2026-09-20", true],
    ["2026-09-25", false],
    ["2026-10-07", false],
    ["2026-10-10", true],
  ])("says of %s that it is worked: %s", (day, worked) => {
    expect(isWorkday(chinaCalendar, day)).toBe(worked);
  });

  it("calls nothing in 2027 a working day while its notice is not out", () => {
    expect(isWorkday(chinaCalendar, "2027-01-01")).toBe("unknown");
    expect(isWorkday(chinaCalendar, "2027-01-04")).toBe("unknown");
  });
});

describe("daysBetween", () => {
  it("counts days either way", () => {
    expect(daysBetween("2026-11-23", "2026-12-23")).toBe(30);
    expect(daysBetween("2026-12-23", "2026-11-23")).toBe(-30);
  });

  it("cannot tell where a value is not a day", () => {
    expect(daysBetween("2026-02-30", "2026-12-23")).toBeUndefined();
    expect(daysBetween(20261123, "2026-12-23")).toBeUndefined();
  });
});

describe("monthsBetween", () => {
  it.each([
    ["2026-11-23", "2026-12-22", 0],
    ["2026-11-23", "2026-12-23", 1],
    ["2015-06-01", "2026-09-01", 135],
    ["2026-01-31", "2026-02-28", 1],
    ["2026-12-23", "2026-11-23", -1],
  ])("from %s to %s counts whole months: %i", (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months);
  });

  it("cannot tell where a value is not a day", () => {
    expect(monthsBetween("2026-13-01", "2026-12-23")).toBeUndefined();
  });
});

describe("termEnd", () => {
  it.each([
    ["2026-12-01", 12, "2027-11-30"],
    ["2026-12-15", 1, "2027-01-14"],
    ["2026-02-28", 36, "2029-02-27"],
  ])("of %s and %i months is %s", (from, months, last) => {
    expect(termEnd(from, months)).toBe(last);
  });

  it("cannot tell for what is no day, or no term", () => {
    expect(termEnd("2026-12", 12)).toBeUndefined();
    for (const months of [0, -3, 1.5, 100_000, "12"]) {
      expect(termEnd("2026-12-01", months)).toBeUndefined();
    }
  });
});

describe("workdaysBetween", () => {
  it("does not count the first day and counts the last", () => {
    expect(workdaysBetween("2026-09-30", "2026-10-13")).toBe(5);
    expect(workdaysBetween("2026-10-13", "2026-09-30")).toBe(-5);
  });

  it("cannot tell across a year without data, rather than guess", () => {
    expect(workdaysBetween("2026-12-30", "2027-01-05")).toBeUndefined();
    expect(workdaysBetween("2024-12-31", "2025-01-02")).toBe(1);
  });

  it("cannot tell where a value is not a day or the span is absurd", () => {
    expect(workdaysBetween("2026-11-23", "明天")).toBeUndefined();
    expect(workdaysBetween("2026-11-23", "9026-11-23")).toBeUndefined();
  });
});
