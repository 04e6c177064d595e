import { SYSTEM, type Person, type UnitScope } from "../../engine/person";
import { HOUR } from "../../engine/time/duration";
import type { Instant } from "../../engine/time/types";
import { dayOf, instantOf } from "../../engine/time/zone";
import type { CaseParts } from "../cases/case-parts";
import type { CaseService } from "../cases/case-service";
import type { Log } from "../log";
import { rosterOn } from "./find-rosters";

const SHIFT_PACKAGE = "duty-rotation.shift";
/** A shift is expected from so long before it begins. */
const AHEAD = 12 * HOUR;

export interface ShiftOpeningParts extends CaseParts {
  service: Pick<CaseService, "start">;
  log: Pick<Log, "warn">;
}

/**
 * Registers the watches (值班, 夜班) of the rosters in force that are about to begin, so that whoever does not sign in is
 * missed by the shift's own clock. What has begun already is left alone. Says whether any was new; again is harmless.
 */
export function createShiftOpener(parts: ShiftOpeningParts): () => Promise<boolean> {
  /** Those that were registered, so that nothing is asked twice; after a restart the store knows. */
  const known = new Set<string>();

  async function openAt(station: UnitScope, now: Instant): Promise<boolean> {
    const day = dayOf(now + AHEAD);
    let opened = false;
    for (const on of new Set([dayOf(now), day])) {
      const roster = await rosterOn(parts, { station: station.id, day: on });
      if (roster === undefined) continue;
      const at = roster.facts.days.indexOf(on);
      for (const line of roster.facts.table.filter(({ row }) => row !== "")) {
        const key = `shift:${roster.matter.id}:${line.row}:${on}`;
        const [begins = ""] = (line.spans[at] ?? "").split("-");
        const isWatch = line.looks[at] === "night" && begins !== "";
        const start = isWatch ? instantOf(`${on}T${begins}`) : 0;
        if (start <= now || start > now + AHEAD || known.has(key)) continue;
        known.add(key);
        const answer = await parts.service.start(clerkOf(station), {
          ...{ package: SHIFT_PACKAGE, place: roster.matter.place.code, expectedSeq: 0 },
          commandId: key,
          form: {
            ...{ attendance: "expected", day: on, shift: line.full[at] ?? "" },
            expectedName: line.name,
            ...(roster.matter.number === null ? {} : { rosterNumber: roster.matter.number }),
          },
        });
        if (answer.ok) opened = true;
        else parts.log.warn("shifts.untold", { station: station.id, code: answer.refusal.code });
      }
    }
    return opened;
  }

  return async () => {
    const now = parts.now();
    let opened = false;
    for (const station of stationsWithRosters(parts)) {
      if (await openAt(station, now)) opened = true;
    }
    return opened;
  };
}

function stationsWithRosters({ directory }: ShiftOpeningParts): UnitScope[] {
  const now = directory();
  return now.units.flatMap(({ id, kind }) => (kind === "station" ? (now.findScope(id) ?? []) : []));
}

/** The platform does for a station what its roster says: under its own name, as the clerk would. */
function clerkOf(unit: UnitScope): Person {
  const post = { id: SYSTEM.id, role: "stationClerk", unit, from: 0, to: null };
  return { ...SYSTEM, assignments: [post] };
}
