import type { ForceGiven, VillageGiven } from "../../engine/model/force-given";
import { isInForce, type Person, type UnitId } from "../../engine/person";
import type { UnitRecord } from "../../engine/people-ports";
import type { Instant } from "../../engine/time/types";
import { own } from "../../engine/json";
import type { Directory } from "../people/directory";

/** The machine whose open matters are people who stand in a round of selection. */
export const CANDIDATE = "auxiliary-selection.candidate";
/** The package that a round of selection is. */
export const SELECTION = "auxiliary-selection";

/** Who counts as police of a station. */
const POLICE = new Set(["officer", "stationChief", "stationClerk"]);

export interface ForceAsk {
  villages: readonly UnitRecord[];
  now: Instant;
  /** Village code → how many stand in a round there; a village that is missing had no round. */
  candidates: ReadonlyMap<string, number>;
}

/** The people and villages that models are held against, as the directory has them. Pure. */
export function readForce(directory: Directory, ask: ForceAsk): ForceGiven {
  const { villages, now, candidates } = ask;
  const people = directory.users.flatMap(({ id }) => directory.findPerson(id) ?? []);
  const stations = unitsOver(directory, villages, ["station", "policeArea"]);
  const inStation = peopleIn(people, new Set(stations.map(({ id }) => id)), now);
  const holding = (role: string) => inStation.filter(({ roles }) => roles.has(role));
  return {
    villages: villages.map((village): VillageGiven => {
      const here = peopleIn(people, new Set([village.id]), now);
      const count = (role: string) => here.filter(({ roles }) => roles.has(role)).length;
      const code = village.covers[0] ?? village.id;
      return {
        ...{ code, name: village.name, township: village.parent ?? "" },
        area: areaOver(directory, code),
        ...{ auxiliaries: count("auxiliary"), mediators: count("mediator") },
        candidates: candidates.get(code) ?? null,
      };
    }),
    officers: holding("officer").map(({ name }) => ({ name })),
    stationAuxiliaries: holding("auxiliary").length,
    stations: stations
      .filter(({ kind }) => kind === "station")
      .map(({ id, name }) => ({ name, police: policeIn(people, [id], now) })),
    county: countyOf(directory, { villages, people, now }),
  };
}

/** The villages under a unit, by code; the unit itself where it is one. */
export function villagesUnder(directory: Directory, unit: UnitId): UnitRecord[] {
  const within = new Set(directory.findScope(unit)?.within ?? []);
  return directory.units
    .filter(({ id, kind }) => kind === "village" && within.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function unitsOver(
  directory: Directory,
  villages: readonly UnitRecord[],
  kinds: readonly string[],
): UnitRecord[] {
  const found = villages.flatMap(({ covers }) => directory.unitsCovering(covers[0] ?? ""));
  return [...new Set(found)].filter(({ kind }) => kinds.includes(kind));
}

function areaOver(directory: Directory, code: string): string | null {
  return directory.unitsCovering(code).find(({ kind }) => kind === "policeArea")?.id ?? null;
}

interface Placed {
  name: string;
  roles: Set<string>;
}

/** Who holds a post in one of these units now, with the roles held there. */
function peopleIn(people: readonly Person[], units: ReadonlySet<UnitId>, now: Instant): Placed[] {
  return people.flatMap(({ name, assignments }) => {
    const held = assignments.filter((one) => isInForce(one, now) && units.has(one.unit.id));
    return held.length === 0 ? [] : [{ name, roles: new Set(held.map(({ role }) => role)) }];
  });
}

function policeIn(people: readonly Person[], units: readonly UnitId[], now: Instant): number {
  const here = peopleIn(people, new Set(units), now);
  return here.filter(({ roles }) => [...roles].some((role) => POLICE.has(role))).length;
}

function countyOf(
  directory: Directory,
  { villages, people, now }: { villages: readonly UnitRecord[]; people: Person[]; now: Instant },
): ForceGiven["county"] {
  const [first] = villages;
  const county = directory.upFrom(first?.id ?? "").find(({ kind }) => kind === "county");
  if (county === undefined) return { stationPolice: 0, policeTotal: null };
  const within = new Set(directory.findScope(county.id)?.within ?? []);
  const stations = directory.units.filter(({ id, kind }) => kind === "station" && within.has(id));
  const total = own(directory.findFacts(county.id)?.facts, "policeTotal");
  return {
    stationPolice: policeIn(
      people,
      stations.map(({ id }) => id),
      now,
    ),
    policeTotal: typeof total === "number" ? total : null,
  };
}
