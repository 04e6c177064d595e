import type { Case } from "../../engine/case";
import { at } from "../../engine/json";
import { assignmentsFor, touches, type Assignment, type Person } from "../../engine/person";
import type { ReaderRoles } from "../../engine/projection/visibility";
import type { Instant } from "../../engine/time/types";
import type { Workflow } from "../../engine/workflow";
import type { Roles } from "../../engine/check/roles";

/** How somebody stands to a matter. */
export type Access =
  | { to: "read"; roles: ReaderRoles; held: readonly Assignment[] }
  /** In their area, so they may know that it exists, but not theirs to read any more. */
  | { to: "know" }
  | { to: "nothing" };

/**
 * What a person may do with a matter, now. Who decides reads whatever lies in scope; who only helps (an
 * auxiliary, a village committee) reads what is open in the villages of their own unit.
 */
export function accessTo(ask: {
  person: Person;
  matter: Pick<Case, "place" | "owner" | "status">;
  roles: Roles;
  now: Instant;
}): Access {
  const { person, matter, roles, now } = ask;
  const place = matter.place.code;
  const inScope = assignmentsFor(person, { place, owner: matter.owner.id }, now);
  if (inScope.length === 0) return { to: "nothing" };
  const held = inScope.filter(
    ({ role, unit }) =>
      roles[role]?.decides === true || (matter.status === "open" && touches(unit, place)),
  );
  if (held.length === 0) return { to: "know" };
  return { to: "read", held, roles: new Set(held.map(({ role }) => role)) };
}

/** What somebody may read of a matter that the package calls their own, ended or not; undefined where it is not theirs. */
export function accessToOwn(ask: {
  person: Person;
  matter: Case;
  workflow: Workflow;
  now: Instant;
}): Extract<Access, { to: "read" }> | undefined {
  const { person, matter, workflow, now } = ask;
  const { subject } = workflow.source;
  if (subject === undefined || at(matter.data, subject.slice("data.".length)) !== person.name)
    return undefined;
  const where = { place: matter.place.code, owner: matter.owner.id };
  const held = assignmentsFor(person, where, now);
  return { to: "read", held, roles: new Set(held.map(({ role }) => role)) };
}
