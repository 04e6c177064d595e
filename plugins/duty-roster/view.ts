import type { Json, JsonObject } from "../../app/engine/plugin/api";
import { applyApproved } from "./changes";
import { checkRoster } from "./check-roster";
import type { Conflict, ConflictKind } from "./conflict";
import { coverage } from "./coverage";
import { writeDays } from "./days";
import type { Standing } from "./exchange";
import { hoursByWeek, hoursOf, spanOf } from "./hours";
import { readRoster, type Roster, type Row } from "./roster";
import { isGroup, writeSpan } from "./settings";
import { lookOf, SHIFT_KINDS, wordOf, writeShift } from "./shifts";

type Scope = { readonly [part: string]: Json };

/** A roster with everything that is found about it. */
export interface RosterView {
  /** As it stands, with every exchange and leave that was approved. */
  roster: Roster;
  /** How many of them are in it. */
  changes: number;
  conflicts: readonly Conflict[];
}

const views = new WeakMap<Scope, RosterView | null>();

/** The roster of a scope; undefined where there is none. Worked out once for a scope: its facts all read it. */
export function viewRoster(scope: Scope): RosterView | undefined {
  const known = views.get(scope);
  if (known !== undefined) return known ?? undefined;
  const written = readRoster(scope);
  const view = written === undefined ? null : makeView(written, scope);
  views.set(scope, view);
  return view ?? undefined;
}

function makeView(written: Roster, scope: Scope): RosterView {
  const { roster, applied } = applyApproved(written, scope["links"]);
  return { roster, changes: applied, conflicts: checkRoster(roster) };
}

/** A fact over the roster of a scope; absent where there is none. */
export function ofView(compute: (view: RosterView, scope: Scope) => Json | undefined) {
  return (scope: Scope): Json | undefined => {
    const view = viewRoster(scope);
    return view === undefined ? undefined : compute(view, scope);
  };
}

/** Who and when for all conflicts of a kind: `石永福 11-26`; empty where there are none. */
export function nameConflicts(view: RosterView, kind: ConflictKind): string {
  return view.conflicts
    .filter((conflict) => conflict.kind === kind && conflict.weight === "hard")
    .map(({ names, days }) => [names.join("、"), writeDays(days.slice(0, 5))].join(" ").trim())
    .join("；");
}

/** What may stand with a reason and has none. */
export function unexplained({ roster, conflicts }: RosterView): Conflict[] {
  return conflicts.filter(({ weight, key }) => weight === "soft" && !roster.reasons.has(key));
}

/** The roster of a scope as an exchange or a leave that is asked for meets it. */
export function standingOf({ roster, conflicts }: RosterView, scope: Scope): Standing {
  const matter = scope["case"];
  const today = isGroup(matter) ? matter["today"] : undefined;
  return { roster, conflicts, today: typeof today === "string" ? today : "" };
}

/** Conflicts as pages and papers read them. */
export function conflictItems({ roster, conflicts }: RosterView): JsonObject[] {
  return conflicts.map((conflict) => ({
    ...(conflict as unknown as JsonObject),
    reason: roster.reasons.get(conflict.key) ?? "",
  }));
}

/** Everybody's hours, by week and over the whole roster. */
export function peopleItems({ roster }: RosterView): JsonObject[] {
  return roster.rows.map((row) => ({
    row: row.id,
    name: row.name,
    ...hoursOf(roster, row),
    weeks: hoursByWeek(roster, row).map(({ hours }) => hours),
  }));
}

/** Who is there each night. */
export function coverageItems({ roster }: RosterView): JsonObject[] {
  return coverage(roster).map(({ day, officers, auxiliaries, holds }) => ({
    day,
    officers: officers.map(({ name }) => name).join("、"),
    auxiliaries: auxiliaries.map(({ name }) => name).join("、"),
    holds,
  }));
}

/** One line a person for the sheet on the wall, officers first, and who leads each night below. */
export function tableItems(view: RosterView): JsonObject[] {
  const { roster } = view;
  const ordered = [
    ...roster.rows.filter(({ post }) => post !== "auxiliary"),
    ...roster.rows.filter(({ post }) => post === "auxiliary"),
  ];
  const firstAuxiliary = ordered.find(({ post }) => post === "auxiliary");
  const lines = ordered.map((row) => tableLine(roster, row, row === firstAuxiliary));
  const nights = coverage(roster).map(({ officers }) =>
    officers.map(({ name }) => name).join("、"),
  );
  const foot = { row: "", name: NIGHT_LINE, post: "", cells: nights, framed: [], parted: true };
  return [...lines, { ...foot, room: "", full: nights, looks: [], spans: [], hours: 0 }];
}

/** What the last line of the sheet is called; `duty-roster.name` writes it in the reader's language. */
export const NIGHT_LINE = "夜间民警";

function tableLine(roster: Roster, row: Row, parted: boolean): JsonObject {
  return {
    row: row.id,
    name: row.name,
    post: row.post,
    room: row.room,
    trainedBy: row.trainedBy,
    cells: row.shifts.map((shift) => wordOf(shift).zh),
    full: row.shifts.map(writeShift),
    framed: row.shifts.map((shift) => shift?.kind.night === true),
    looks: row.shifts.map(lookOf),
    spans: row.shifts.map((shift) => writeSpan(spanOf(shift, roster.settings))),
    parted,
    hours: hoursOf(roster, row).hours,
  };
}

/** The words that a day can hold, for choosing one. */
export function kindItems(): JsonObject[] {
  return SHIFT_KINDS.map(({ word, en, short, placed }) => ({ word, en, short, placed }));
}
