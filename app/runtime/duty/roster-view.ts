import { refuse } from "../../engine/errors";
import type { Case } from "../../engine/case";
import { isInForce, isInScope, type Person } from "../../engine/person";
import { offersFor } from "../../engine/offer";
import type { Text } from "../../engine/text";
import { dayOf, isWeekend } from "../../engine/time/zone";
import type { Result, RosterView, Session } from "../api";
import type { CaseParts } from "../cases/case-parts";
import { namedLeaves } from "../cases/view-phases";
import { inForce, readingOf, ROSTER_PACKAGE, stationsOf, type RosterReading } from "./find-rosters";
import { findLine } from "./my-shift";
import { readLocks } from "./proposed-roster";
import type { RosterConflict, TableLine } from "./roster-facts";

/** Who makes rosters, and sees those that are not published yet. */
const PLANNERS: ReadonlySet<string> = new Set(["officer", "stationChief", "stationClerk"]);
const POSTS: Readonly<Record<string, Text>> = {
  chief: { zh: "所长", en: "Chief" },
  officer: { zh: "民警", en: "Officer" },
  auxiliary: { zh: "协勤", en: "Auxiliary" },
};

/** A roster before one reader: the draft for who makes it, else the one in force. */
export interface OpenedRoster {
  reading: RosterReading;
  planner: boolean;
}

/** Refuses `case/not-found` for what is no roster of a station of theirs, or not published yet and not theirs to make. */
export async function openRoster(
  parts: CaseParts,
  person: Person,
  caseId: string,
): Promise<Result<OpenedRoster>> {
  const notFound: Result<OpenedRoster> = { ok: false, refusal: refuse("case/not-found") };
  const { cases } = await parts.store.read({ cases: [caseId], commands: [], sequences: [] });
  const matter = cases.get(caseId);
  const now = parts.now();
  if (matter?.workflow !== ROSTER_PACKAGE) return notFound;
  const stations = stationsOf(parts.directory(), person, now);
  if (!stations.some(({ id }) => id === matter.owner.id)) return notFound;
  const reading = await readingOf(parts, matter);
  if (isPlanner(person, matter, now)) return { ok: true, value: { reading, planner: true } };
  const published = await inForce(parts, reading);
  return published ? { ok: true, value: { reading: published, planner: false } } : notFound;
}

/** True for those who may fill in shifts of this roster. */
export function isPlanner(person: Person, matter: Case, now: number): boolean {
  const where = { place: matter.place.code, owner: matter.owner.id };
  return person.assignments.some(
    (held) => PLANNERS.has(held.role) && isInForce(held, now) && isInScope(held, where),
  );
}

/** Everything that the grid shows one reader. */
export async function readRoster(
  parts: CaseParts,
  session: Session,
  caseId: string,
): Promise<Result<RosterView>> {
  const { person, login } = session;
  const opened = await openRoster(parts, person, caseId);
  if (!opened.ok) return opened;
  const { reading, planner } = opened.value;
  const { workflow, matter, facts } = reading;
  const now = parts.now();
  const today = dayOf(now);
  const conflicts = planner ? facts.conflicts : [];
  const marks = marksOf(conflicts);
  const locks = readLocks(planner ? matter.data : {});
  const offers = planner ? offersFor({ workflow, matter, person, now }).filter((o) => o.mine) : [];
  const [leaf] = namedLeaves(workflow, matter);
  const lines = facts.table.filter(({ row }) => row !== "");
  const foot = facts.table.find(({ row }) => row === "");
  return {
    ok: true,
    value: {
      caseId,
      seq: matter.seq,
      number: matter.number,
      stationName: matter.owner.name,
      from: facts.days[0] ?? "",
      to: facts.lastDay,
      version: facts.version,
      changes: facts.changes,
      state: leaf?.title ?? workflow.source.title,
      published: matter.state === "published" || matter.end === "completed",
      days: facts.days.map((day) => ({
        day,
        weekend: isWeekend(day),
        today: day === today,
      })),
      rows: lines.map((line) => rowView(line, { days: facts.days, conflicts, marks, locks })),
      nights: facts.nights.map(({ day, holds }, index) => ({
        day,
        holds,
        names: foot?.cells[index] ?? "",
        mark:
          conflicts
            .filter(({ people, days }) => people.length === 0 && days.includes(day))
            .map(({ key }) => marks.get(key) ?? "")[0] ?? null,
      })),
      conflicts: conflicts.map((conflict) => ({
        ...conflict,
        mark: marks.get(conflict.key) ?? "",
      })),
      kinds: facts.kinds,
      places: parts
        .directory()
        .placesOf(person, now)
        .map(({ name }) => name),
      mayEdit: offers.some(({ event }) => event === "fillShifts"),
      offers: offers.map(({ event, meta, refusal }) => ({
        event,
        label: meta.label,
        hasForm: meta.form !== undefined,
        refusal: refusal?.message ?? null,
      })),
      paper: planner ? (facts.days.length > 10 ? "month" : "week") : null,
      mine: findLine(reading, { name: person.name, login })?.row ?? null,
    },
  };
}

/** The words of a row's post. */
export function postTitle(post: string): Text {
  return POSTS[post] ?? { zh: post };
}

function rowView(
  line: TableLine,
  how: {
    days: readonly string[];
    conflicts: readonly RosterConflict[];
    marks: Map<string, string>;
    locks: ReadonlyMap<string, ReadonlySet<number>>;
  },
): RosterView["rows"][number] {
  const own = how.conflicts.filter(
    ({ key, people }) => people.includes(line.row) && key !== "还没排完",
  );
  return {
    id: line.row,
    name: line.name,
    post: postTitle(line.post),
    parted: line.parted,
    hours: line.hours,
    cells: how.days.map((day, index) => ({
      day,
      stored: line.full[index] ?? "",
      look: line.looks[index] ?? "open",
      isLocked: how.locks.get(line.row)?.has(Number(day.slice(8))) ?? false,
      marks: own
        .filter(({ days }) => days.includes(day))
        .map(({ key, weight }) => ({ mark: how.marks.get(key) ?? "", weight })),
    })),
  };
}

/** 甲 for what must be changed, 乙 for what may stand with a reason; numbered where there are several. */
function marksOf(conflicts: readonly RosterConflict[]): Map<string, string> {
  const marks = new Map<string, string>();
  for (const [weight, letter] of [
    ["hard", "甲"],
    ["soft", "乙"],
  ] as const) {
    const some = conflicts.filter((conflict) => conflict.weight === weight);
    some.forEach(({ key }, index) =>
      marks.set(key, some.length === 1 ? letter : `${letter}${index + 1}`),
    );
  }
  return marks;
}
