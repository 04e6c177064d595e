import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWorkday } from "../../../app/engine/time/calendar";
import { dueDate, remainderOf, remindAt, resumeFrom } from "../../../app/engine/time/deadline";
import { DAY, HOUR } from "../../../app/engine/time/duration";
import type { DeadlineUnit } from "../../../app/engine/time/types";
import {
  addDays,
  clockOf,
  dayOf,
  endOfDay,
  instantOf,
  startOfDay,
} from "../../../app/engine/time/zone";
import { chinaCalendar } from "../../../plugins/china-calendar/index";
import { someInstant, someKnownInstant } from "../../support/arbitrary-time";

const calendar = chinaCalendar;
const dayUnits: DeadlineUnit[] = ["workday", "day", "month"];
const someDayUnit = fc.constantFrom<DeadlineUnit>(...dayUnits);
const someUnit = fc.constantFrom<DeadlineUnit>(...dayUnits, "hour");

function due(unit: DeadlineUnit, count: number, from: string) {
  return dueDate({ unit, count, from: instantOf(from) }, calendar);
}

describe("a due date", () => {
  it("in working days is 24:00 of the last one, the day of the event not counted", () => {
    expect(due("workday", 5, "2026-09-30T10:00")).toEqual({
      dueAt: startOfDay("2026-10-14"),
      day: "2026-10-13",
      provisional: false,
    });
  });

  it("is the same whether the event was early or late in its day", () => {
    expect(due("workday", 3, "2026-11-23T00:00")).toEqual(due("workday", 3, "2026-11-23T23:59"));
  });

  it("in days counts rest days, but does not end on one", () => {
    expect(due("day", 7, "2026-11-23T10:00").day).toBe("2026-11-30");
    expect(due("day", 5, "2026-11-23T10:00").day).toBe("2026-11-30");
    expect(due("day", 3, "2026-09-30T10:00").day).toBe("2026-10-08");
  });

  it("may end on a Saturday that is worked", () => {
    expect(due("day", 1, "2026-10-09T10:00").day).toBe("2026-10-10");
  });

  it("in months keeps the day, clamps to the month and moves off rest days", () => {
    expect(due("month", 1, "2026-11-23T10:00").day).toBe("2026-12-23");
    expect(due("month", 1, "2026-01-31T10:00").day).toBe("2026-02-28");
    expect(due("month", 1, "2026-10-21T10:00").day).toBe("2026-11-23");
  });

  it("in hours is real time, on rest days too", () => {
    expect(due("hour", 48, "2026-10-01T10:30")).toEqual({
      dueAt: instantOf("2026-10-03T10:30"),
      day: "2026-10-03",
      provisional: false,
    });
    expect(due("hour", 24, "2026-11-23T00:00").day).toBe("2026-11-23");
  });

  it("runs backwards with a negative count and then moves earlier", () => {
    expect(due("workday", -5, "2026-10-13T10:00").day).toBe("2026-09-30");
    expect(due("day", -5, "2026-10-12T10:00").day).toBe("2026-09-30");
    expect(due("month", -1, "2026-12-22T10:00").day).toBe("2026-11-20");
    expect(due("hour", -2, "2026-11-23T10:00").dueAt).toBe(instantOf("2026-11-23T08:00"));
  });

  it("with count 0 is the day itself, or the next working day", () => {
    expect(due("day", 0, "2026-11-23T10:00").day).toBe("2026-11-23");
    expect(due("workday", 0, "2026-11-21T10:00").day).toBe("2026-11-23");
  });

  it("is provisional where it touches 2027", () => {
    expect(due("workday", 5, "2026-12-28T10:00")).toMatchObject({
      day: "2027-01-04",
      provisional: true,
    });
    expect(due("day", 30, "2026-12-20T10:00")).toMatchObject({
      day: "2027-01-19",
      provisional: true,
    });
    expect(due("month", 2, "2026-11-23T10:00")).toMatchObject({
      day: "2027-01-25",
      provisional: true,
    });
    expect(due("workday", 3, "2026-12-28T10:00")).toMatchObject({
      day: "2026-12-31",
      provisional: false,
    });
  });

  it("refuses a count that is not a whole number", () => {
    for (const unit of [...dayUnits, "hour"] as const) {
      expect(() => due(unit, 0.5, "2026-11-23T10:00")).toThrow("time/bad-count");
    }
  });

  it("in days, working days and months is at midnight in Shanghai, after a working day", () => {
    fc.assert(
      fc.property(
        someInstant,
        someDayUnit,
        fc.integer({ min: -60, max: 60 }),
        (from, unit, count) => {
          const { dueAt, day } = dueDate({ unit, count, from }, calendar);
          expect(clockOf(dueAt)).toBe("00:00");
          expect(dueAt).toBe(endOfDay(day));
          expect(isWorkday(calendar, day)).not.toBe(false);
        },
      ),
    );
  });

  it("is never early: as many whole days lie between as were given", () => {
    fc.assert(
      fc.property(someInstant, fc.integer({ min: 1, max: 200 }), (from, count) => {
        const inDays = dueDate({ unit: "day", count, from }, calendar).dueAt;
        expect(inDays - endOfDay(dayOf(from))).toBeGreaterThanOrEqual(count * DAY);
        expect(dueDate({ unit: "workday", count, from }, calendar).dueAt).toBeGreaterThanOrEqual(
          endOfDay(addDays(dayOf(from), count)),
        );
        expect(dueDate({ unit: "hour", count, from }, calendar).dueAt - from).toBe(count * HOUR);
      }),
    );
  });

  it("is never earlier for a later event or a longer period", () => {
    fc.assert(
      fc.property(
        someInstant,
        fc.integer({ min: 0, max: 40 * DAY }),
        someUnit,
        fc.integer({ min: 0, max: 60 }),
        (from, later, unit, count) => {
          const { dueAt } = dueDate({ unit, count, from }, calendar);
          expect(
            dueDate({ unit, count, from: from + later }, calendar).dueAt,
          ).toBeGreaterThanOrEqual(dueAt);
          expect(dueDate({ unit, count: count + 1, from }, calendar).dueAt).toBeGreaterThanOrEqual(
            dueAt,
          );
        },
      ),
    );
  });
});

