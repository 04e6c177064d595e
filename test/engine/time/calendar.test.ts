import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addWorkdays,
  isWorkday,
  nextWorkday,
  previousWorkday,
  workdaysBetween,
} from "../../../app/engine/time/calendar";
import { addDays } from "../../../app/engine/time/zone";
import { chinaCalendar } from "../../../plugins/china-calendar/index";
import { someDay } from "../../support/arbitrary-time";

const calendar = chinaCalendar;
const someCount = fc.integer({ min: -300, max: 300 });

describe("working days", () => {
  it("are Monday to Friday where nothing else is said", () => {
    expect(isWorkday(calendar, "2026-11-23")).toBe(true);
    expect(isWorkday(calendar, "2026-11-21")).toBe(false);
  });

  it("leave out holidays and take in the weekends that are worked for them", () => {
    expect(isWorkday(calendar, "2026-02-14")).toBe(true);
    expect(isWorkday(calendar, "2026-02-28")).toBe(true);
    expect(isWorkday(calendar, "2026-02-16")).toBe(false);
  });

  it("are unknown in a year without data, never a guess", () => {
    expect(isWorkday(calendar, "2027-01-01")).toBe("unknown");
    expect(isWorkday(calendar, "2024-12-31")).toBe("unknown");
  });
});

describe("counting working days", () => {
  it("does not count the first day and steps over the National Day week and its lieu Saturday", () => {
    expect(addWorkdays(calendar, "2026-09-30", 5)).toEqual({
      day: "2026-10-13",
      provisional: false,
    });
  });

  it("runs backwards with a negative count", () => {
    expect(addWorkdays(calendar, "2026-10-13", -5)).toEqual({
      day: "2026-09-30",
      provisional: false,
    });
    expect(addWorkdays(calendar, "2026-02-24", -2)).toEqual({
      day: "2026-02-13",
      provisional: false,
    });
  });

  it("stays where it is with 0", () => {
    expect(addWorkdays(calendar, "2026-11-22", 0)).toEqual({
      day: "2026-11-22",
      provisional: false,
    });
  });

  it("guesses Monday to Friday in a year without data and says that it is provisional", () => {
    expect(addWorkdays(calendar, "2026-12-31", 1)).toEqual({
      day: "2027-01-01",
      provisional: true,
    });
    expect(addWorkdays(calendar, "2026-12-30", 1)).toEqual({
      day: "2026-12-31",
      provisional: false,
    });
    expect(addWorkdays(calendar, "2027-01-08", 1)).toEqual({
      day: "2027-01-11",
      provisional: true,
    });
  });

  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 10_001, -10_001])("refuses %d", (count) => {
    expect(() => addWorkdays(calendar, "2026-11-23", count)).toThrow("time/bad-count");
  });

  it("lands on a working day, the more the later", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 300 }), (day, count) => {
        const found = addWorkdays(calendar, day, count);
        expect(isWorkday(calendar, found.day)).not.toBe(false);
        expect(found.day > day).toBe(true);
        expect(addWorkdays(calendar, day, count + 1).day > found.day).toBe(true);
      }),
    );
  });

  it("later days never come out earlier", () => {
    fc.assert(
      fc.property(someDay, someCount, (day, count) => {
        const next = addWorkdays(calendar, addDays(day, 1), count).day;
        expect(next >= addWorkdays(calendar, day, count).day).toBe(true);
      }),
    );
  });

  it("is provisional exactly where a day without data was counted over", () => {
    fc.assert(
      fc.property(someDay, someCount, (day, count) => {
        const found = addWorkdays(calendar, day, count);
        const walked = count > 0 ? [addDays(day, 1), found.day] : [found.day, addDays(day, -1)];
        const isKnown =
          count === 0 || walked.every((end) => isWorkday(calendar, end) !== "unknown");
        expect(found.provisional).toBe(!isKnown);
      }),
    );
  });
});

describe("the working days between", () => {
  it("do not count the first day and count the last", () => {
    expect(workdaysBetween(calendar, "2026-09-30", "2026-10-13")).toEqual({
      count: 5,
      provisional: false,
    });
    expect(workdaysBetween(calendar, "2026-11-23", "2026-11-23")).toEqual({
      count: 0,
      provisional: false,
    });
    expect(workdaysBetween(calendar, "2026-10-13", "2026-09-30")).toEqual({
      count: -5,
      provisional: false,
    });
  });

  it("undo addWorkdays", () => {
    fc.assert(
      fc.property(someDay, someCount, (day, count) => {
        expect(workdaysBetween(calendar, day, addWorkdays(calendar, day, count).day).count).toBe(
          count,
        );
      }),
    );
  });

  it("touch 2027 only provisionally", () => {
    expect(workdaysBetween(calendar, "2026-12-31", "2027-01-04").provisional).toBe(true);
    expect(workdaysBetween(calendar, "2026-12-01", "2026-12-31").provisional).toBe(false);
  });
});

describe("the nearest working day", () => {
  it("is the day itself where it is worked", () => {
    expect(nextWorkday(calendar, "2026-10-10")).toEqual({ day: "2026-10-10", provisional: false });
    expect(previousWorkday(calendar, "2026-10-10")).toEqual({
      day: "2026-10-10",
      provisional: false,
    });
  });

  it("lies after or before a rest day", () => {
    expect(nextWorkday(calendar, "2026-10-01").day).toBe("2026-10-08");
    expect(previousWorkday(calendar, "2026-10-07").day).toBe("2026-09-30");
  });

  it("is provisional beyond the data", () => {
    expect(nextWorkday(calendar, "2027-01-02")).toEqual({ day: "2027-01-04", provisional: true });
  });

  it("is never further than the longest holiday", () => {
    fc.assert(
      fc.property(someDay, (day) => {
        expect(nextWorkday(calendar, day).day <= addDays(day, 9)).toBe(true);
      }),
    );
  });
});
