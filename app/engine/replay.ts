import type { Case, HistoryEntry } from "./case";
import { canonicalJson, type Json } from "./json";
import { recordedPeople } from "./people";
import { SYSTEM, type Person } from "./person";
import { step, type StepInput } from "./step";
import type { Calendar } from "./time/types";
import type { Workflow } from "./workflow";

export type ReplayResult =
  | { same: true; seq: number }
  | { same: false; seq: number; why: "refused" | "differs"; detail: string };

/**
 * Runs a history's inputs through the engine again and compares every outcome with the stored one.
 * Stops at the first step that comes out differently, and names it.
 */
export function replay(entries: readonly HistoryEntry[], context: ReplayContext): ReplayResult {
  let matter: Case | null = null;
  for (const entry of entries) {
    const taken = takeAgain(entry, matter, context);
    if ("why" in taken) return { same: false, seq: entry.seq, ...taken };
    matter = taken.next;
  }
  return { same: true, seq: entries.length };
}

type Again = { next: Case } | { why: "refused" | "differs"; detail: string };

/** Under the calendar as it is now; where that gives something else, under what it may have been. */
function takeAgain(entry: HistoryEntry, before: Case | null, context: ReplayContext): Again {
  const now = takeUnder(entry, before, context);
  if ("next" in now) return now;
  for (const calendar of earlierCalendars(entry, context.calendar)) {
    const then = takeUnder(entry, before, { ...context, calendar });
    if ("next" in then) return then;
  }
  return now;
}

function takeUnder(entry: HistoryEntry, before: Case | null, context: ReplayContext): Again {
  const taken = step(inputOf(entry, before, context));
  if (!taken.ok) return { why: "refused", detail: taken.refusal.code };
  const stored = entry.outcome as unknown as Json;
  const difference = firstDifference(taken.entry.outcome as unknown as Json, stored);
  return difference === null ? { next: taken.next } : { why: "differs", detail: difference };
}

/**
 * What the calendar may have been at a step with provisional dates, the latest first: years come to it one after the
 * other, so the last ones may not have been there. None for a step whose dates were settled.
 */
function earlierCalendars({ outcome }: HistoryEntry, calendar: Calendar): Calendar[] {
  const dates = [
    ...outcome.timers,
    ...(outcome.notices ?? []).map((one) => (one.is === "published" ? one.notice : one)),
  ];
  if (!dates.some((one) => "provisional" in one && one.provisional)) return [];
  const years = Object.entries(calendar.years).sort(([a], [b]) => (a < b ? -1 : 1));
  const earlier = years.map((_, count) => Object.fromEntries(years.slice(0, count))).reverse();
  return earlier.map((known) => ({ ...calendar, years: known }));
}

export interface ReplayContext {
  workflow: Workflow;
  calendar: Calendar;
}

/** What `step` was asked when this entry was made, as far as the history keeps it. */
export function inputOf(
  entry: HistoryEntry,
  before: Case | null,
  context: ReplayContext,
): StepInput {
  return {
    ...context,
    matter: before,
    ...(entry.outcome.opened === undefined ? {} : { opening: entry.outcome.opened }),
    command: entry.command,
    user: actorAsPerson(entry),
    people: recordedPeople(entry.people),
    now: entry.at,
    numbers: Object.fromEntries(entry.outcome.numbers.map((used) => [used.key, used.value - 1])),
    ...childrenOf(entry, before),
  };
}

/** The recorded assignment was checked when the step was taken; replay asks only what it led to. */
function actorAsPerson(entry: HistoryEntry): Person {
  const { by } = entry;
  if (by.role === null || by.assignment === null || by.unit === null)
    return by.user === SYSTEM.id ? SYSTEM : { id: by.user, name: by.name, assignments: [] };
  const everywhere = Array.from({ length: 10 }, (_, digit) => String(digit));
  const unit = { id: by.unit, name: "", kind: "", covers: everywhere, within: [by.unit] };
  return {
    id: by.user,
    name: by.name,
    assignments: [
      {
        ...{ id: by.assignment, role: by.role, unit, from: 0, to: null },
        ...(by.standsInFor === undefined ? {} : { standsInFor: by.standsInFor }),
      },
    ],
  };
}

/** The ids that the runtime had given to the linked matters which this step opened. */
function childrenOf(entry: HistoryEntry, before: Case | null): { childIds?: string[] } {
  const [opening] = entry.outcome.opens;
  if (opening === undefined) return {};
  const known = new Set((before?.links[opening.link] ?? []).map((child) => child.id));
  const all = entry.outcome.links[opening.link] ?? [];
  return { childIds: all.flatMap(({ id }) => (known.has(id) ? [] : [id])) };
}

function firstDifference(again: Json, stored: Json): string | null {
  const now = again as { [key: string]: Json };
  const then = stored as { [key: string]: Json };
  const keys = [...new Set([...Object.keys(now), ...Object.keys(then)])];
  return (
    keys.find((key) => canonicalJson(now[key] ?? null) !== canonicalJson(then[key] ?? null)) ?? null
  );
}
