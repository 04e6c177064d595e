import type { Timer } from "../case";
import type { Scope } from "../scope";
import { remainderOf, remindAt, resumeFrom } from "../time/deadline";
import { offsetUnitOf } from "../time/offset-unit";
import { afterQuiet, parseClock, type QuietHours } from "../time/quiet-hours";
import type { Calendar, DueDate, Instant } from "../time/types";
import { dayOf } from "../time/zone";
import type { QuietHoursSource, RungSource } from "../ladder-source";
import type { DeadlineSource } from "../deadline-source";
import { scopeValue } from "./situation";

/** What a rung's moment is worked out from. */
export interface LadderInput {
  scope: Scope;
  calendar: Calendar;
  quietHours: QuietHoursSource | undefined;
  now: Instant;
}

/** One rung with its moment. */
export interface PlannedRung {
  rung: RungSource;
  /** Before (−) or after (+) the last day, in the deadline's unit of offsets. */
  offset: number;
  /** When it would go out if nobody slept. */
  due: Instant;
  /** When it goes out. */
  at: Instant;
  provisional: boolean;
}

/** The quiet hours as they stand for a matter, its county's parameters filled in; null where none hold. */
export function quietHoursOf(
  source: QuietHoursSource | undefined,
  scope: Scope,
): QuietHours | null {
  if (source === undefined) return null;
  const clock = (end: QuietHoursSource["from"]): number | undefined =>
    parseClock(typeof end === "string" ? end : scopeValue(scope, `params.${end.parameter}`));
  const [from, to] = [clock(source.from), clock(source.to)];
  if (from === undefined || to === undefined || from === to) return null;
  return { from, to, restDays: source.restDays === true };
}

/** Every rung of a deadline with its moment, lowest first. Pure: what is armed and what is previewed. */
export function planLadder(
  source: DeadlineSource,
  due: DueDate,
  input: LadderInput,
): PlannedRung[] {
  const quiet = quietHoursOf(input.quietHours, input.scope);
  return (source.ladder ?? []).flatMap((rung): PlannedRung[] => {
    const offset = offsetOf(rung, input.scope);
    if (offset === null) return [];
    const planned = remindAt({ due, offset, unit: offsetUnitOf(source) }, input.calendar);
    const isUrgent = source.urgent === true || rung.urgent === true;
    const told = afterQuiet(planned.at, isUrgent ? null : quiet, input.calendar);
    const provisional = planned.provisional || told.provisional;
    return [{ rung, offset, due: planned.at, at: told.at, provisional }];
  });
}

/** A rung's offset, or null where its parameter holds no whole number. */
export function offsetOf({ at }: RungSource, scope: Scope): number | null {
  const offset = typeof at === "number" ? at : scopeValue(scope, `params.${at.parameter}`);
  return typeof offset === "number" && Number.isInteger(offset) ? offset : null;
}

/**
 * The clocks of a deadline's rungs from its due date on. Of those whose moment has gone by when the clock starts
 * (paper is entered later), the highest that is not before the last day goes out at once; the others are passed over.
 */
export function armLadder(timer: Timer, source: DeadlineSource, input: LadderInput): Timer[] {
  if (timer.dueAt === null || timer.day === null) return [];
  const due = { dueAt: timer.dueAt, day: timer.day, provisional: timer.provisional };
  const planned = planLadder(source, due, input);
  const gone = planned.filter(({ at }) => at <= input.now);
  const late = gone.filter(({ offset }) => offset >= 0).slice(-1);
  const coming = planned.filter(({ at }) => at > input.now);
  return [...late, ...coming].map((one) => toTimer(timer, one));
}

function toTimer(timer: Timer, { rung, at, provisional }: PlannedRung): Timer {
  const { counted: _, ...clock } = timer;
  return {
    ...clock,
    id: `${timer.id}:l${rung.key}`,
    kind: "rung",
    rung: rung.key,
    dueAt: at,
    day: dayOf(at),
    provisional,
    remainder: null,
    blocked: false,
    fired: false,
  };
}

