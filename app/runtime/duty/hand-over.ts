import type { Case } from "../../engine/case";
import { refuse } from "../../engine/errors";
import { own, type JsonObject } from "../../engine/json";
import { addDays, dayOf } from "../../engine/time/zone";
import type {
  HandOverInput,
  HandOverView,
  Result,
  Session,
  SignInInput,
  StepAnswer,
  TakeOverInput,
  Watch,
} from "../api";
import type { CaseParts } from "../cases/case-parts";
import type { EditParts } from "./edit-roster";
import { rosterOn, stationsOf } from "./find-rosters";
import { findLine } from "./my-shift";
import { begunWatch, choicesOf, SHIFT_PACKAGE, watchOf } from "./my-watches";
import { groups, text } from "./roster-facts";

interface Opened {
  matter: Case;
  watch: Watch;
}

/** A watch of the reader's own, or handed to them. Refuses `duty/no-watch`. */
async function openWatch(
  parts: CaseParts,
  { person }: Session,
  caseId: string,
): Promise<Result<Opened>> {
  const { cases } = await parts.store.read({ cases: [caseId], commands: [], sequences: [] });
  const matter = cases.get(caseId);
  const stations = stationsOf(parts.directory(), person, parts.now());
  const isTheirs = stations.some(({ id }) => id === matter?.owner.id);
  if (matter?.workflow !== SHIFT_PACKAGE || !isTheirs) return noWatch();
  const on = { station: matter.owner.id, day: dayOf(parts.now()) };
  const kinds = (await rosterOn(parts, on))?.facts.kinds ?? [];
  const watch = await watchOf(parts, { matter, name: person.name, kinds });
  return watch === null ? noWatch() : { ok: true, value: { matter, watch } };
}

function noWatch(): Extract<Result<never>, { ok: false }> {
  return { ok: false, refusal: refuse("duty/no-watch") };
}

/** Everything that a hand-over is written from. */
export async function readWatch(
  parts: CaseParts,
  session: Session,
  caseId: string,
): Promise<Result<HandOverView>> {
  const opened = await openWatch(parts, session, caseId);
  if (!opened.ok) return opened;
  const { matter, watch } = opened.value;
  const workflow = await parts.definitions.get(matter.hash);
  return {
    ok: true,
    value: {
      ...{ watch, stationName: matter.owner.name },
      people: await incomingOf(parts, session, matter),
      notes: groups(own(matter.data, "notes")).map((note) => ({
        ...{ time: text(note["time"]), what: text(note["what"]), number: text(note["number"]) },
      })),
      ...{ things: choicesOf(workflow, "thing"), states: choicesOf(workflow, "state") },
    },
  };
}

/** Who could take over: first whoever has the next watch, then everybody else on the roster. */
async function incomingOf(
  parts: CaseParts,
  { person, login }: Session,
  matter: Case,
): Promise<HandOverView["people"]> {
  const day = text(own(matter.data, "day"));
  const next = addDays(day, 1);
  const roster =
    (await rosterOn(parts, { station: matter.owner.id, day: next })) ??
    (await rosterOn(parts, { station: matter.owner.id, day }));
  if (roster === undefined) return [];
  const me = findLine(roster, { name: person.name, login });
  const index = roster.facts.days.indexOf(next);
  const people = roster.facts.table
    .filter(({ row }) => row !== "" && row !== me?.row)
    .map((line) => ({
      ...{ name: line.name, stored: line.full[index] ?? "" },
      isNext: line.looks[index] === "night",
    }));
  return [...people.filter(({ isNext }) => isNext), ...people.filter(({ isNext }) => !isNext)];
}

/** Signs in for one's own watch; where it is not registered yet, the roster in force says which. */
export async function signIn(
  parts: EditParts,
  session: Session,
  { caseId, commandId, seq }: SignInInput,
): Promise<Result<StepAnswer>> {
  const { person } = session;
  if (caseId !== null) {
    const opened = await openWatch(parts, session, caseId);
    if (!opened.ok) return opened;
    const form = { attendance: "present" };
    return parts.service.event(person, {
      ...{ caseId, commandId, expectedSeq: seq, event: "arrive", form },
    });
  }
  const now = parts.now();
  const today = dayOf(now);
  for (const station of stationsOf(parts.directory(), person, now)) {
    const roster = await rosterOn(parts, { station: station.id, day: today });
    const line = roster && findLine(roster, { name: person.name, login: session.login });
    const shift = roster && line && begunWatch(roster.facts, line.row, now);
    if (!roster || shift === undefined) continue;
    const { number, place } = roster.matter;
    return parts.service.start(person, {
      ...{ package: SHIFT_PACKAGE, place: place.code, commandId, expectedSeq: 0 },
      form: {
        ...{ attendance: "present", day: today, shift },
        ...(number === null ? {} : { rosterNumber: number }),
      },
    });
  }
  return noWatch();
}

/** Hands a watch over: what goes on, and each piece of equipment as it was found. */
export async function handOver(
  parts: EditParts,
  session: Session,
  input: HandOverInput,
): Promise<Result<StepAnswer>> {
  const { caseId, commandId, seq, incoming } = input;
  const opened = await openWatch(parts, session, caseId);
  if (!opened.ok) return opened;
  const filled = (pairs: Record<string, string>): JsonObject =>
    Object.fromEntries(Object.entries(pairs).filter(([, value]) => value.trim() !== ""));
  const openItems = input.openItems.filter(({ what }) => what.trim() !== "");
  return parts.service.event(session.person, {
    ...{ caseId, commandId, expectedSeq: seq, event: "handOver" },
    form: {
      incoming,
      ...(openItems.length === 0
        ? {}
        : { openItems: openItems.map((item) => filled({ ...item })) }),
      equipment: input.equipment.map(({ thing, state, note }) =>
        filled({ thing, state, note: state === "ok" ? "" : note }),
      ),
      ...filled({ note: input.note }),
    },
  });
}

/** Takes a watch over, as it was written or with what differs. */
export async function takeOver(
  parts: EditParts,
  session: Session,
  { caseId, commandId, seq, agreed, differences }: TakeOverInput,
): Promise<Result<StepAnswer>> {
  const opened = await openWatch(parts, session, caseId);
  if (!opened.ok) return opened;
  const said = differences.trim();
  return parts.service.event(session.person, {
    ...{ caseId, commandId, expectedSeq: seq, event: "takeOver" },
    form: agreed
      ? { agreed: "yes" }
      : { agreed: "no", ...(said === "" ? {} : { differences: said }) },
  });
}
