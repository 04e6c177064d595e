import {
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

export default definePlugin({
  name: "china-calendar",
  version: "1.0.0",
  platform: "1",
  operators: [countDays, countWorkdays],
  calendars: [chinaCalendar],
});
