import type { Person } from "../../engine/person";
import type { Text } from "../../engine/text";
import { clockOf } from "../../engine/time/zone";
import type { Day } from "../../engine/time/types";
import { listDaySteps } from "../../storage/day-steps";
import type { DayLog } from "../api";
import type { CaseParts } from "../cases/case-parts";
import { entryTitle } from "../cases/view-history";
import { namedLeaves } from "../cases/view-phases";

export const LOG_PACKAGE = "work-log";
/** A day holds at most so many lines; a log takes sixty. */
const MOST_LINES = 60;

/** What a log calls the work of a package; everything else is 其他. */
const KINDS: Readonly<Record<string, string>> = {
  "dispute-mediation": "mediation",
  "rental-custody": "rental",
  training: "training",
  "duty-rotation": "duty",
};

/**
 * What a person did on a day, as the log's draft says it, and the log where there is one. Lines hold the step and the
 * number of the matter, never its title: a log is read by more people than a matter.
 */
export async function readDayLog(parts: CaseParts, person: Person, day: Day): Promise<DayLog> {
  const steps = await listDaySteps(parts.database, { user: person.id, day, limit: MOST_LINES });
  const ids = [...new Set(steps.map(({ caseId }) => caseId))];
  const { cases } = await parts.store.read({ cases: ids, commands: [], sequences: [] });
  const lines: DayLog["lines"] = [];
  let log: DayLog["log"] = null;
  for (const id of ids) {
    const matter = cases.get(id);
    if (matter === undefined) continue;
    const workflow = await parts.definitions.get(matter.hash);
    if (matter.workflow === LOG_PACKAGE) {
      const [leaf] = namedLeaves(workflow, matter);
      const isMine = matter.startedBy === person.id && matter.data["day"] === day;
      const isKept = matter.end !== "abandoned" && matter.status !== "void";
      if (isMine && isKept) log = { caseId: id, state: leaf?.title ?? workflow.source.title };
      continue;
    }
    const history = await parts.store.history(id);
    const wanted = new Set(steps.filter(({ caseId }) => caseId === id).map(({ seq }) => seq));
    for (const entry of history.filter(({ seq }) => wanted.has(seq))) {
      lines.push({
        caseId: id,
        time: clockOf(entry.command.occurredAt),
        text: lineText(entryTitle(workflow, entry), workflow.source.title),
        number: matter.number,
        village: matter.place.code.endsWith("000") ? "" : matter.place.name,
        kind: KINDS[matter.workflow.split(".")[0] ?? ""] ?? "other",
      });
    }
  }
  return { day, log, lines: lines.sort((a, b) => (a.time < b.time ? -1 : 1)) };
}

function lineText(step: Text, process: Text): Text {
  return {
    zh: `${process.zh}：${step.zh}`,
    en: `${process.en ?? process.zh}: ${step.en ?? step.zh}`,
  };
}
