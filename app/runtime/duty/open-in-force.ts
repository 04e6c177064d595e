import type { Case } from "../../engine/case";
import { refuse } from "../../engine/errors";
import { offersFor } from "../../engine/offer";
import { assignmentsFor, type Person, type RoleId } from "../../engine/person";
import type { OwnShift, Result, Session } from "../api";
import type { CaseParts } from "../cases/case-parts";
import type { RosterReading } from "./find-rosters";
import { findLine } from "./my-shift";
import type { TableLine } from "./roster-facts";
import { openRoster } from "./open-roster";

/** Steps by which somebody asks for another shift, from the roster in force. */
export type AskingStep = "askSwap" | "askLeave";

/** A shift of the roster in force before somebody who may ask for a change of it. */
export interface OpenedShift {
  reading: RosterReading;
  line: TableLine;
  shift: OwnShift;
}

/** Who may ask for others; whoever serves asks for themselves, also where they keep the roster as well. */
const FOR_OTHERS: ReadonlySet<RoleId> = new Set(["stationChief", "stationClerk"]);

/**
 * A day of the roster in force: one's own, or with `row` somebody's for whom one may ask. Refuses `case/not-found`,
 * `duty/not-in-force`, `duty/unknown-cell` and `duty/not-your-shift`.
 */
export async function openShift(
  parts: CaseParts,
  { person, login }: Session,
  ask: { caseId: string; row: string | null; day: string; event: AskingStep },
): Promise<Result<OpenedShift>> {
  const opened = await openRoster(parts, person, ask.caseId);
  if (!opened.ok) return opened;
  const { reading, current } = opened.value;
  const role = askingRole(reading, { person, event: ask.event, now: parts.now() });
  if (current.state !== "published" || role === null) {
    return { ok: false, refusal: refuse("duty/not-in-force") };
  }
  const own = findLine(reading, { name: person.name, login });
  const line = ask.row === null ? own : reading.facts.table.find(({ row }) => row === ask.row);
  const index = reading.facts.days.indexOf(ask.day);
  if (line === undefined || line.row === "" || index < 0) {
    return { ok: false, refusal: refuse("duty/unknown-cell") };
  }
  const isOwn = line.row === own?.row;
  if (!isOwn && !FOR_OTHERS.has(role)) {
    return { ok: false, refusal: refuse("duty/not-your-shift", { name: line.name }) };
  }
  const shift = {
    ...{ row: line.row, name: line.name, isOwn, day: ask.day },
    stored: line.full[index] ?? "",
    span: (line.spans[index] ?? "").replace("-", "—"),
  };
  return { ok: true, value: { reading, line, shift } };
}

/** What somebody may ask for on the roster in force: for themselves, and for others. */
export function mayAsk(
  reading: RosterReading,
  { person, current, now }: { person: Person; current: Case; now: number },
): { own: boolean; others: boolean } {
  const role =
    current.state === "published" ? askingRole(reading, { person, event: "askSwap", now }) : null;
  return { own: role !== null, others: role !== null && FOR_OTHERS.has(role) };
}

/** The role in which somebody would ask; null where they may not. */
function askingRole(
  { workflow, matter }: RosterReading,
  { person, event, now }: { person: Person; event: AskingStep; now: number },
): RoleId | null {
  const offer = offersFor({ workflow, matter, person, now }).find((one) => one.event === event);
  if (offer?.mine !== true) return null;
  const place = { place: matter.place.code, owner: matter.owner.id };
  const held = new Set(assignmentsFor(person, place, now).map(({ role }) => role));
  return offer.meta.roles.find((role) => held.has(role)) ?? null;
}
