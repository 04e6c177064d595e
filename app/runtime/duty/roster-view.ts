import { offersFor } from "../../engine/offer";
import type { Text } from "../../engine/text";
import { dayOf, isWeekend } from "../../engine/time/zone";
import type { Result, RosterView, Session } from "../api";
import type { CaseParts } from "../cases/case-parts";
import { namedLeaves } from "../cases/view-phases";
import { findLine } from "./my-shift";
import { mayAsk } from "./open-in-force";
import { openRoster } from "./open-roster";
import { readLocks } from "./proposed-roster";
import type { RosterConflict, TableLine } from "./roster-facts";
import { marksOf } from "./roster-marks";
import { trainingOf } from "./row-training";

const POSTS: Readonly<Record<string, Text>> = {
  chief: { zh: "所长", en: "Chief" },
  officer: { zh: "民警", en: "Officer" },
  auxiliary: { zh: "协勤", en: "Auxiliary" },
};

/** Everything that the grid shows one reader. */
export async function readRoster(
  parts: CaseParts,
  session: Session,
  caseId: string,
): Promise<Result<RosterView>> {
  const { person, login } = session;
  const opened = await openRoster(parts, person, caseId);
  if (!opened.ok) return opened;
  const { reading, planner, current } = opened.value;
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
      rows: lines.map((line) => ({
        ...rowView(line, { days: facts.days, conflicts, marks, locks }),
        training: planner ? trainingOf(matter.data, line) : null,
      })),
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
      mayAsk: mayAsk(reading, { person, current, now }),
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
): Omit<RosterView["rows"][number], "training"> {
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
