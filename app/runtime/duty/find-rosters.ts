import type { Case } from "../../engine/case";
import { fold } from "../../engine/fold";
import { isInForce, touches, type Person } from "../../engine/person";
import { buildScope, type Scope } from "../../engine/scope";
import type { Instant } from "../../engine/time/types";
import type { Workflow } from "../../engine/workflow";
import { listUnitMatters } from "../../storage/unit-matters";
import type { CaseParts } from "../cases/case-parts";
import type { Directory } from "../people/directory";
import { stationOver } from "./board-people";
import { readRosterFacts, type RosterFacts } from "./roster-facts";

export const ROSTER_PACKAGE = "duty-rotation";
/** The state in which a roster is in force. */
const PUBLISHED = "published";
/** A station has one roster in force, one in the making, and few that wait to be filed. */
const MOST_OPEN = 12;

/** One roster at one point of its history. */
export interface RosterReading {
  workflow: Workflow;
  matter: Case;
  scope: Scope;
  facts: RosterFacts;
}

/** The stations whose duty concerns a person: their own, and that over their village. */
export function stationsOf(
  directory: Directory,
  person: Person,
  now: Instant,
): { id: string; name: string; place: string }[] {
  return directory.placesOf(person, now, "station").flatMap(({ code }) => {
    const station = stationOver(directory, code);
    const isTheirs = person.assignments.some(
      (held) => isInForce(held, now) && touches(held.unit, code),
    );
    return station && isTheirs ? [{ id: station.id, name: station.name, place: code }] : [];
  });
}

/** The open rosters of a station, those that began last first. */
export async function openRosters(parts: CaseParts, station: string): Promise<RosterReading[]> {
  const ids = await listUnitMatters(parts.database, {
    package: ROSTER_PACKAGE,
    owner: station,
    status: "open",
    limit: MOST_OPEN,
  });
  return readRosters(parts, ids);
}

/** The rosters that were filed last. */
export async function filedRosters(
  parts: CaseParts,
  station: string,
  limit: number,
): Promise<RosterReading[]> {
  const ids = await listUnitMatters(parts.database, {
    package: ROSTER_PACKAGE,
    owner: station,
    status: "ended",
    limit,
  });
  const found = await readRosters(parts, ids);
  return found.filter(({ matter }) => matter.end === "completed");
}

async function readRosters(parts: CaseParts, ids: string[]): Promise<RosterReading[]> {
  const { cases } = await parts.store.read({ cases: ids, commands: [], sequences: [] });
  const found: RosterReading[] = [];
  for (const id of ids) {
    const matter = cases.get(id);
    if (matter !== undefined) found.push(await readingOf(parts, matter));
  }
  return found;
}

/** A roster as these data say it. */
export async function readingOf(parts: CaseParts, matter: Case): Promise<RosterReading> {
  const workflow = await parts.definitions.get(matter.hash);
  const now = parts.now();
  const user = { id: "", name: "", role: null, unit: null };
  const scope = buildScope({ workflow, matter, data: matter.data, user, at: now, now });
  return { workflow, matter, scope, facts: readRosterFacts(scope) };
}

/**
 * The roster as it was published last, which stays in force while somebody works at the next version; undefined where
 * it never was. It is found in the history: what was published is nowhere else.
 */
export async function inForce(
  parts: CaseParts,
  reading: RosterReading,
): Promise<RosterReading | undefined> {
  const { matter } = reading;
  if (matter.state === PUBLISHED || matter.end === "completed") return reading;
  if (!matter.visited.includes(PUBLISHED)) return undefined;
  const history = await parts.store.history(matter.id);
  const last = history.findLastIndex(({ outcome }) => outcome.state === PUBLISHED);
  return last < 0 ? undefined : readingOf(parts, fold(history.slice(0, last + 1)));
}

/** The roster in force on a day at a station; the one that began last where there are several. */
export async function rosterOn(
  parts: CaseParts,
  { station, day }: { station: string; day: string },
): Promise<RosterReading | undefined> {
  for (const reading of await openRosters(parts, station)) {
    if (!reading.facts.days.includes(day) && !reading.matter.visited.includes(PUBLISHED)) continue;
    const published = await inForce(parts, reading);
    if (published?.facts.days.includes(day)) return published;
  }
  return undefined;
}
