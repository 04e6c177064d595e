import type { Case } from "../../engine/case";
import { at, isObject, own, type Json, type JsonObject } from "../../engine/json";
import type { Text } from "../../engine/text";
import { dayOf, instantOf } from "../../engine/time/zone";
import type { Workflow } from "../../engine/workflow";
import { listUnitMatters } from "../../storage/unit-matters";
import type { HandedOver, Session, Watch } from "../api";
import type { CaseParts } from "../cases/case-parts";
import { namedLeaves } from "../cases/view-phases";
import { rosterOn, stationsOf } from "./find-rosters";
import { findLine } from "./my-shift";
import { groups, text, words, type RosterFacts } from "./roster-facts";

export const SHIFT_PACKAGE = "duty-rotation.shift";
/** A station has few watches at once. */
const MOST = 24;
/** States of a watch, and what they are to whom: the name that stands in the data makes it theirs. */
const PARTS: readonly { states: string[]; part: Watch["part"]; whose: string }[] = [
  { states: ["expected", "missed"], part: "arrive", whose: "expectedName" },
  { states: ["onDuty", "notHandedOver"], part: "onDuty", whose: "signedBy" },
  { states: ["handingOver", "notTakenOver"], part: "takeOver", whose: "handover.incoming" },
  { states: ["handingOver", "notTakenOver"], part: "given", whose: "handover.by" },
];
const LATE: ReadonlySet<string> = new Set(["missed", "notHandedOver", "notTakenOver"]);

/** The reader's own watches at their stations, those handed to them, and today's that nobody has registered yet. */
export async function readMyWatches(parts: CaseParts, session: Session): Promise<Watch[]> {
  const found: Watch[] = [];
  for (const station of stationsOf(parts.directory(), session.person, parts.now())) {
    const today = dayOf(parts.now());
    const roster = await rosterOn(parts, { station: station.id, day: today });
    const kinds = roster?.facts.kinds ?? [];
    const open = await watchesOf(parts, station.id, "open");
    for (const matter of open) {
      const watch = await watchOf(parts, { matter, name: session.person.name, kinds });
      if (watch !== null) found.push(watch);
    }
    const line = roster && findLine(roster, { name: session.person.name, login: session.login });
    const begun = line && roster && begunWatch(roster.facts, line.row, parts.now());
    if (!begun || !line) continue;
    const known = [...open, ...(await watchesOf(parts, station.id, "ended"))];
    const isKnown = known.some(({ data }) => {
      const names = ["signedBy", "expectedName", "missedName"].map((key) => own(data, key));
      return own(data, "day") === today && names.includes(line.name);
    });
    if (isKnown) continue;
    found.push({
      ...{ caseId: null, seq: 0, number: null, part: "arrive", day: today, stored: begun },
      state: { zh: "还没有签到", en: "Not signed in yet" },
      ...{ isLate: true, handedOver: null, kinds },
    });
  }
  return found;
}

/** The watch of a row that has begun today; undefined where there is none. */
export function begunWatch(facts: RosterFacts, row: string, now: number): string | undefined {
  const today = dayOf(now);
  const index = facts.days.indexOf(today);
  const line = facts.table.find((one) => one.row === row && row !== "");
  const [begins = ""] = (line?.spans[index] ?? "").split("-");
  if (line?.looks[index] !== "night" || begins === "") return undefined;
  return instantOf(`${today}T${begins}`) <= now ? line.full[index] : undefined;
}

async function watchesOf(
  parts: CaseParts,
  owner: string,
  status: "open" | "ended",
): Promise<Case[]> {
  const ids = await listUnitMatters(parts.database, {
    ...{ package: SHIFT_PACKAGE, owner, status, limit: MOST },
  });
  const { cases } = await parts.store.read({ cases: ids, commands: [], sequences: [] });
  return ids.flatMap((id) => cases.get(id) ?? []);
}

/** One watch as somebody of this name meets it; null where it is none of theirs. */
export async function watchOf(
  parts: CaseParts,
  { matter, name, kinds }: { matter: Case; name: string; kinds: Watch["kinds"] },
): Promise<Watch | null> {
  const state = typeof matter.state === "string" ? matter.state : "";
  const part = PARTS.find(
    ({ states, whose }) => states.includes(state) && at(matter.data, whose) === name,
  );
  if (part === undefined || matter.status !== "open") return null;
  const workflow = await parts.definitions.get(matter.hash);
  const [leaf] = namedLeaves(workflow, matter);
  return {
    ...{ caseId: matter.id, seq: matter.seq, number: matter.number, part: part.part },
    state: leaf?.title ?? workflow.source.title,
    ...{ day: text(own(matter.data, "day")), stored: text(own(matter.data, "shift")) },
    ...{ isLate: LATE.has(state), handedOver: handedOverOf(workflow, matter.data), kinds },
  };
}

function handedOverOf(workflow: Workflow, data: JsonObject): HandedOver | null {
  const given = own(data, "handover");
  if (!isObject(given)) return null;
  const labels = { thing: choicesOf(workflow, "thing"), state: choicesOf(workflow, "state") };
  const label = (key: "thing" | "state", value: Json | undefined): Text =>
    labels[key].find((one) => one.value === value)?.label ?? { zh: text(value) };
  return {
    ...{ by: text(own(given, "by")), incoming: text(own(given, "incoming")) },
    openItems: groups(own(given, "openItems")).map((item) => ({
      ...{ what: text(item["what"]), number: text(item["number"]) },
    })),
    equipment: groups(own(given, "equipment")).map((item) => ({
      ...{ thing: label("thing", item["thing"]), state: label("state", item["state"]) },
      ...{ isSound: item["state"] === "ok", note: text(item["note"]) },
    })),
    note: text(own(given, "note")),
  };
}

/** What can be chosen for a piece of equipment, in the package's words. */
export function choicesOf(
  { document }: Workflow,
  field: "thing" | "state",
): { value: string; label: Text }[] {
  const path = `properties.handover.properties.equipment.items.properties.${field}.labels`;
  const labels = at(document.data, path);
  return Object.entries(isObject(labels) ? labels : {}).map(([value, label]) => ({
    value,
    label: words(label),
  }));
}
