import type { CaseParts } from "../cases/case-parts";
import { filedRosters, inForce, openRosters } from "./find-rosters";
import { totalsOf } from "./proposed-roster";

/** A quarter has at most so many weekly rosters. */
const QUARTER = 15;

/** What people have done in a quarter. */
export interface QuarterLoad {
  nights: number;
  weekends: number;
}

/** Nights, and weekend days at work, of the quarter in which `from` lies, on the published rosters before it; by name. */
export async function readQuarterLoads(
  parts: CaseParts,
  station: string,
  from: string,
): Promise<ReadonlyMap<string, QuarterLoad>> {
  const readings = [
    ...(await openRosters(parts, station)),
    ...(await filedRosters(parts, station, QUARTER)),
  ];
  const first = firstOfQuarter(from);
  const loads = new Map<string, QuarterLoad>();
  const seen = new Set<string>();
  for (const reading of readings) {
    const published = await inForce(parts, reading);
    if (published === undefined) continue;
    const { facts } = published;
    // Of two rosters for one day the newer counts.
    const days = facts.days.map((day) => day >= first && day < from && !seen.has(day));
    for (const line of facts.table.filter(({ row }) => row !== "")) {
      const part = { ...line, looks: line.looks.map((look, at) => (days[at] ? look : "off")) };
      const { nights, weekends } = totalsOf(part, facts.days);
      const load = loads.get(line.name) ?? { nights: 0, weekends: 0 };
      loads.set(line.name, {
        nights: load.nights + nights,
        weekends: load.weekends + weekends,
      });
    }
    facts.days.forEach((day, at) => days[at] && seen.add(day));
  }
  return loads;
}

function firstOfQuarter(day: string): string {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 4)}-${String(month).padStart(2, "0")}-01`;
}
