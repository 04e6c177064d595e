import {
  daysBetween,
  showDay,
  type Day,
  type Language,
  type Text,
} from "../../app/engine/plugin/api";

const A_MONDAY = "2024-01-01";
const NAMES = {
  zh: ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
} as const;

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return (((daysBetween(A_MONDAY, day) % 7) + 7) % 7) + 1;
}

export function weekdayName(day: Day, language: Language): string {
  return NAMES[language][weekdayOf(day) - 1] ?? "";
}

/** 11月23日, 23 Nov: a roster's year is said once, above it. */
export function shortDay(day: Day, language: Language): string {
  const shown = showDay(day, language);
  return language === "en" ? shown.replace(/ \d{4}$/, "") : shown.replace(/^\d{4}年/, "");
}

/** From so many days on, days that follow each other are said as from and to. */
const RUN = 4;

/** Several days in one breath: 11月24日、25日; 12月1日至12月31日. */
export function sayDays(days: readonly Day[]): Text {
  const last = days.at(-1);
  const [first] = days;
  const isRun =
    first !== undefined &&
    last !== undefined &&
    days.length >= RUN &&
    daysBetween(first, last) === days.length - 1;
  if (isRun) {
    return {
      zh: `${shortDay(first, "zh")}至${shortDay(last, "zh")}`,
      en: `${shortDay(first, "en")} to ${shortDay(last, "en")}`,
    };
  }

  const zh = days.map((day, index) => {
    const before = days[index - 1];
    const sameMonth = before !== undefined && before.slice(0, 7) === day.slice(0, 7);
    return sameMonth ? `${Number(day.slice(8))}日` : shortDay(day, "zh");
  });
  return { zh: zh.join("、"), en: days.map((day) => shortDay(day, "en")).join(", ") };
}

/** The same for whoever reads the value of a fact: 11-24, in both languages. */
export function writeDays(days: readonly Day[]): string {
  return days.map((day) => day.slice(5)).join(" ");
}

/** The days of each calendar week, as numbers from the first day on; what lies before it is negative. */
export function weeksOf(days: readonly Day[]): { start: number; end: number }[] {
  const [first] = days;
  if (first === undefined) return [];
  const weeks: { start: number; end: number }[] = [];
  for (let start = 1 - weekdayOf(first); start < days.length; start += 7) {
    weeks.push({ start, end: start + 6 });
  }
  return weeks;
}
