import type { Actor, Case } from "../case";
import type { Command } from "../command";
import { refuse } from "../errors";
import { assignmentsFor, type Person, type RoleId, type Whereabouts } from "../person";
import type { Refusal } from "../refusal";
import { DAY } from "../time/duration";
import { startOfDay, dayOf } from "../time/zone";
import type { Instant } from "../time/types";
import { listOf } from "../text";
import type { Roles } from "../check/roles";
import type { Workflow } from "../workflow";
import { no, yes, type Decision } from "./situation";

/** Default limit for steps entered later from paper (代录). */
const BACKDATE_DAYS = 30;

/** The assignment that lets this person act, or why not: outside the area, or another role's step. */
export function authorise(ask: {
  person: Person;
  roles: readonly RoleId[];
  matter: Whereabouts;
  now: Instant;
  titles: Roles;
}): Decision<Actor> {
  const { person, roles, matter, now, titles } = ask;
  const held = assignmentsFor(person, matter, now);
  if (held.length === 0) return no(refuse("case/out-of-scope"));
  const used = held.find((assignment) => roles.includes(assignment.role));
  if (used === undefined) return no(refuseRole(roles, titles));
  return yes({
    user: person.id,
    name: person.name,
    assignment: used.id,
    role: used.role,
    unit: used.unit.id,
  });
}

/** `case/not-your-step`: says in words whose step it is. */
export function refuseRole(roles: readonly RoleId[], titles: Roles): Refusal {
  return refuse("case/not-your-step", {
    roles: listOf(roles.map((role) => titles[role]?.title ?? { zh: role })),
  });
}

/** Anybody with any role in scope may do this (a call for help). */
export function authoriseAnyRole(
  person: Person,
  matter: Whereabouts,
  now: Instant,
): Decision<Actor> {
  const [held] = assignmentsFor(person, matter, now);
  if (held === undefined) return no(refuse("case/out-of-scope"));
  return yes({
    user: person.id,
    name: person.name,
    assignment: held.id,
    role: held.role,
    unit: held.unit.id,
  });
}

export function toWhereabouts(matter: Case): Whereabouts {
  return { place: matter.place.code, owner: matter.owner.id };
}

/** Refuses a time that lies ahead, before the previous step, or further back than the package allows. */
export function checkOccurredAt(
  workflow: Workflow,
  command: Command,
  now: Instant,
  lastAt: Instant | null,
): Refusal | null {
  const { occurredAt } = command;
  const days = workflow.source.backdateDays ?? BACKDATE_DAYS;
  if (occurredAt > now) return refuse("case/occurred-in-future");
  if (lastAt !== null && occurredAt < lastAt) return refuse("case/occurred-before-last");
  if (occurredAt < startOfDay(dayOf(now)) - days * DAY)
    return refuse("case/occurred-too-old", { days });
  return null;
}
