import { refuse } from "../../engine/errors";
import { isInForce, type UnitId } from "../../engine/person";
import type { UnitRecord } from "../../engine/people-ports";
import type { Instant } from "../../engine/time/types";
import type { Result, Session } from "../api";
import type { Directory } from "../people/directory";
import { villagesUnder } from "./read-force";

/** Who may hold models against villages. */
const COMPARES = new Set(["countyHR", "countySec", "admin", "stationChief", "township", "auditor"]);
const ABOVE_COUNTY = new Set(["province", "city"]);

/** What a reader sees of villages: those of their own county; above it, of all that lies under them. */
export interface VillageReach {
  villages: UnitRecord[];
  /** Units whose villages they may hold models against, the widest last. */
  compares: UnitRecord[];
}

export interface ReachParts {
  directory: () => Directory;
  now: () => Instant;
  /** Visitors see villages in a demo, where all is invented. */
  isDemo: boolean;
}

/** Refuses `model/not-yours` to visitors of a live installation. */
export function villageReach(parts: ReachParts, session: Session | null): Result<VillageReach> {
  const directory = parts.directory();
  if (session === null) {
    if (!parts.isDemo) return { ok: false, refusal: refuse("model/not-yours") };
    const villages = directory.units.filter(({ kind }) => kind === "village");
    return { ok: true, value: { villages, compares: [] } };
  }
  const now = parts.now();
  const held = session.person.assignments.filter((one) => isInForce(one, now));
  const counties = unique(held.flatMap(({ unit }) => countyOf(directory, unit.id) ?? []));
  const compares = held
    .filter(({ role }) => COMPARES.has(role))
    .flatMap(({ unit }) => comparedUnits(directory, unit.id));
  return {
    ok: true,
    value: {
      villages: unique(counties.flatMap(({ id }) => villagesUnder(directory, id))),
      compares: unique(compares),
    },
  };
}

/** The county of a unit, or the unit itself where it lies above counties. */
function countyOf(directory: Directory, unit: UnitId): UnitRecord | undefined {
  const up = chain(directory, unit);
  return up.find(({ kind }) => kind === "county") ?? up.find(({ kind }) => ABOVE_COUNTY.has(kind));
}

/** Townships and counties that somebody at a unit may look at: a station's own township, or all under a county. */
function comparedUnits(directory: Directory, unit: UnitId): UnitRecord[] {
  const own = directory.findUnit(unit);
  if (own === undefined) return [];
  const covered = own.covers.flatMap((prefix) => directory.unitsCovering(prefix));
  const within = new Set(directory.findScope(unit)?.within ?? []);
  const here = [...directory.units.filter(({ id }) => within.has(id)), ...covered];
  return here.filter(
    ({ kind, covers }) =>
      (kind === "township" && covers.some((code) => own.covers.some((p) => code.startsWith(p)))) ||
      (kind === "county" &&
        within.has(own.id) &&
        own.kind !== "station" &&
        own.kind !== "township"),
  );
}

function chain(directory: Directory, unit: UnitId): UnitRecord[] {
  const found: UnitRecord[] = [];
  for (let at = directory.findUnit(unit); at !== undefined && !found.includes(at);) {
    found.push(at);
    at = at.parent === null ? undefined : directory.findUnit(at.parent);
  }
  return found;
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
