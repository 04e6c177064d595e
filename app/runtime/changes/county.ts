import { refuse } from "../../engine/errors";
import type { UnitRecord } from "../../engine/people-ports";
import { isInForce, type Person } from "../../engine/person";
import type { Instant } from "../../engine/time/types";
import type { Result } from "../api";
import type { Directory } from "../people/directory";

/** Who drafts and publishes changes. */
const DRAFTERS: ReadonlySet<string> = new Set(["countyHR", "countySec", "admin"]);
/** Whose opinion a change needs (法制). */
const LEGAL_OFFICE = "countySec";

/** The counties whose rules a person may change, by id. */
export function countiesOf(directory: Directory, person: Person, now: Instant): UnitRecord[] {
  return directory.units.filter(
    ({ id, kind }) =>
      kind === "county" && [...rolesIn(person, id, now)].some((role) => DRAFTERS.has(role)),
  );
}

/** A county of the person's: the one asked for, else the first. Refuses `change/not-yours`, `change/unknown-scope`. */
export function countyFor(
  directory: Directory,
  ask: { person: Person; now: Instant; unit: string | null },
): Result<UnitRecord> {
  const counties = countiesOf(directory, ask.person, ask.now);
  const [first] = counties;
  if (first === undefined) return { ok: false, refusal: refuse("change/not-yours") };
  const found = ask.unit === null ? first : counties.find(({ id }) => id === ask.unit);
  if (found === undefined) return { ok: false, refusal: refuse("change/unknown-scope") };
  return { ok: true, value: found };
}

/** True where the person holds the legal office's role in the county. */
export function isLegalOffice(person: Person, unit: string, now: Instant): boolean {
  return rolesIn(person, unit, now).has(LEGAL_OFFICE);
}

/** Roles that a person holds in a unit, or in one above it. */
function rolesIn(person: Person, unit: string, now: Instant): Set<string> {
  const held = person.assignments.filter(
    (assignment) => isInForce(assignment, now) && assignment.unit.within.includes(unit),
  );
  return new Set(held.map(({ role }) => role));
}
