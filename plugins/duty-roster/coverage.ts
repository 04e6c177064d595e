import type { Day } from "../../app/engine/plugin/api";
import { isOfficer, type Roster, type Row } from "./roster";

/** Who is there through one night, and whether that is enough. */
export interface NightCover {
  day: Day;
  index: number;
  officers: readonly Row[];
  auxiliaries: readonly Row[];
  holds: boolean;
}

/** The night of each day. A night holds with enough officers and, where any are asked for, auxiliaries. */
export function coverage(roster: Roster): NightCover[] {
  const { minOfficers, minAuxiliaries } = roster.settings;
  return roster.days.map((day, index) => {
    const there = roster.rows.filter((row) => row.shifts[index]?.kind.night);
    const officers = there.filter(isOfficer);
    const auxiliaries = there.filter((row) => !isOfficer(row));
    const holds = officers.length >= minOfficers && auxiliaries.length >= minAuxiliaries;
    return { day, index, officers, auxiliaries, holds };
  });
}

/** Everybody who can be called on a day: at work, or on call. */
export function reachableOfficers(roster: Roster, index: number): Row[] {
  return roster.rows.filter((row) => isOfficer(row) && row.shifts[index]?.kind.serves);
}