describe("a reminder", () => {
  const inTime = due("workday", 5, "2026-09-30T10:00");

  it("goes out at 8:00 of the working day so many units before the last day", () => {
    expect(remindAt({ due: inTime, offset: -3, unit: "workday" }, calendar)).toEqual({
      at: instantOf("2026-10-09T08:00"),
      day: "2026-10-09",
      provisional: false,
    });
  });

  it("with offset 0 goes out on the last day, while there is still time", () => {
    const reminder = remindAt({ due: inTime, offset: 0, unit: "day" }, calendar);
    expect(reminder.at).toBe(instantOf("2026-10-13T08:00"));
    expect(reminder.at).toBeLessThan(inTime.dueAt);
  });

  it("does not fall on a rest day: before the end it moves earlier, after it later", () => {
    const monday = due("workday", 1, "2026-11-20T10:00");
    expect(remindAt({ due: monday, offset: -1, unit: "day" }, calendar).day).toBe("2026-11-20");
    expect(remindAt({ due: monday, offset: 5, unit: "day" }, calendar).day).toBe("2026-11-30");
  });

  it("in hours is exact", () => {
    const soon = due("hour", 24, "2026-11-23T10:00");
    expect(remindAt({ due: soon, offset: -2, unit: "hour" }, calendar).at).toBe(
      instantOf("2026-11-24T08:00"),
    );
  });

  it("is provisional where the due date or its own day is", () => {
    const late = due("workday", 5, "2026-12-28T10:00");
    expect(remindAt({ due: late, offset: -3, unit: "workday" }, calendar).provisional).toBe(true);
    const lastDay = due("workday", 3, "2026-12-28T10:00");
    expect(remindAt({ due: lastDay, offset: 1, unit: "workday" }, calendar).provisional).toBe(true);
  });
});

describe("a stopped clock", () => {
  const inTime = due("workday", 5, "2026-09-30T10:00");

  it("keeps what is left and runs on with it", () => {
    const remainder = remainderOf(
      { due: inTime, unit: "workday", at: instantOf("2026-10-09T15:00") },
      calendar,
    );
    expect(remainder).toEqual({ unit: "workday", left: 3 });
    expect(resumeFrom({ remainder, at: instantOf("2026-11-20T09:00") }, calendar).day).toBe(
      "2026-11-25",
    );
  });

  it("keeps the milliseconds of a deadline in hours", () => {
    const soon = due("hour", 24, "2026-11-23T10:00");
    const remainder = remainderOf(
      { due: soon, unit: "hour", at: instantOf("2026-11-23T16:00") },
      calendar,
    );
    expect(remainder).toEqual({ unit: "hour", left: 18 * HOUR });
    expect(resumeFrom({ remainder, at: instantOf("2026-12-01T00:00") }, calendar).dueAt).toBe(
      instantOf("2026-12-01T18:00"),
    );
  });

  it("leaves days of a deadline in months", () => {
    const later = due("month", 1, "2026-11-02T10:00");
    const remainder = remainderOf(
      { due: later, unit: "month", at: instantOf("2026-11-23T10:00") },
      calendar,
    );
    expect(remainder).toEqual({ unit: "day", left: 9 });
    expect(resumeFrom({ remainder, at: instantOf("2026-12-01T10:00") }, calendar).day).toBe(
      "2026-12-10",
    );
  });

  it("that had run out stays run out", () => {
    const remainder = remainderOf(
      { due: inTime, unit: "workday", at: instantOf("2026-10-15T09:00") },
      calendar,
    );
    expect(remainder.left).toBe(-2);
    const at = instantOf("2026-11-23T09:00");
    expect(resumeFrom({ remainder, at }, calendar).dueAt).toBeLessThan(at);
  });

  it("that goes on at once has changed nothing", () => {
    fc.assert(
      fc.property(
        someInstant,
        someUnit,
        fc.integer({ min: -60, max: 60 }),
        fc.integer({ min: -90 * DAY, max: 90 * DAY }),
        (from, unit, count, after) => {
          const before = dueDate({ unit, count, from }, calendar);
          const remainder = remainderOf({ due: before, unit, at: from + after }, calendar);
          const { dueAt, day } = resumeFrom({ remainder, at: from + after }, calendar);
          expect({ dueAt, day }).toEqual({ dueAt: before.dueAt, day: before.day });
        },
      ),
    );
  });

  it("never takes time away: a longer stop ends later", () => {
    fc.assert(
      fc.property(
        someKnownInstant,
        someUnit,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 20 * DAY }),
        fc.integer({ min: 0, max: 60 * DAY }),
        (from, unit, count, worked, stopped) => {
          const before = dueDate({ unit, count, from }, calendar);
          const remainder = remainderOf({ due: before, unit, at: from + worked }, calendar);
          const after = resumeFrom({ remainder, at: from + worked + stopped }, calendar);
          expect(after.dueAt).toBeGreaterThanOrEqual(before.dueAt);
        },
      ),
    );
  });
});
