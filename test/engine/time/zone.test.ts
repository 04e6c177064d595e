import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOUR, MINUTE } from "../../../app/engine/time/duration";
import {
  addDays,
  addMonths,
  clockOf,
  dayOf,
  daysBetween,
  endOfDay,
  instantOf,
  isDay,
  isMoment,
  isWeekend,
  showDay,
  showDayOfYear,
  showMoment,
  startOfDay,
} from "../../../app/engine/time/zone";
import { someDay, someInstant } from "../../support/arbitrary-time";

describe("days in Shanghai", () => {
  it("begin at 16:00 UTC of the day before", () => {
    expect(startOfDay("2026-11-23")).toBe(Date.UTC(2026, 10, 22, 16));
    expect(endOfDay("2026-11-23")).toBe(Date.UTC(2026, 10, 23, 16));
  });

  it("change at midnight in Shanghai, not in London", () => {
    expect(dayOf(Date.UTC(2026, 10, 23, 15, 59, 59, 999))).toBe("2026-11-23");
    expect(dayOf(Date.UTC(2026, 10, 23, 16))).toBe("2026-11-24");
  });

  it("agree with the time zone data of the runtime", () => {
    const format = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" });
    fc.assert(
      fc.property(someInstant, (instant) => {
        expect(dayOf(instant)).toBe(format.format(new Date(instant)));
      }),
    );
  });

  it("hold exactly the moments from their start to before their end", () => {
    fc.assert(
      fc.property(someInstant, (instant) => {
        const day = dayOf(instant);
        expect(startOfDay(day)).toBeLessThanOrEqual(instant);
        expect(instant).toBeLessThan(endOfDay(day));
      }),
    );
  });

  it.each(["2026-02-29", "2026-13-01", "2026-1-1", "2026-11-23T10:00", "0026-01-01", "", "今天"])(
    "do not include %j",
    (value) => {
      expect(isDay(value)).toBe(false);
      expect(() => startOfDay(value)).toThrow("time/not-a-day");
    },
  );

  it("include leap days", () => {
    expect(isDay("2028-02-29")).toBe(true);
    expect(isDay("2100-02-29")).toBe(false);
  });

  it("are exactly those that the runtime's own calendar has", () => {
    const someText = fc
      .tuple(
        fc.integer({ min: 1000, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
      )
      .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join("-"));
    fc.assert(
      fc.property(someText, (text) => {
        const time = Date.parse(`${text}T00:00:00Z`);
        const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
        expect(isDay(text)).toBe(exists);
        if (exists) expect(startOfDay(text)).toBe(time - 8 * HOUR);
      }),
      { numRuns: 500 },
    );
  });

  it("are never numbers or missing", () => {
    expect(isDay(20261123)).toBe(false);
    expect(isDay(undefined)).toBe(false);
  });
});

describe("counting days", () => {
  it("crosses months, leap days and years", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
  });

  it("is undone by counting back, and measured by daysBetween", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        const other = addDays(day, count);
        expect(daysBetween(day, other)).toBe(count);
        expect(addDays(other, -count)).toBe(day);
      }),
    );
  });

  it("refuses to leave the years that a day can be written in", () => {
    expect(() => addDays("9999-12-31", 1)).toThrow("time/out-of-range");
    expect(() => addDays("1000-01-01", -1)).toThrow("time/out-of-range");
    expect(() => dayOf(Number.NaN)).toThrow("time/out-of-range");
  });

  it("knows the weekend, before 1970 too", () => {
    expect(isWeekend("2026-11-21")).toBe(true);
    expect(isWeekend("2026-11-22")).toBe(true);
    expect(isWeekend("2026-11-23")).toBe(false);
    expect(isWeekend("1949-10-01")).toBe(true);
  });
});

describe("counting months", () => {
  it("keeps the day of the month", () => {
    expect(addMonths("2026-11-23", 1)).toBe("2026-12-23");
    expect(addMonths("2026-11-23", 14)).toBe("2028-01-23");
    expect(addMonths("2026-01-15", -1)).toBe("2025-12-15");
  });

  it("takes the last day where the month is shorter", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2027-01-31", 13)).toBe("2028-02-29");
    expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
  });

  it("never runs over into another month", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -600, max: 600 }), (day, count) => {
        const index = (value: string) => Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7));
        expect(index(addMonths(day, count))).toBe(index(day) + count);
      }),
    );
  });
});

describe("wall-clock times", () => {
  it("are read as Shanghai's", () => {
    expect(instantOf("2026-11-23T10:00")).toBe(Date.UTC(2026, 10, 23, 2));
    expect(instantOf("2026-11-23T00:00:30")).toBe(startOfDay("2026-11-23") + 30_000);
  });

  it("come back as they went in", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 24 * 60 - 1 }), (day, minute) => {
        const instant = startOfDay(day) + minute * MINUTE;
        expect(instantOf(`${day}T${clockOf(instant)}`)).toBe(instant);
      }),
    );
  });

  it.each([
    "2026-11-23",
    "2026-11-23T24:00",
    "2026-02-30T10:00",
    "2026-11-23 10:00",
    "2026-11-23T10:00Z",
  ])("do not include %j", (value) => {
    expect(isMoment(value)).toBe(false);
    expect(() => instantOf(value)).toThrow("time/not-a-moment");
  });
});

describe("showing", () => {
  it("writes a day as the reader does", () => {
    expect(showDay("2026-11-23", "zh")).toBe("2026年11月23日");
    expect(showDay("2026-01-05", "zh")).toBe("2026年1月5日");
    expect(showDay("2026-11-03", "en")).toBe("3 Nov 2026");
  });

  it("leaves the year out where it goes without saying", () => {
    expect(showDayOfYear("2027-01-18", "zh")).toBe("1月18日");
    expect(showDayOfYear("2027-01-18", "en")).toBe("18 Jan");
  });

  it("writes a moment with its clock", () => {
    const instant = instantOf("2026-11-23T09:05");
    expect(showMoment(instant, "zh")).toBe("2026年11月23日 09:05");
    expect(showMoment(instant, "en")).toBe("23 Nov 2026, 09:05");
  });
});
