import fc from "fast-check";
import { expect, test } from "vitest";
import { afterQuiet, parseClock, type QuietHours } from "../../../app/engine/time/quiet-hours";
import { clockOf, dayOf, instantOf } from "../../../app/engine/time/zone";
import { calendar } from "../../support/make-workflow";
import { someKnownInstant } from "../../support/arbitrary-time";

const night: QuietHours = { from: 22 * 60, to: 7 * 60 + 30, restDays: false };
const moved = (moment: string, quiet: QuietHours | null): string => {
  const { at } = afterQuiet(instantOf(moment), quiet, calendar);
  return `${dayOf(at)}T${clockOf(at)}`;
};

test("what falls into the night waits until the morning, on either side of midnight", () => {
  expect(moved("2026-10-08T21:59", night)).toBe("2026-10-08T21:59");
  expect(moved("2026-10-08T22:00", night)).toBe("2026-10-09T07:30");
  expect(moved("2026-10-09T00:00", night)).toBe("2026-10-09T07:30");
  expect(moved("2026-10-09T07:29", night)).toBe("2026-10-09T07:30");
  expect(moved("2026-10-09T07:30", night)).toBe("2026-10-09T07:30");
});

test("hours within one day are kept within it", () => {
  const noon = { from: 12 * 60, to: 14 * 60, restDays: false };
  expect(moved("2026-10-08T13:00", noon)).toBe("2026-10-08T14:00");
  expect(moved("2026-10-08T23:00", noon)).toBe("2026-10-08T23:00");
});

test("where rest days are quiet too, a message waits for the morning of a working day", () => {
  const rest = { ...night, restDays: true };
  // Friday evening; Saturday the 10th is worked (调休), Sunday is not.
  expect(moved("2026-10-09T23:00", rest)).toBe("2026-10-10T07:30");
  expect(moved("2026-10-10T23:00", rest)).toBe("2026-10-12T07:30");
  expect(moved("2026-10-11T10:00", rest)).toBe("2026-10-12T07:30");
  // National Day: from the 1st to the 7th.
  expect(moved("2026-09-30T22:30", rest)).toBe("2026-10-08T07:30");
});

test("a year that the calendar does not know gives a provisional morning", () => {
  const rest = { ...night, restDays: true };
  expect(afterQuiet(instantOf("2031-01-04T10:00"), rest, calendar).provisional).toBe(true);
  expect(afterQuiet(instantOf("2031-01-04T10:00"), night, calendar).provisional).toBe(false);
});

test("nothing is quiet where nothing is said", () => {
  expect(moved("2026-10-09T00:00", null)).toBe("2026-10-09T00:00");
});

test("a moment is never moved to an earlier one, never into the night, and order is kept", () => {
  const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
  const quiet = fc
    .record({ from: minutes, to: minutes, restDays: fc.boolean() })
    .filter(({ from, to }) => from !== to);
  fc.assert(
    fc.property(quiet, someKnownInstant, someKnownInstant, (hours, a, b) => {
      const [first, second] = [Math.min(a, b), Math.max(a, b)];
      const told = afterQuiet(first, hours, calendar).at;
      expect(told).toBeGreaterThanOrEqual(first);
      expect(afterQuiet(told, hours, calendar).at).toBe(told);
      expect(afterQuiet(second, hours, calendar).at).toBeGreaterThanOrEqual(told);
    }),
  );
});

test("a clock is two digits, a colon and two digits of a time that exists", () => {
  expect(["00:00", "07:30", "23:59"].map(parseClock)).toEqual([0, 450, 1439]);
  expect(["24:00", "7:30", "07:60", "0730", "", null, 450].map(parseClock)).toEqual(
    Array.from({ length: 7 }, () => undefined),
  );
});
