import {
  addDays,
  addMonths,
  daysBetween,
  definePlugin,
  isDay,
  workdaysBetween,
  type Calendar,
  type Operator,
} from "../../app/engine/plugin/api";
import { YEARS } from "./years";

/** The working calendar of the State Council, 调休 included. */
export const chinaCalendar: Calendar = { name: "national", years: YEARS };

const countDays: Operator = {
  name: "daysBetween",
  takes: ["string", "string"],
  gives: "number",
  run: (from, to) => (isDay(from) && isDay(to) ? daysBetween(from, to) : undefined),
};

/** No calendar reaches further; keeps a mistyped year from being walked through day by day. */
const MOST_DAYS = 3660;

/** Cannot be told where a year without calendar data is touched: a rule must not decide on a provisional count. */
const countWorkdays: Operator = {
  name: "workdaysBetween",
  takes: ["string", "string"],
  gives: "number",
  run: (from, to) => {
    if (!isDay(from) || !isDay(to) || Math.abs(daysBetween(from, to)) > MOST_DAYS) return undefined;
    const { count, provisional } = workdaysBetween(chinaCalendar, from, to);
    return provisional ? undefined : count;
  },
};

/** A month is whole once its day comes round: 2026-01-31 to 2026-02-28 is one. */
function wholeMonths(from: string, to: string): number {
  if (to < from) return -wholeMonths(to, from);
  const months = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const count = months(to) - months(from);
  return addMonths(from, count) > to ? count - 1 : count;
}

const countMonths: Operator = {
  name: "monthsBetween",
  takes: ["string", "string"],
  gives: "number",
  run: (from, to) => (isDay(from) && isDay(to) ? wholeMonths(from, to) : undefined),
};

const MOST_MONTHS = 1200;

/** The last day of a term: one of 12 months from 2026-12-01 ends on 2027-11-30. */
const termEnd: Operator = {
  name: "termEnd",
  takes: ["string", "number"],
  gives: "string",
  run: (from, months) => {
    const fits = Number.isInteger(months) && Number(months) > 0 && Number(months) <= MOST_MONTHS;
    return isDay(from) && fits ? addDays(addMonths(from, Number(months)), -1) : undefined;
  },
};

export default definePlugin({
  name: "china-calendar",
  version: "1.1.0",
  platform: "1",
  operators: [countDays, countWorkdays, countMonths, termEnd],
  calendars: [chinaCalendar],
});
