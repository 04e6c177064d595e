import type { Case, Timer } from "../../engine/case";
import type { Scope } from "../../engine/scope";
import { periodOf } from "../../engine/steps/deadline-date";
import type { Language, Text } from "../../engine/text";
import { isWorkday } from "../../engine/time/calendar";
import { dueDate, type Period } from "../../engine/time/deadline";
import { HOUR } from "../../engine/time/duration";
import type { Calendar, Day } from "../../engine/time/types";
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  isWeekend,
  showDayOfYear,
  showMoment,
} from "../../engine/time/zone";
import type { Workflow } from "../../engine/workflow";
import type { DeadlineSource } from "../../engine/deadline-source";
import { fieldLabel } from "./view-answers";

/** A longer list of rest days is counted instead of named. */
const MOST_NAMED = 4;
/** Far beyond every period of days; a longer one is not walked through. */
const MOST_WALKED = 400;

export interface BasisInput {
  workflow: Workflow;
  matter: Case;
  timer: Timer;
  scope: Scope;
  calendar: Calendar;
}

/** Where a due date comes from: counted from when, how much, which rest days were skipped, why it may still move. */
export function deadlineBasis(input: BasisInput): Text {
  return { zh: inLanguage(input, "zh"), en: inLanguage(input, "en") };
}

function inLanguage(input: BasisInput, language: Language): string {
  const { workflow, matter, timer, scope, calendar } = input;
  const source = workflow.source.deadlines?.[timer.deadline];
  const zh = language === "zh";
  if (source === undefined) return "";
  if (timer.remainder !== null) {
    const { unit, left: rest } = timer.remainder;
    const left = amount(
      { unit, count: unit === "hour" ? Math.floor(rest / HOUR) : rest },
      language,
    );
    return zh
      ? `已经中止计时，还剩 ${left}，恢复计时后接着算。`
      : `The clock stands still with ${left} left; it goes on when it is resumed.`;
  }
  const entered = matter.entered[timer.path]?.at ?? matter.lastAt;
  const period = periodOf(source, { from: entered, scope });
  if (period === null || timer.day === null || timer.dueAt === null) {
    return zh
      ? "起算的日子还没有填，填上以后自动算出。"
      : "The day it counts from is not known yet; the date follows once it is.";
  }
  const end = endText(timer, source, language);
  if (dueDate(period, calendar).dueAt !== timer.dueAt) {
    return zh
      ? `中止过计时，剩下的时间从恢复那天接着算，${end}。`
      : `The clock stood still for a while; what was left has run on since, ${end}.`;
  }
  const start = startText(input, { source, period, language });
  const count = amount(period, language);
  const skipped = skippedText(
    { from: dayOf(period.from), to: timer.day, period },
    calendar,
    language,
  );
  const counted = countedText(start, { period, count, language });
  const parts = [counted, ...skipped, end].join(zh ? "，" : ", ");
  return `${parts}${zh ? "。" : "."}${timer.provisional ? provisionalText(input, language) : ""}`;
}

function countedText(
  start: string,
  { period, count, language }: { period: Period; count: string; language: Language },
): string {
  const zh = language === "zh";
  if (period.count === 0) return zh ? `以${start}为准` : `by ${start}`;
  if (period.unit === "hour") return zh ? `从${start}起算 ${count}` : `${count} from ${start}`;
  return zh ? `从${start}起算 ${count}，当天不算` : `${count} from ${start}, that day not counted`;
}

function amount(of: Pick<Period, "unit" | "count">, language: Language): string {
  const { unit, count } = of;
  const zh = { workday: "个工作日", day: "天", hour: "小时", month: "个月" }[unit];
  const en = { workday: "working day", day: "day", hour: "hour", month: "month" }[unit];
  return language === "zh" ? `${count} ${zh}` : `${count} ${en}${count === 1 ? "" : "s"}`;
}

function startText(
  input: BasisInput,
  { source, period, language }: { source: DeadlineSource; period: Period; language: Language },
): string {
  const { workflow, timer } = input;
  const zh = language === "zh";
  const day =
    period.unit === "hour"
      ? showMoment(period.from, language)
      : showDayOfYear(dayOf(period.from), language);
  const why: Text =
    source.from === "entry"
      ? entryText(workflow.machine.states.get(timer.path)?.meta?.title)
      : "fact" in source.from
        ? (workflow.source.facts?.[source.from.fact]?.title ?? { zh: "" })
        : (fieldLabel(workflow, source.from.date.replace(/^data\./, "")) ?? { zh: "" });
  const reason = zh ? why.zh : (why.en ?? why.zh);
  if (reason === "") return day;
  return zh ? `${day}（${reason}）` : `${day} (${reason})`;
}

function entryText(title: Text | undefined): Text {
  if (title === undefined) return { zh: "登记", en: "opened" };
  return { zh: `进入“${title.zh}”`, en: `entered “${title.en ?? title.zh}”` };
}

function endText(timer: Timer, source: DeadlineSource, language: Language): string {
  const zh = language === "zh";
  if (source.unit === "hour") {
    const moment = showMoment(timer.dueAt ?? 0, language);
    return zh ? `到${moment}止` : `until ${moment}`;
  }
  const day = showDayOfYear(timer.day ?? "", language);
  return zh ? `到${day}24:00止` : `until 24:00 on ${day}`;
}

/** Rest days that were skipped, weekends that are worked, and an end that moved to a working day. */
function skippedText(
  span: { from: Day; to: Day; period: Period },
  calendar: Calendar,
  language: Language,
): string[] {
  const { from, to, period } = span;
  const length = daysBetween(from, to);
  if (period.unit === "hour" || length < 1 || length > MOST_WALKED) return [];
  const zh = language === "zh";
  const days = Array.from({ length }, (_, i) => addDays(from, i + 1));
  const isRest = (day: Day): boolean => {
    const worked = isWorkday(calendar, day);
    return worked === "unknown" ? isWeekend(day) : !worked;
  };
  if (period.unit !== "workday") {
    const plain =
      period.unit === "day" ? addDays(from, period.count) : addMonths(from, period.count);
    if (plain === to) return [];
    return [zh ? "末日遇休息日，顺延到工作日" : "moved on from a rest day to a working day"];
  }
  const rest = days.filter(isRest);
  const made = days.filter((day) => isWeekend(day) && !isRest(day));
  const names = (list: Day[]): string =>
    list.map((day) => showDayOfYear(day, language)).join(zh ? "、" : ", ");
  return [
    ...(rest.length === 0
      ? []
      : rest.length <= MOST_NAMED
        ? [zh ? `跳过休息日${names(rest)}` : `skipping the rest days ${names(rest)}`]
        : [zh ? `跳过 ${rest.length} 个休息日` : `skipping ${rest.length} rest days`]),
    ...(made.length === 0
      ? []
      : [zh ? `${names(made)}调休上班，算工作日` : `${names(made)} worked instead`]),
  ];
}

function provisionalText({ timer }: BasisInput, language: Language): string {
  const year = (timer.day ?? "").slice(0, 4);
  return language === "zh"
    ? `${year} 年的放假安排还没有公布，日期暂定，公布后自动重算。`
    : ` The rest days of ${year} are not announced yet; the date is provisional and follows them.`;
}
