import type { Timer } from "../case";
import type { Movement } from "../machine/machine";
import { lineage } from "../machine/state-index";
import type { Scope } from "../scope";
import { dueDate, remainderOf, remindAt, resumeFrom, type Period } from "../time/deadline";
import { DAY } from "../time/duration";
import { startOfDay } from "../time/zone";
import type { Calendar, DueDate, Instant, Remainder } from "../time/types";
import type { DeadlineSource } from "../workflow-source";
import type { Workflow } from "../workflow";
import { scopeValue } from "./situation";

export interface ClockInput {
  workflow: Workflow;
  calendar: Calendar;
  seq: number;
  /** The moment states are entered at: the step's `occurredAt`. */
  at: Instant;
  now: Instant;
  scope: Scope;
  paused: boolean;
}

/** Key of the pause's own clock, which belongs to no state. */
const PAUSE = "qy.pause";

/** The matter's clocks after a step's movements: what is left stops, what is entered starts. */
export function moveClocks(
  timers: readonly Timer[],
  movements: readonly Movement[],
  input: ClockInput,
): Timer[] {
  let running = [...timers];
  for (const movement of movements) {
    if (movement.is === "arm" || movement.is === "disarm") {
      running = running.filter(
        (timer) => timer.path !== movement.path || timer.deadline !== movement.deadline,
      );
      if (movement.is === "arm")
        running.push(...arm("transition", movement.path, movement.deadline, input));
    } else if (movement.is === "exit") {
      running = running.filter((timer) => timer.path !== movement.path);
    } else if (movement.is === "enter") {
      const due = input.workflow.machine.states.get(movement.path)?.meta?.due;
      if (due !== undefined) running.push(...arm("due", movement.path, due, input));
    }
  }
  return running.map((timer) => refresh(timer, input));
}

/** When a state's deadline falls, or null while its beginning or its count is not known. */
export function deadlineDate(
  source: DeadlineSource,
  ask: { from: Instant; scope: Scope; calendar: Calendar },
): DueDate | null {
  const period = periodOf(source, ask);
  return period === null ? null : dueDate(period, ask.calendar);
}

/** The period that a deadline counts, or null while its beginning or its count is not known. */
export function periodOf(
  source: DeadlineSource,
  ask: { from: Instant; scope: Scope },
): Period | null {
  const from = beginning(source, ask);
  const count = countOf(source, ask.scope);
  return from === null || count === null ? null : { unit: source.unit, count, from };
}

function beginning(source: DeadlineSource, ask: { from: Instant; scope: Scope }): Instant | null {
  if (source.from === "entry") return ask.from;
  const path =
    "fact" in source.from
      ? `facts.${source.from.fact}`
      : `data.${source.from.date.replace(/^data\./, "")}`;
  const day = scopeValue(ask.scope, path);
  return typeof day === "string" && /^\d{4}-\d\d-\d\d/.test(day)
    ? startOfDay(day.slice(0, 10))
    : null;
}

function countOf(source: DeadlineSource, scope: Scope): number | null {
  if (typeof source.count === "number") return source.count;
  const value = scopeValue(scope, `params.${source.count.parameter}`);
  if (source.count.at === undefined) return typeof value === "number" ? value : null;
  const index = scopeValue(scope, `facts.${source.count.at}`);
  const item = Array.isArray(value) && typeof index === "number" ? value[index] : undefined;
  return typeof item === "number" ? item : null;
}

function arm(
  kind: "transition" | "due",
  path: string,
  deadline: string,
  input: ClockInput,
): Timer[] {
  const source = input.workflow.source.deadlines?.[deadline];
  if (source === undefined)
    throw new Error(`the machine names a deadline that is not declared: ${deadline}`);
  const period = periodOf(source, { from: input.at, scope: input.scope });
  const timer: Timer = {
    id: `${path}:${deadline}:${input.seq}`,
    kind,
    path,
    deadline,
    armedSeq: input.seq,
    ...dated(period, input.calendar),
    remainder: null,
    blocked: false,
    fired: false,
  };
  const all = [timer, ...reminders(timer, source, input)];
  return input.paused ? all.flatMap((one) => stop(one, source, input.at, input.calendar)) : all;
}

/** The dates of a timer that counts a period; where they are provisional, with what they were counted from. */
function dated(
  period: Period | null,
  calendar: Calendar,
): Pick<Timer, "dueAt" | "day" | "provisional" | "counted"> {
  if (period === null) return { dueAt: null, day: null, provisional: false };
  const { dueAt, day, provisional } = dueDate(period, calendar);
  return { dueAt, day, provisional, ...(provisional ? { counted: period } : {}) };
}

