import fc from "fast-check";
import { addDays, startOfDay } from "../../app/engine/time/zone";

/** Any day that a matter of today could have to do with. */
export const someDay = fc
  .integer({ min: 0, max: 36_500 })
  .map((count) => addDays("1992-01-01", count));

/** A day in one of the years whose calendar is known: 2025 and 2026. */
export const someKnownDay = fc
  .integer({ min: 0, max: 729 })
  .map((count) => addDays("2025-01-01", count));

/** Any moment from 1992 on, when Shanghai had done with daylight saving. */
export const someInstant = fc.integer({
  min: startOfDay("1992-01-01"),
  max: startOfDay("2090-01-01"),
});

/** A moment in one of the years whose calendar is known. */
export const someKnownInstant = fc.integer({
  min: startOfDay("2025-01-01"),
  max: startOfDay("2027-01-01") - 1,
});
