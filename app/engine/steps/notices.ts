import type { Case, NoticeChange, StandingNotice, Timer } from "../case";
import { refusalError } from "../errors";
import { sameJson } from "../json";
import type { Notice } from "../projection/notice";
import type { TemplateContext } from "../projection/template";
import type { Scope } from "../scope";
import { dayOf } from "../time/zone";
import { dueDate } from "../time/deadline";
import type { Calendar } from "../time/types";
import { isClock } from "./clocks";
import { deadlineDate, periodOf } from "./deadline-date";
import type { Situation } from "./situation";

interface NoticeInput {
  situation: Situation;
  /** Name of the event that the step took, or null. */
  event: string | null;
  scope: Scope;
  context: TemplateContext;
  /** The matter's clocks and status after the step. */
  timers: readonly Timer[];
  status: Case["status"];
}

/**
 * What a step does to the matter's public notices: publishes, takes down, follows the clock that counts
 * them, marks rows that are held. Refuses with `case/notice-without-end` where the last day is not known.
 */
export function moveNotices(input: NoticeInput): NoticeChange[] {
  const { situation, event } = input;
  return [...situation.workflow.notices.values()].flatMap((notice): NoticeChange[] => {
    if (event !== null && notice.source.on.includes(event)) return [publish(notice, input)];
    const standing = situation.matter.notices?.[notice.name];
    if (standing === undefined) return [];
    return isTakenDown(notice, standing, input)
      ? [{ is: "ended", name: notice.name }]
      : [...followClock(notice, standing, input), ...markRows(notice, standing, input)];
  });
}

/** The clock that this step started for the notice's deadline, or the same count without a clock. */
function publish(notice: Notice, input: NoticeInput): NoticeChange {
  const { situation, scope, context, timers } = input;
  const { workflow, calendar, command, seq } = situation;
  const { until } = notice.source;
  const timer = timers.find(
    (one) => one.deadline === until && one.armedSeq === seq && isClock(one),
  );
  const source = workflow.source.deadlines?.[until];
  const counted = source && deadlineDate(source, { from: command.occurredAt, scope, calendar });
  const due =
    timer?.dueAt != null && timer.day !== null
      ? { dueAt: timer.dueAt, day: timer.day, provisional: timer.provisional }
      : counted;
  if (due == null) {
    throw refusalError("case/notice-without-end", {
      notice: notice.source.title,
      deadline: source?.title ?? { zh: until },
    });
  }
  const { matter } = situation;
  const published = notice.publish({ matter, context, from: dayOf(command.occurredAt), due });
  const period = source && periodOf(source, { from: command.occurredAt, scope });
  return {
    ...{ is: "published", notice: published, timer: timer?.id ?? null },
    ...(timer === undefined && due.provisional && period ? { counted: period } : {}),
  };
}

/**
 * By an event that says so; by 撤回 and 作废; by a 退回 out of the state whose clock counts it, unless the
 * matter comes straight back there.
 */
function isTakenDown(notice: Notice, standing: StandingNotice, input: NoticeInput): boolean {
  const { situation, event, status, timers } = input;
  const { command } = situation;
  if (event !== null && notice.source.ends?.includes(event) === true) return true;
  if (status === "withdrawn" || status === "void") return true;
  const goesBack =
    command.type === "move" && command.move === "return" && command.way !== "straight";
  const has = (clocks: readonly Timer[]): boolean =>
    clocks.some((timer) => timer.id === standing.timer);
  return goesBack && has(situation.matter.timers) && !has(timers);
}

/** A clock that is stopped, runs on, or counts from another day takes the notice with it. */
function followClock(
  notice: Notice,
  standing: StandingNotice,
  { timers, situation: { calendar } }: NoticeInput,
): NoticeChange[] {
  const timer = timers.find((one) => one.id === standing.timer);
  if (timer === undefined) return recountNotice(notice.name, standing, calendar);
  const { day: until, provisional } = timer;
  return until === standing.until && provisional === standing.provisional
    ? []
    : [{ is: "dated", name: notice.name, until, provisional }];
}

/** A last day without a clock, counted anew where it was provisional; nothing where it stays as it is. */
export function recountNotice(
  name: string,
  standing: StandingNotice,
  calendar: Calendar,
): NoticeChange[] {
  if (standing.timer !== null || !standing.provisional || standing.counted === undefined) return [];
  const { day: until, provisional } = dueDate(standing.counted, calendar);
  const isSame = until === standing.until && provisional;
  return isSame ? [] : [{ is: "dated", name, until, provisional }];
}

function markRows(notice: Notice, standing: StandingNotice, input: NoticeInput): NoticeChange[] {
  const rows = notice.heldRows(input.scope, standing.rows);
  return sameJson(rows, standing.held) ? [] : [{ is: "held", name: notice.name, rows }];
}
