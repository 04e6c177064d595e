import type { Instant } from "./time/types";

export type UnitId = string;
export type RoleId = string;

/** A unit as the engine needs it: who it is, and what lies under it. */
export interface UnitScope {
  id: UnitId;
  name: string;
  kind: string;
  /** Division-code prefixes (2–12 digits) covered by the unit and its descendants. */
  covers: readonly string[];
  /** The unit itself and its descendants. */
  within: readonly UnitId[];
}

/** (user, role, unit, from, to): the only source of powers. History records which one was used. */
export interface Assignment {
  id: string;
  role: RoleId;
  unit: UnitScope;
  from: Instant;
  to: Instant | null;
  /** In whose place it is used (代班): a post of theirs, for the time of the substitution. */
  standsInFor?: { id: string; name: string };
}

/** Who acts. `system` acts for timers, links and jobs and has no assignments. */
export interface Person {
  id: string;
  name: string;
  assignments: readonly Assignment[];
}

export const SYSTEM: Person = { id: "qy.system", name: "清源", assignments: [] };

/** The role of whoever comes without an account. */
export const VILLAGER: RoleId = "villager";

/** Somebody without an account who answers a public notice: a villager of its place, and nobody else. */
export function anonymousVillager(place: string): Person {
  const unit: UnitScope = {
    id: place,
    name: "",
    kind: "village",
    covers: [place],
    within: [],
  };
  return {
    id: "qy.public",
    name: "群众",
    assignments: [{ id: "qy.public", role: VILLAGER, unit, from: 0, to: null }],
  };
}

/** A matter's place is a village, or a station's area (12-digit code, fixed); its owner is a unit (transferable). */
export interface Whereabouts {
  place: string;
  owner: UnitId;
}

export function isInForce(assignment: Assignment, now: Instant): boolean {
  return assignment.from <= now && (assignment.to === null || now < assignment.to);
}

/**
 * In scope = the assignment's unit or a descendant covers the matter's place, or is its owner. What belongs to a
 * whole area (a station's roster) is in scope of the villages in it as well.
 */
export function isInScope(assignment: Assignment, matter: Whereabouts): boolean {
  return assignment.unit.within.includes(matter.owner) || touches(assignment.unit, matter.place);
}

/** True where a unit covers a place, or lies in the area that it stands for. */
export function touches(unit: Pick<UnitScope, "covers">, place: string): boolean {
  const area = areaOf(place);
  return unit.covers.some(
    (prefix) =>
      prefix !== "" &&
      (place.startsWith(prefix) || (area !== undefined && prefix.startsWith(area))),
  );
}

/** The prefix of all places in an area, where a place stands for one: its last three, or six, digits are zeros. */
export function areaOf(place: string): string | undefined {
  if (place.length !== 12 || !place.endsWith("000")) return undefined;
  return place.endsWith("000000") ? place.slice(0, 6) : place.slice(0, 9);
}

/** The assignments this person may use for this matter, now. */
export function assignmentsFor(person: Person, matter: Whereabouts, now: Instant): Assignment[] {
  return person.assignments.filter((held) => isInForce(held, now) && isInScope(held, matter));
}