/** True for a rung of this very clock. */
export function isRungOf(timer: Timer, clock: Pick<Timer, "path" | "deadline">): boolean {
  return timer.kind === "rung" && timer.path === clock.path && timer.deadline === clock.deadline;
}

/**
 * The rungs after their deadline has got another date. What was told stays told; where the moment of a told rung
 * lies ahead again because the data changed, it is told again (`anew`).
 */
export function moveLadder(
  timers: readonly Timer[],
  clock: Timer,
  how: { source: DeadlineSource; input: LadderInput; anew: boolean },
): Timer[] {
  const told = timers.filter((one) => isRungOf(one, clock) && one.fired);
  const isTold = (one: Timer): boolean => told.some(({ rung }) => rung === one.rung);
  const armed = armLadder(clock, how.source, how.input).filter(
    (one) => !isTold(one) || (how.anew && (one.dueAt ?? 0) > how.input.now),
  );
  const kept = told.filter((one) => !armed.some(({ rung }) => rung === one.rung));
  return [...timers.filter((one) => !isRungOf(one, clock)), ...kept, ...armed];
}

/** A rung whose clock stands still keeps what is left until it goes out. */
export function stopRung(
  timer: Timer,
  source: DeadlineSource,
  { at, calendar }: { at: Instant; calendar: Calendar },
): Timer {
  if (timer.fired || timer.dueAt === null || timer.day === null) return timer;
  const due = { dueAt: timer.dueAt, day: timer.day };
  const remainder = remainderOf({ due, unit: offsetUnitOf(source), at }, calendar);
  return { ...timer, dueAt: null, day: null, remainder };
}

/**
 * The rungs once the calendar of a year has come. Those that a pause moved beyond their deadline are counted from
 * where they went on; all others follow the deadline.
 */
export function recountLadder(
  timers: readonly Timer[],
  clock: Timer,
  how: { source: DeadlineSource; input: LadderInput; wasProvisional: boolean },
): Timer[] {
  const rungs = timers.filter((one) => isRungOf(one, clock) && !one.fired);
  const resumed = rungs.some(({ counted }) => counted !== undefined);
  if (clock.dueAt === null || !(how.wasProvisional || rungs.some((one) => one.provisional)))
    return [...timers];
  if (!resumed) return moveLadder(timers, clock, { ...how, anew: true });
  return timers.map((one) => {
    if (!isRungOf(one, clock) || one.fired || one.counted === undefined) return one;
    const { unit, count: left, from: at } = one.counted;
    const remainder = { unit: unit === "month" ? "day" : unit, left } as const;
    return resumeRung({ ...one, remainder }, how.source, { at, input: how.input });
  });
}

/** A rung beyond a deadline that is overdue already goes on with what was left of it. */
export function resumeRung(
  timer: Timer,
  source: DeadlineSource,
  { at, input }: { at: Instant; input: LadderInput },
): Timer {
  if (timer.remainder === null) return timer;
  const { remainder } = timer;
  const end = resumeFrom({ remainder, at }, input.calendar);
  const rung = source.ladder?.find(({ key }) => key === timer.rung);
  const isUrgent = source.urgent === true || rung?.urgent === true;
  const quiet = isUrgent ? null : quietHoursOf(input.quietHours, input.scope);
  const morning = remindAt({ due: end, offset: 0, unit: offsetUnitOf(source) }, input.calendar).at;
  const told = afterQuiet(remainder.unit === "hour" ? end.dueAt : morning, quiet, input.calendar);
  const provisional = end.provisional || told.provisional;
  const { counted: _, ...rest } = timer;
  return {
    ...rest,
    dueAt: told.at,
    day: dayOf(told.at),
    provisional,
    ...(provisional ? { counted: { unit: remainder.unit, count: remainder.left, from: at } } : {}),
    remainder: null,
  };
}
