import type { UnitRecord } from "../../engine/people-ports";
import type { UnitId, UnitScope } from "../../engine/person";

/** The units and what lies under each. */
export interface UnitTree {
  units: readonly UnitRecord[];
  findUnit(id: UnitId): UnitRecord | undefined;
  /** The unit with all that it and its descendants cover. */
  findScope(id: UnitId): UnitScope | undefined;
  /** Units that themselves cover a place, the nearest (longest prefix) first. */
  unitsCovering(place: string): UnitRecord[];
  /** The village of a place and the units above it; without a village, from the nearest that covers it. */
  upFrom(place: string): UnitRecord[];
}

/** Arranges units for looking up. Pure; a ring of parents, which saving refuses, ends where it closes. */
export function createUnitTree(records: readonly UnitRecord[]): UnitTree {
  const units = [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const children = childrenOf(units);
  const scopes = new Map(units.map((unit) => [unit.id, scopeOf(unit, children)]));

  function unitsCovering(place: string): UnitRecord[] {
    return units
      .map((unit) => ({ unit, depth: coverDepth(unit, place) }))
      .filter(({ depth }) => depth > 0)
      .sort((a, b) => b.depth - a.depth)
      .map(({ unit }) => unit);
  }

  return {
    units,
    findUnit: (id) => byId.get(id),
    findScope: (id) => scopes.get(id),
    unitsCovering,
    upFrom(place) {
      const covering = unitsCovering(place);
      const start = covering.find((unit) => unit.kind === "village") ?? covering[0];
      return start ? ancestors(start, byId) : [];
    },
  };
}

function childrenOf(units: readonly UnitRecord[]): ReadonlyMap<UnitId, UnitRecord[]> {
  const children = new Map<UnitId, UnitRecord[]>();
  for (const unit of units) {
    if (unit.parent === null) continue;
    children.set(unit.parent, [...(children.get(unit.parent) ?? []), unit]);
  }
  return children;
}

function scopeOf(unit: UnitRecord, children: ReadonlyMap<UnitId, UnitRecord[]>): UnitScope {
  const within = new Set([unit]);
  // A set gives what is added while it is walked, and each member once.
  for (const part of within) {
    for (const child of children.get(part.id) ?? []) within.add(child);
  }
  const covers = new Set([...within].flatMap((part) => part.covers));
  const { id, name, kind } = unit;
  return { id, name, kind, covers: [...covers], within: [...within].map((part) => part.id) };
}

function ancestors(unit: UnitRecord, byId: ReadonlyMap<UnitId, UnitRecord>): UnitRecord[] {
  const found: UnitRecord[] = [];
  let here: UnitRecord | undefined = unit;
  while (here && !found.includes(here)) {
    found.push(here);
    here = here.parent === null ? undefined : byId.get(here.parent);
  }
  return found;
}

function coverDepth(unit: UnitRecord, place: string): number {
  const fitting = unit.covers.filter((prefix) => prefix !== "" && place.startsWith(prefix));
  return Math.max(0, ...fitting.map((prefix) => prefix.length));
}
