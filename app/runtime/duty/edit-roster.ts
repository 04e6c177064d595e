import { refuse } from "../../engine/errors";
import { at, isObject, own, type JsonObject } from "../../engine/json";
import { addDays, dayOf, isDay } from "../../engine/time/zone";
import type { BeginRosterInput, Result, SetShiftsInput, Session, StepAnswer } from "../api";
import type { CaseParts } from "../cases/case-parts";
import type { CaseService } from "../cases/case-service";
import { boardPeople, findBoardUnit } from "./board-people";
import { filedRosters, inForce, openRosters, ROSTER_PACKAGE, stationsOf } from "./find-rosters";
import { isStated, STATEMENT } from "./judge-training";
import type { TableLine } from "./roster-facts";
import { readQuarterLoads, type QuarterLoad } from "./quarter-loads";
import { openRoster } from "./open-roster";

const MOST_DAYS = 31;

export interface EditParts extends CaseParts {
  service: Pick<CaseService, "start" | "event">;
}

/**
 * Changes days of a draft as one step of its matter. Each cell says what stood there, so that two people may work at
 * once: refuses `duty/cell-changed` where somebody else was faster, `duty/unknown-cell`, and what the step refuses.
 */
export async function setShifts(
  parts: EditParts,
  session: Session,
  input: SetShiftsInput,
): Promise<Result<StepAnswer>> {
  const opened = await openRoster(parts, session.person, input.caseId);
  if (!opened.ok) return opened;
  const { matter, facts } = opened.value.reading;
  const lines = new Map(facts.table.map((line) => [line.row, [...line.full]]));
  for (const { row, day, was, shift } of input.cells) {
    const index = facts.days.indexOf(day);
    const line = row === "" ? undefined : lines.get(row);
    if (line === undefined || index < 0) return { ok: false, refusal: refuse("duty/unknown-cell") };
    const now = line[index] ?? "";
    if (was !== now && now !== shift) {
      const name = facts.table.find((one) => one.row === row)?.name ?? "";
      return { ok: false, refusal: refuse("duty/cell-changed", { name, now }) };
    }
    line[index] = shift;
  }
  const stored = storedLines(matter.data);
  // What was exchanged stands on the roster only; once a day is changed by hand, all of it is written down.
  const rows = [...lines].flatMap(([id, line]): JsonObject[] => {
    const shifts = line.join(" ");
    return id === "" || stored.get(id) === shifts ? [] : [{ id, shifts }];
  });
  if (rows.length === 0) {
    const message = {
      zh: "没有改动，表上已经是这样。",
      en: "Nothing to change: it stands so already.",
    };
    const { id: caseId, seq, number } = matter;
    return { ok: true, value: { caseId, seq, number, message, readable: true } };
  }
  return parts.service.event(session.person, {
    caseId: input.caseId,
    event: "fillShifts",
    form: { rows },
    commandId: input.commandId,
    expectedSeq: matter.seq,
  });
}

function storedLines(data: JsonObject): Map<string, string> {
  const rows = at(data, "rows");
  return new Map(
    (Array.isArray(rows) ? rows : [])
      .filter(isObject)
      .map((row) => [String(own(row, "id")), String(own(row, "shifts") ?? "")]),
  );
}

/** Begins a roster with the station's people, as they stood on the one before; `copy` takes its shifts over as well. */
export async function beginRoster(
  parts: EditParts,
  session: Session,
  input: BeginRosterInput,
): Promise<Result<StepAnswer>> {
  const { from, days } = input;
  if (!isDay(from) || !Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
    return { ok: false, refusal: refuse("duty/bad-period", { most: MOST_DAYS }) };
  }
  const now = parts.now();
  const directory = parts.directory();
  const [station] = stationsOf(directory, session.person, now);
  const unit = station && findBoardUnit(directory, station.id);
  if (station === undefined || unit === undefined) {
    return { ok: false, refusal: refuse("duty/no-station") };
  }
  const before = await rosterBefore(parts, station.id, input.from);
  const known = knownRows(before?.matter.data ?? {});
  const loads = await readQuarterLoads(parts, station.id, from);
  const people = boardPeople(directory, unit, now).map(({ id, name, role }): JsonObject => {
    const login = directory.findUser(id)?.login ?? "";
    const row = known.find((one) => own(one, "account") === login || own(one, "name") === name);
    const post = role === "stationChief" ? "chief" : role === "officer" ? "officer" : "auxiliary";
    // A training matter decides when it is stored; without one only what was stated is taken over.
    const isTrained = post !== "auxiliary" || (row !== undefined && isStated(row, dayOf(now)));
    const fresh: JsonObject = { name, post, trained: isTrained ? "yes" : "no" };
    const line = before?.facts.table.find((one) => one.row !== "" && one.name === name);
    return {
      ...fresh,
      ...pick(row, [...STATEMENT, "nightExempt", "room", "skills"]),
      ...carriedOf(loads.get(name)),
      account: login,
      ...linesOf(line, { days: before?.facts.days ?? [], input }),
    };
  });
  const villages = own(before?.matter.data ?? {}, "villages");
  return parts.service.start(session.person, {
    package: ROSTER_PACKAGE,
    place: station.place,
    commandId: input.commandId,
    expectedSeq: 0,
    form: {
      from: input.from,
      days: input.days,
      dutyPhone: unit.dutyPhone ?? "",
      ...(typeof villages === "string" ? { villages } : {}),
      rows: people,
    },
  });
}

async function rosterBefore(parts: CaseParts, station: string, from: string) {
  const readings = [
    ...(await openRosters(parts, station)),
    ...(await filedRosters(parts, station, 3)),
  ];
  for (const reading of readings.filter(({ facts }) => facts.days[0] !== undefined)) {
    const published = await inForce(parts, reading);
    if (published && (published.facts.days[0] ?? "") < from) return published;
  }
  return undefined;
}

function carriedOf(load: QuarterLoad | undefined): JsonObject {
  if (load === undefined) return {};
  return { carriedNights: load.nights, carriedWeekends: load.weekends };
}

/** Somebody's week before, and, where it is copied, the same weekdays again. */
function linesOf(
  line: TableLine | undefined,
  { days, input }: { days: readonly string[]; input: BeginRosterInput },
): JsonObject {
  if (line === undefined) return {};
  const end = days.indexOf(addDays(input.from, -1));
  const before = end < 0 ? [] : line.full.slice(Math.max(0, end - 6), end + 1);
  const again = Array.from({ length: input.days }, (_, index) => line.full[index % 7] ?? "未排");
  return {
    ...(before.length === 0 ? {} : { before: before.join(" ") }),
    ...(input.copy ? { shifts: again.join(" ") } : {}),
  };
}

function knownRows(data: JsonObject): JsonObject[] {
  const rows = at(data, "rows");
  return (Array.isArray(rows) ? rows : []).filter(isObject);
}

function pick(row: JsonObject | undefined, keys: readonly string[]): JsonObject {
  if (row === undefined) return {};
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = own(row, key);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}
