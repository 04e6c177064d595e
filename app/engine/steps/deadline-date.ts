import type { Scope } from "../scope";
import { dueDate, type Period } from "../time/deadline";
import type { Calendar, DueDate, Instant } from "../time/types";
import { instantOf, isMoment, startOfDay } from "../time/zone";
import type { DeadlineSource } from "../deadline-source";
import { scopeValue } from "./situation";

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
  if (source.unit === "hour" && isMoment(day)) return instantOf(day);
  return typeof day === "string" && /^\d{4}-\d\d-\d\d/.test(day)
    ? startOfDay(day.slice(0, 10))
    : null;
}

function countOf(source: DeadlineSource, scope: Scope): number | null {
  if (typeof source.count === "number") return source.count;
  const { parameter, at, before } = source.count;
  const value = scopeValue(scope, `params.${parameter}`);
  const index = at === undefined ? undefined : scopeValue(scope, `facts.${at}`);
  const item = Array.isArray(value) && typeof index === "number" ? value[index] : undefined;
  const count = at === undefined ? value : item;
  if (typeof count !== "number") return null;
  return before === true ? -count : count;
}
