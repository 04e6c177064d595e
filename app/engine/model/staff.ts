import type { Json, JsonObject } from "../json";
import type { ForceGiven, VillageGiven } from "./force-given";
import type { ForceSource, SlotSource } from "./model-source";
import { serveVillages } from "./visits";

/**
 * What demands of a model may read, as `staff.<name>`: name → what it counts. People there are come from the
 * directory, people needed from the model; nothing is about one person. `needed`, `there`, `short` are followed by
 * the name of a slot.
 */
export const STAFF_FACTS = {
  villages: "villages compared",
  officers: "officers at the stations over them",
  officerNames: "their names",
  auxiliaries: "auxiliaries in post in these villages",
  mediators: "mediators in these villages",
  villagesWithAuxiliary: "villages with an auxiliary in post",
  villagesWithCandidate: "villages where somebody stands in a round of selection",
  openVillages: "names of the villages with neither",
  openVillageCount: "how many these are",
  visitDays: "days of visits that all villages need in a week",
  visitDaysThere: "days of visits that the officers have in a week",
  villagesServed: "villages that the officers can serve in full",
  villagesUnserved: "the other villages",
  areas: "police areas that the villages make",
  smallestArea: "villages of the smallest area",
  largestArea: "villages of the largest area",
  smallestStation: "police of the smallest station over them",
  policeShare: "share of the county's police that works at stations, in per cent",
} as const;

/** Maps of slots. */
export const STAFF_SLOTS = ["needed", "there", "short"] as const;

/** How many people a slot needs and has. */
export interface SlotCount {
  needed: number;
  there: number;
  short: number;
}

/** The facts of staffing under a model; a fact that cannot be told is left out. Pure. */
export function computeStaff(force: ForceSource, given: ForceGiven): JsonObject {
  const { villages, officers, stations } = given;
  const areas = sizesOfAreas(force, villages);
  const served = serveVillages(force.week, {
    villages: villages.length,
    officers: officers.length,
  });
  const slots = Object.entries(force.slots).map(
    ([name, slot]) => [name, countSlot(slot, areas.length, given)] as const,
  );
  const facts: Record<string, Json | undefined> = {
    villages: villages.length,
    officers: officers.length,
    officerNames: officers.map(({ name }) => name),
    auxiliaries: sum(villages, ({ auxiliaries }) => auxiliaries),
    mediators: sum(villages, ({ mediators }) => mediators),
    ...recruits(villages),
    visitDays: served.daysNeeded,
    visitDaysThere: served.daysThere,
    villagesServed: served.served,
    villagesUnserved: villages.length - served.served,
    areas: areas.length,
    smallestArea: least(areas),
    largestArea: areas.length === 0 ? undefined : Math.max(...areas),
    smallestStation: least(stations.map(({ police }) => police)),
    policeShare: shareOf(given.county),
    ...Object.fromEntries(
      STAFF_SLOTS.map((map) => [
        map,
        Object.fromEntries(slots.map(([name, count]) => [name, count[map]])),
      ]),
    ),
  };
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** How many people a slot needs, and how many of those that are there fit it. */
export function countSlot(slot: SlotSource, areas: number, given: ForceGiven): SlotCount {
  const { villages } = given;
  const units = {
    village: villages.length,
    area: areas,
    township: new Set(villages.map(({ township }) => township)).size,
    county: 1,
  };
  const needed = slot.count * units[slot.per];
  const there = peopleFor(slot, given);
  return { needed, there, short: Math.max(0, needed - there) };
}

/** Who lives in a village counts there, as far as the village needs them; officers come from the station. */
function peopleFor({ role, per, count }: SlotSource, given: ForceGiven): number {
  const { villages, officers, stationAuxiliaries } = given;
  if (role === "officer") return officers.length;
  const inVillage = (village: VillageGiven): number =>
    role === "auxiliary" ? village.auxiliaries : role === "mediator" ? village.mediators : 0;
  if (per === "village") return sum(villages, (village) => Math.min(count, inVillage(village)));
  return sum(villages, inVillage) + (role === "auxiliary" ? stationAuxiliaries : 0);
}

/** Villages with an auxiliary, with somebody who stands for it, and with neither; unknown before a round. */
function recruits(villages: readonly VillageGiven[]): Record<string, Json | undefined> {
  const without = villages.filter(({ auxiliaries }) => auxiliaries === 0);
  const isKnown = without.every(({ candidates }) => candidates !== null);
  const open = without.filter(({ candidates }) => (candidates ?? 0) === 0);
  return {
    villagesWithAuxiliary: villages.length - without.length,
    villagesWithCandidate: isKnown ? without.length - open.length : undefined,
    openVillages: isKnown ? open.map(({ name }) => name) : undefined,
    openVillageCount: isKnown ? open.length : undefined,
  };
}

/** How many villages each police area has: as they are drawn, or as evenly as the model's bounds let them be. */
export function sizesOfAreas(
  { area }: Pick<ForceSource, "area">,
  villages: readonly VillageGiven[],
): number[] {
  const drawn = groupSizes(villages.flatMap((village) => village.area ?? []));
  const undrawn = villages.filter((village) => village.area === null);
  const most = area?.villages.to ?? undrawn.length;
  const made = groupSizes(undrawn.map(({ township }) => township)).flatMap((count) => {
    const parts = Math.max(1, Math.ceil(count / Math.max(1, most)));
    return Array.from({ length: parts }, (_, i) => Math.floor((count + i) / parts));
  });
  return [...drawn, ...made];
}

function groupSizes(keys: readonly string[]): number[] {
  const sizes = new Map<string, number>();
  for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  return [...sizes.values()];
}

function shareOf({ stationPolice, policeTotal }: ForceGiven["county"]): number | undefined {
  if (policeTotal === null || policeTotal <= 0) return undefined;
  return Math.floor((stationPolice / policeTotal) * 100);
}

function least(numbers: readonly number[]): number | undefined {
  return numbers.length === 0 ? undefined : Math.min(...numbers);
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
