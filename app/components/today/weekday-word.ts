import type { Language } from "../../engine/text";
import { daysBetween } from "../../engine/time/zone";

const WORDS = {
  zh: ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
} as const;

const A_MONDAY = "2024-01-01";

/** 0 for Monday to 6 for Sunday. */
export function weekdayNumber(day: string): number {
  return ((daysBetween(A_MONDAY, day) % 7) + 7) % 7;
}

/** 星期一, Monday. */
export function weekdayWord(day: string, language: Language): string {
  return WORDS[language][weekdayNumber(day)] ?? "";
}
