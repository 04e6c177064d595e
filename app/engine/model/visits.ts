import type { WeekDay, WeekSource } from "./model-source";

/** How far an officer's week reaches. */
export interface Served {
  /** Days of visits that all villages need, and that the officers have. */
  daysNeeded: number;
  daysThere: number;
  /** Villages that get all of their visits. */
  served: number;
}

/** How many villages so many officers can serve in full, each in their own week. Pure. */
export function serveVillages(
  week: WeekSource,
  { villages, officers }: { villages: number; officers: number },
): Served {
  const days = visitDays(week);
  const { visits, villagesPerDay } = week;
  const daysNeeded = Math.ceil((villages * visits) / villagesPerDay);
  const daysThere = officers * days;
  if (visits === 0) return { daysNeeded, daysThere, served: villages };
  const each = Math.floor((days * villagesPerDay) / visits);
  return { daysNeeded, daysThere, served: Math.min(villages, officers * each) };
}

/** One day of somebody's week; `villages` where they go on a day of visits. */
export interface PlannedDay {
  kind: WeekDay;
  villages: string[];
}

export interface PlannedWeek {
  days: PlannedDay[];
  /** Of this officer's villages: those that get all their visits, and those that get none. */
  served: number;
  unserved: number;
  visits: number;
}

/**
 * The week of one officer: the villages are shared evenly, in their order; each of those that can be served gets its
 * visits in turn, the others none. `index` counts officers from 0.
 */
export function planWeek(
  week: WeekSource,
  { villages, officers, index }: { villages: readonly string[]; officers: number; index: number },
): PlannedWeek {
  const share = Math.ceil(villages.length / Math.max(1, officers));
  const mine = villages.slice(index * share, (index + 1) * share);
  const { served } = serveVillages(week, { villages: mine.length, officers: 1 });
  const kept = week.visits === 0 ? [] : mine.slice(0, served);
  const turns = Array.from({ length: week.visits }, () => kept).flat();
  let next = 0;
  const days = week.days.map((kind): PlannedDay => {
    if (kind !== "visit") return { kind, villages: [] };
    const today = turns.slice(next, next + week.villagesPerDay);
    next += today.length;
    return { kind, villages: [...new Set(today)] };
  });
  return { days, served, unserved: mine.length - served, visits: week.visits };
}

function visitDays({ days }: WeekSource): number {
  return days.filter((kind) => kind === "visit").length;
}
