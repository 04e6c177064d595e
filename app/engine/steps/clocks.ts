import type { Timer } from "../case";
import type { Movement } from "../machine/machine";
import { lineage } from "../machine/state-index";
import type { Scope } from "../scope";
import { dueDate, remainderOf, remindAt, resumeFrom, type Period } from "../time/deadline";
import { DAY } from "../time/duration";
import { offsetUnitOf } from "../time/offset-unit";
import type { Calendar, Instant, Remainder } from "../time/types";
import type { DeadlineSource } from "../deadline-source";
import type { Workflow } from "../workflow";
import { periodOf } from "./deadline-date";
import { armLadder, isRungOf, moveLadder, resumeRung, stopRung, type LadderInput } from "./ladder";

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
  return followDates(
    running,
    running.map((timer) => refresh(timer, input)),
    input,
  );
}

/** A ladder stands on its deadline's date: where that has moved, its rungs move with it. */
function followDates(
  before: readonly Timer[],
  after: readonly Timer[],
  input: ClockInput,
): Timer[] {
  const moved = after.filter(
    (timer, i) =>
      isClock(timer) &&
      (timer.dueAt !== before[i]?.dueAt || timer.provisional !== before[i]?.provisional),
  );
  return moved.reduce<Timer[]>(
    (timers, clock) => {
      const source = input.workflow.source.deadlines?.[clock.deadline];
      if (source?.ladder === undefined) return timers;
      return moveLadder(timers, clock, { source, input: ladderInput(input), anew: true });
    },
    [...after],
  );
}

/** A deadline's own clock, on which reminders and rungs hang. */
export function isClock(timer: Timer): boolean {
  return timer.kind === "due" || timer.kind === "transition";
}

/** A clock on which a ladder may hang: a deadline's own, or that of a task which is nobody's. */
export function carriesLadder(timer: Timer): boolean {
  return isClock(timer) || timer.kind === "owner";
}

/** What the rungs of this matter's deadlines are worked out from. */
export function ladderInput({ scope, calendar, workflow, now }: ClockInput): LadderInput {
  return { scope, calendar, now, quietHours: workflow.source.quietHours };
}

/** A clock of a state from this step on, with its reminders and rungs; paused with the matter. */
export function arm(
  kind: "transition" | "due" | "owner",
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
  const rungs = armLadder(timer, source, ladderInput(input));
  const all = [timer, ...reminders(timer, source, input), ...rungs];
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
      dueAt: remindAt({ due, offset, unit: offsetUnitOf(source) }, input.calendar).at,
    }))
    .filter((reminder) => reminder.dueAt !== null && reminder.dueAt > input.now);
}

/** A date that depends on data or facts follows them; a refused firing is tried again when the data changed. */
function refresh(timer: Timer, input: ClockInput): Timer {
  const source = input.workflow.source.deadlines?.[timer.deadline];
  if (source === undefined || !isClock(timer) || timer.remainder !== null) return timer;
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
  if (timer.kind === "rung") return [stopRung(timer, source, { at, calendar })];
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
  const stood = timers.filter((timer) => carriesLadder(timer) && timer.remainder !== null);
  const running = timers
    .filter((timer) => timer.kind !== "resume")
    .flatMap((timer) => {
      const source = input.workflow.source.deadlines?.[timer.deadline];
      if (timer.remainder === null) return [timer];
      if (timer.kind === "rung") {
        // A rung on a clock that stood still follows the clock; one beyond it has its own remainder.
        if (source === undefined || stood.some((clock) => isRungOf(timer, clock))) return [timer];
        return [resumeRung(timer, source, { at: input.at, input: ladderInput(input) })];
      }
      const resumed = runsOn(timer, timer.remainder, input);
      return source === undefined ? [resumed] : [resumed, ...reminders(resumed, source, input)];
    });
  return stood.reduce<Timer[]>((all, { id }) => {
    const clock = all.find((timer) => timer.id === id);
    const source = clock && input.workflow.source.deadlines?.[clock.deadline];
    if (clock === undefined || source?.ladder === undefined) return all;
    return moveLadder(all, clock, { source, input: ladderInput(input), anew: false });
  }, running);
}

/** The earliest of a state's own and its enclosing states' deadlines. */
export function dueOf(timers: readonly Timer[], path: string): Timer | undefined {
  const paths = new Set(lineage(path));
  return timers
    .filter((timer) => isClock(timer) && paths.has(timer.path) && timer.dueAt !== null)
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
