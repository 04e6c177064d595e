import { isInForce, type Person } from "../../engine/person";
import type { Instant } from "../../engine/time/types";
import { dayOf } from "../../engine/time/zone";
import type { Session, TodayView } from "../api";
import type { CaseParts } from "../cases/case-parts";
import { readDayLog } from "./day-log";
import { readMyShift } from "./my-shift";
import { readTrips } from "./trips";
import { readOwnCard } from "./whereabouts";

/** Whose day it is: those who serve at a station or in a village. */
const SERVING: ReadonlySet<string> = new Set(["auxiliary", "officer", "stationChief"]);

/** True for those who begin with their day. */
export function hasDay(person: Person, now: Instant): boolean {
  return person.assignments.some((held) => isInForce(held, now) && SERVING.has(held.role));
}

/** True for those whom a station's roster concerns: who serves on it, and who keeps it. */
export function hasRoster(person: Person, now: Instant): boolean {
  return person.assignments.some(
    (held) => isInForce(held, now) && (SERVING.has(held.role) || held.role === "stationClerk"),
  );
}

/** Shift, card, trips and log of one person's day. */
export async function readToday(parts: CaseParts, session: Session): Promise<TodayView> {
  const now = parts.now();
  const day = dayOf(now);
  const { person, login } = session;
  const shift = await readMyShift(parts, person, login);
  const own = await readOwnCard(parts, person);
  const { trips, later } = await readTrips(parts, session);
  const here = new Set(shift?.today?.places ?? []);
  return {
    day,
    now,
    shift,
    card: own?.card ?? null,
    word: own?.card.look === "stale" ? null : (own?.entry?.word ?? null),
    places: parts
      .directory()
      .placesOf(person, now)
      .map(({ name }) => name),
    // Where the roster sends somebody today comes first; then what is due soonest, as it was found.
    trips: [...trips].sort((a, b) => Number(here.has(b.placeName)) - Number(here.has(a.placeName))),
    later,
    log: await readDayLog(parts, person, day),
  };
}
