import { refuse } from "../../engine/errors";
import { addDays, dayOf, daysBetween } from "../../engine/time/zone";
import type { DutyDesk, Result, RosterBrief, Session } from "../api";
import type { CaseParts } from "../cases/case-parts";
import { namedLeaves } from "../cases/view-phases";
import { filedRosters, inForce, openRosters, stationsOf, type RosterReading } from "./find-rosters";
import { isPlanner } from "./open-roster";
import { readBoard } from "./whereabouts";

/** So many filed rosters are listed. */
const FILED = 6;
const A_MONDAY = "2024-01-01";

/** A station's rosters and its board. Refuses `duty/no-station`. */
export async function readDutyDesk(parts: CaseParts, session: Session): Promise<Result<DutyDesk>> {
  const now = parts.now();
  const { person } = session;
  const [station] = stationsOf(parts.directory(), person, now);
  if (station === undefined) return { ok: false, refusal: refuse("duty/no-station") };
  const board = await readBoard(parts, station.id);
  if (!board.ok) return board;
  const open: RosterBrief[] = [];
  for (const reading of await openRosters(parts, station.id)) {
    const shown = isPlanner(person, reading.matter, now) ? reading : await inForce(parts, reading);
    if (shown) open.push(briefOf(shown));
  }
  const filed = await filedRosters(parts, station.id, FILED);
  const today = dayOf(now);
  const weekday = ((daysBetween(A_MONDAY, today) % 7) + 7) % 7;
  const where = { owner: { id: station.id }, place: { code: station.place } };
  return {
    ok: true,
    value: {
      stationName: station.name,
      board: board.value,
      rosters: open.sort((a, b) => (a.from < b.from ? 1 : -1)),
      filed: filed.map(briefOf),
      mayBegin: isPlanner(person, where as RosterReading["matter"], now),
      nextMonday: addDays(today, 7 - weekday),
    },
  };
}

function briefOf({ workflow, matter, facts }: RosterReading): RosterBrief {
  const [leaf] = namedLeaves(workflow, matter);
  return {
    caseId: matter.id,
    number: matter.number,
    from: facts.days[0] ?? "",
    to: facts.lastDay,
    version: facts.version,
    state: leaf?.title ?? workflow.source.title,
    mustChange: facts.conflicts.filter(({ weight }) => weight === "hard").length,
  };
}