/** The timer with the dates of this period; what it was counted from before is forgotten. */
export function withDates(timer: Timer, period: Period | null, calendar: Calendar): Timer {
  const { counted: _, ...rest } = timer;
  return { ...rest, ...dated(period, calendar) };
}

/** The reminders of a running timer that are still to come. */
export function reminders(timer: Timer, source: DeadlineSource, input: ClockInput): Timer[] {
  if (timer.dueAt === null || timer.day === null) return [];
  const due = { dueAt: timer.dueAt, day: timer.day, provisional: timer.provisional };
  const { counted: _, ...plain } = timer;
  return (source.remind ?? [])
    .map((offset): Timer => ({
      ...plain,
      id: `${timer.id}:r${offset}`,
      kind: "remind",
      dueAt: remindAt({ due, offset, unit: source.unit }, input.calendar).at,
    }))
    .filter((reminder) => reminder.dueAt !== null && reminder.dueAt > input.now);
}

/** A date that depends on data or facts follows them; a refused firing is tried again when the data changed. */
function refresh(timer: Timer, input: ClockInput): Timer {
  const source = input.workflow.source.deadlines?.[timer.deadline];
  if (source === undefined || timer.kind === "remind" || timer.remainder !== null) return timer;
  const unblocked = timer.blocked ? { ...timer, blocked: false } : timer;
  if (source.from === "entry") return unblocked;
  const period = periodOf(source, { from: input.at, scope: input.scope });
  const counted = withDates(unblocked, period, input.calendar);
  const isSame = counted.dueAt === timer.dueAt && counted.provisional === timer.provisional;
  return counted.dueAt === null || isSame ? unblocked : unfired(counted, input.now);
}

/** A mark of being overdue falls away where the date has moved on. */
export function unfired(timer: Timer, now: Instant): Timer {
  return { ...timer, fired: timer.fired && timer.dueAt !== null && timer.dueAt <= now };
}

/** A timer that stands still from a moment on, with what is left of it; one that is not pausable runs on. */
export function stop(
  timer: Timer,
  source: DeadlineSource | undefined,
  at: Instant,
  calendar: Calendar,
): Timer[] {
  if (source?.pausable !== true || timer.dueAt === null || timer.day === null || timer.fired)
    return [timer];
  if (timer.kind === "remind") return [];
  const due = { dueAt: timer.dueAt, day: timer.day, provisional: timer.provisional };
  return [
    {
      ...timer,
      dueAt: null,
      day: null,
      remainder: remainderOf({ due, unit: source.unit, at }, calendar),
    },
  ];
}

/** 中止: the pausable clocks stand still and keep what is left; after the maximum they run again by themselves. */
export function pauseClocks(
  timers: readonly Timer[],
  maxDays: number | undefined,
  input: ClockInput,
): Timer[] {
  const stopped = timers.flatMap((timer) =>
    stop(timer, input.workflow.source.deadlines?.[timer.deadline], input.at, input.calendar),
  );
  if (maxDays === undefined) return stopped;
  const end: Timer = {
    id: `${PAUSE}:${input.seq}`,
    kind: "resume",
    path: "",
    deadline: PAUSE,
    armedSeq: input.seq,
    dueAt: input.at + maxDays * DAY,
    day: null,
    provisional: false,
    remainder: null,
    blocked: false,
    fired: false,
  };
  return [...stopped, end];
}

/** 恢复计时: each paused clock gets back exactly what was left. */
export function resumeClocks(timers: readonly Timer[], input: ClockInput): Timer[] {
  return timers
    .filter((timer) => timer.kind !== "resume")
    .flatMap((timer) => {
      if (timer.remainder === null) return [timer];
      const running = runsOn(timer, timer.remainder, input);
      const source = input.workflow.source.deadlines?.[timer.deadline];
      return source === undefined ? [running] : [running, ...reminders(running, source, input)];
    });
}

/** The earliest of a state's own and its enclosing states' deadlines. */
export function dueOf(timers: readonly Timer[], path: string): Timer | undefined {
  const paths = new Set(lineage(path));
  return timers
    .filter(
      (timer) =>
        (timer.kind === "due" || timer.kind === "transition") &&
        paths.has(timer.path) &&
        timer.dueAt !== null,
    )
    .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))[0];
}

/** What was left runs on from the moment of the step. */
function runsOn(timer: Timer, remainder: Remainder, { at, calendar }: ClockInput): Timer {
  const { counted: _, ...rest } = timer;
  const { dueAt, day, provisional } = resumeFrom({ remainder, at }, calendar);
  const { unit, left } = remainder;
  const counted: Period = { unit, count: left, from: at };
  return { ...rest, dueAt, day, provisional, ...(provisional ? { counted } : {}), remainder: null };
}
