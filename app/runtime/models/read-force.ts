import type { ForceGiven, VillageGiven } from "../../engine/model/force-given";
import { own } from "../../engine/json";
import type { UnitId } from "../../engine/person";
import type { UnitRecord } from "../../engine/people-ports";
import type { Instant } from "../../engine/time/types";
import type { Directory } from "../people/directory";
import { postsByUnit, type PostHolder } from "./posts-by-unit";

/** The package that a round of selection is, and the machine whose open matters are people who stand in one. */
export const SELECTION = "auxiliary-selection";
export const CANDIDATE = "auxiliary-selection.candidate";

/** Who counts as police of a station. */
const POLICE: readonly string[] = ["officer", "stationChief", "stationClerk"];

export interface ForceAsk {
  villages: readonly UnitRecord[];
  now: Instant;
  /** Village code → how many stand in a round there; a village that is missing had no round. */
  candidates: ReadonlyMap<string, number>;
}

/** The people and villages that models are held against, as the directory has them. Pure. */
export function readForce(directory: Directory, ask: ForceAsk): ForceGiven {
  const { villages, now, candidates } = ask;
  const posts = postsByUnit(directory, now);
  const holding = (units: readonly UnitId[], ...roles: readonly string[]): PostHolder[] => {
    const held = units.flatMap((unit) => posts.get(unit) ?? []);
    const fitting = held.filter((one) => roles.some((role) => one.roles.has(role)));
    return [...new Map(fitting.map((one) => [one.id, one])).values()];
  };
  const over = [...new Set(villages.flatMap((village) => unitsOver(directory, village)))];
  const ids = over.map(({ id }) => id);
  const county = directory.upFrom(villages[0]?.id ?? "").find(({ kind }) => kind === "county");
  return {
    villages: villages.map((village): VillageGiven => {
      const code = codeOf(village);
      const count = (role: string): number => holding([village.id], role).length;
      return {
        ...{ code, name: village.name, township: village.parent ?? "" },
        area: unitsOver(directory, village).find(({ kind }) => kind === "policeArea")?.id ?? null,
        ...{ auxiliaries: count("auxiliary"), mediators: count("mediator") },
        candidates: candidates.get(code) ?? null,
      };
    }),
    officers: holding(ids, "officer").map(({ name }) => ({ name })),
    stationAuxiliaries: holding(ids, "auxiliary").length,
    stations: over
      .filter(({ kind }) => kind === "station")
      .map(({ id, name }) => ({ name, police: holding([id], ...POLICE).length })),
    county: {
      stationPolice: holding(stationsOf(directory, county?.id), ...POLICE).length,
      policeTotal: policeOf(directory, county?.id),
    },
  };
}

/** The villages under a unit, by code; the unit itself where it is one. */
export function villagesUnder(directory: Directory, unit: UnitId): UnitRecord[] {
  const within = new Set(directory.findScope(unit)?.within ?? []);
  return directory.units
    .filter(({ id, kind }) => kind === "village" && within.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The code of a village as matters name it. */
export function codeOf({ id, covers }: UnitRecord): string {
  return covers[0] ?? id;
}

/** The station and the police area of a village. */
export function unitsOver(directory: Directory, village: UnitRecord): UnitRecord[] {
  return directory
    .unitsCovering(codeOf(village))
    .filter(({ kind }) => kind === "station" || kind === "policeArea");
}

function stationsOf(directory: Directory, county: UnitId | undefined): UnitId[] {
  const within = new Set(county === undefined ? [] : directory.findScope(county)?.within);
  return directory.units
    .filter(({ id, kind }) => kind === "station" && within.has(id))
    .map(({ id }) => id);
}

/** How many police a county has, as it has filled in itself. */
function policeOf(directory: Directory, county: UnitId | undefined): number | null {
  const total = own(directory.findFacts(county ?? "")?.facts, "policeTotal");
  return typeof total === "number" ? total : null;
}
