import fc from "fast-check";
import { expect, test } from "vitest";
import { addWorkdays } from "../../../app/engine/time/calendar";
import { countdown, type Countdown } from "../../../app/engine/time/countdown";
import { addDays } from "../../../app/engine/time/zone";
import { calendar } from "../../support/make-workflow";

/** Published on 30 September for seven working days, over the National Day. */
const seen = (today: string): Countdown =>
  countdown({ from: "2026-09-30", until: "2026-10-15", today, calendar });

test.each([
  ["2026-09-30", 7, false],
  ["2026-10-01", 7, false],
  ["2026-10-08", 7, true],
  ["2026-10-10", 5, true],
  ["2026-10-11", 4, false],
  ["2026-10-12", 4, true],
  ["2026-10-15", 1, true],
  ["2026-10-16", 0, false],
])("on %s there are %i working days left", (today, left, includesToday) => {
  expect(seen(today)).toMatchObject({ left, includesToday });
});

test("the calendar runs in weeks from Monday and names every day", () => {
  const { weeks, workedWeekends, holidays, total } = seen("2026-10-12");
  const shown = weeks.map((week) =>
    week.map((cell) => cell && `${Number(cell.day.slice(8))}${cell.number ?? cell.is.slice(0, 3)}`),
  );
  expect(shown).toEqual([
    [null, null, "30pub", "1off", "2off", "3off", "4off"],
    ["5off", "6off", "7off", "81", "92", "103", "11off"],
    ["124", "135", "146", "157", null, null, null],
  ]);
  expect(weeks[2]?.[0]).toMatchObject({ today: true, past: false });
  expect(weeks[2]?.[3]).toMatchObject({ is: "last" });
  expect({ workedWeekends, holidays, total }).toEqual({
    workedWeekends: ["2026-10-10"],
    holidays: true,
    total: 7,
  });
});

test("a year without data is counted from Monday to Friday, and says so", () => {
  const found = countdown({
    from: "2026-12-30",
    until: "2027-01-05",
    today: "2026-12-30",
    calendar,
  });
  expect(found).toMatchObject({ left: 4, total: 4, provisional: true });
});

test("a long notice has its count and no calendar", () => {
  const found = countdown({
    from: "2026-01-05",
    until: "2026-06-30",
    today: "2026-02-02",
    calendar,
  });
  expect(found.weeks).toEqual([]);
  expect(found.left).toBeGreaterThan(90);
});

test("counts as deadlines do: as many working days are left as were given", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 0, max: 40 }),
      (start, count, passed) => {
        const from = addDays("2026-01-01", start);
        const { day: until } = addWorkdays(calendar, from, count);
        const today = addDays(from, passed);
        const found = countdown({ from, until, today, calendar });
        expect(found.total).toBe(count);
        const cells = found.weeks.flat().filter((cell) => cell !== null);
        const after = cells.filter(({ number, past }) => number !== null && !past);
        if (cells.length > 0) expect(found.left).toBe(after.length);
        expect(found.left === 0).toBe(today > until);
      },
    ),
  );
});
