import type { Case } from "../../engine/case";
import { refuse } from "../../engine/errors";
import { isInForce, isInScope, type Person } from "../../engine/person";
import type { Result } from "../api";
import type { CaseParts } from "../cases/case-parts";
import { inForce, readingOf, ROSTER_PACKAGE, stationsOf, type RosterReading } from "./find-rosters";

/** Who makes rosters, and sees those that are not published yet. */
const PLANNERS: ReadonlySet<string> = new Set(["officer", "stationChief", "stationClerk"]);

/** A roster before one reader: the draft for who makes it, else the one in force. */
export interface OpenedRoster {
  reading: RosterReading;
  planner: boolean;
  /** The matter as it stands, whichever version is shown. */
  current: Case;
}

/** Refuses `case/not-found` for what is no roster of a station of theirs, or not published yet and not theirs to make. */
export async function openRoster(
  parts: CaseParts,
  person: Person,
  caseId: string,
): Promise<Result<OpenedRoster>> {
  const notFound: Result<OpenedRoster> = { ok: false, refusal: refuse("case/not-found") };
  const { cases } = await parts.store.read({ cases: [caseId], commands: [], sequences: [] });
  const matter = cases.get(caseId);
  const now = parts.now();
  if (matter?.workflow !== ROSTER_PACKAGE) return notFound;
  const stations = stationsOf(parts.directory(), person, now);
  if (!stations.some(({ id }) => id === matter.owner.id)) return notFound;
  const reading = await readingOf(parts, matter);
  if (isPlanner(person, matter, now)) {
    return { ok: true, value: { reading, planner: true, current: matter } };
  }
  const published = await inForce(parts, reading);
  if (published === undefined) return notFound;
  return { ok: true, value: { reading: published, planner: false, current: matter } };
}

/** True for those who may fill in shifts of this roster. */
export function isPlanner(person: Person, matter: Case, now: number): boolean {
  const where = { place: matter.place.code, owner: matter.owner.id };
  return person.assignments.some(
    (held) => PLANNERS.has(held.role) && isInForce(held, now) && isInScope(held, where),
  );
}
