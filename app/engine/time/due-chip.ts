import type { Text } from "../text";
import { workdaysBetween } from "./calendar";
import { HOUR } from "./duration";
import type { Calendar, Day, DeadlineUnit, DueDate, Instant } from "./types";
import { clockOf, dayOf, daysBetween, endOfDay, showDay, showDayOfYear } from "./zone";

const MOST_DAYS_WITHOUT_YEAR = 330;

/** ■ 超期 2 天 · ◐ 今天到期 · ○ 还剩 3 个工作日 · ‖ 暂停计时 · 1月18日，暂定 · ✓ 已办结 */
export interface DueChip {
  kind: "over" | "today" | "left" | "paused" | "provisional" | "done" | "none";
  text: Text;
  /** Last day in time, `YYYY-MM-DD`. */
  day: string | null;
}

/** What a chip is made from. */
export interface DueChipInput {
  due: DueDate | null;
  now: Instant;
  calendar: Calendar;
  /** The deadline's unit: says what is left in working days (the default), days or hours. */
  unit?: DeadlineUnit;
  /** Clocks stand still; where known, what for: 法院裁定 → 等法院裁定，暂停计时. */
  paused?: boolean | { waitsFor: Text };
  done?: boolean;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function pausedText(paused: true | { waitsFor: Text }): Text {
  if (paused === true) return { zh: "暂停计时", en: "Paused" };
  const { zh, en } = paused.waitsFor;
  return { zh: `等${zh}，暂停计时`, en: `Paused, waiting for ${en ?? zh}` };
}

function overText(due: DueDate, now: Instant): Text {
  const days = daysBetween(due.day, dayOf(now));
  if (days > 0) return { zh: `超期 ${days} 天`, en: `${plural(days, "day")} overdue` };
  return { zh: "今天已超期", en: "Overdue today" };
}

function todayText(due: DueDate, unit: DeadlineUnit): Text {
  if (unit !== "hour") return { zh: "今天到期", en: "Due today" };
  const clock = due.dueAt === endOfDay(due.day) ? "24:00" : clockOf(due.dueAt);
  return { zh: `今天 ${clock} 到期`, en: `Due today at ${clock}` };
}

function leftText(
  due: DueDate,
  input: { now: Instant; calendar: Calendar; unit: DeadlineUnit },
): Text {
  const today = dayOf(input.now);
  switch (input.unit) {
    case "workday": {
      const { count } = workdaysBetween(input.calendar, today, due.day);
      return { zh: `还剩 ${count} 个工作日`, en: `${plural(count, "working day")} left` };
    }
    case "day":
    case "month": {
      const count = daysBetween(today, due.day);
      return { zh: `还剩 ${count} 天`, en: `${plural(count, "day")} left` };
    }
    case "hour": {
      const count = Math.floor((due.dueAt - input.now) / HOUR);
      if (count === 0) return { zh: "还剩不到 1 小时", en: "Less than an hour left" };
      return { zh: `还剩 ${count} 小时`, en: `${plural(count, "hour")} left` };
    }
  }
}

/** A date that may still move is named as a date; without its year while no other year can be meant. */
function provisionalText(day: Day, today: Day): Text {
  const show = daysBetween(today, day) < MOST_DAYS_WITHOUT_YEAR ? showDayOfYear : showDay;
  return { zh: `${show(day, "zh")}，暂定`, en: `${show(day, "en")}, provisional` };
}

function marked(text: Text, provisional: boolean): Text {
  return provisional
    ? { zh: `${text.zh}（暂定）`, en: `${text.en ?? text.zh} (provisional)` }
    : text;
}

/** The due date of a task in a few words, for the chip in lists and on the matter's page. */
export function dueChip({
  due,
  now,
  calendar,
  unit = "workday",
  paused,
  done,
}: DueChipInput): DueChip {
  const day = due?.day ?? null;
  if (done) return { kind: "done", text: { zh: "已办结", en: "Closed" }, day };
  if (paused) return { kind: "paused", text: pausedText(paused), day };
  if (due === null) return { kind: "none", text: { zh: "没有期限", en: "No due date" }, day };
  if (now >= due.dueAt)
    return { kind: "over", text: marked(overText(due, now), due.provisional), day };
  if (due.day === dayOf(now))
    return { kind: "today", text: marked(todayText(due, unit), due.provisional), day };
  if (due.provisional)
    return { kind: "provisional", text: provisionalText(due.day, dayOf(now)), day };
  return { kind: "left", text: leftText(due, { now, calendar, unit }), day };
}
