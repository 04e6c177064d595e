import type { HistoryEntry, Outcome } from "../../engine/case";
import { decideAgain, type Redone } from "../../engine/change/decide-again";
import type { Finding } from "../../engine/change/trial";
import { own } from "../../engine/json";
import { leavesOf } from "../../engine/machine/state-value";
import type { Text } from "../../engine/text";
import { dayOf } from "../../engine/time/zone";
import { calendarOf, type Workflow } from "../../engine/workflow";
import { findBriefs } from "../../storage/case-briefs";
import type { TrialMatter, TrialStop } from "../api";
import { entryTitle } from "../cases/view-history";
import type { DeskParts } from "./desk-parts";
import type { TriedDefinitions } from "./trials";
import { dayOr, statesText } from "./trial-words";
import { dayOfText } from "./view-proposal";

/** One matter on both ways: as it was taken, and as it would have been, up to the step that comes out differently. */
export async function trialMatter(
  parts: DeskParts,
  { draft }: TriedDefinitions,
  ask: { finding: Finding; because: Text },
): Promise<TrialMatter | null> {
  const { finding, because } = ask;
  const [brief] = await findBriefs(parts.database, [finding.caseId]);
  if (brief === undefined) return null;
  const pinned = await parts.definitions.get(brief.hash);
  const entries = (await parts.store.history(finding.caseId)).filter(
    ({ seq }) => seq <= finding.seq,
  );
  const redone = decideAgain(entries, { workflow: draft, calendar: calendarOf(draft) });
  const last = entries.at(-1);
  const again = redone.at(-1);
  if (last === undefined || again === undefined) return null;
  return {
    caseId: finding.caseId,
    title: brief.title,
    placeName: brief.place.name,
    began: dayOfText(dayOf(brief.startedAt)),
    was: entries.map((entry) => stopOf(pinned, entry, { outcome: entry.outcome, differs: false })),
    is: entries.map((entry, index) => redoneStop(draft, entry, redone[index])),
    rows: rowsOf({ pinned, draft, was: last.outcome, again, because }),
  };
}

function stopOf(
  workflow: Workflow,
  entry: HistoryEntry,
  { outcome, differs }: { outcome: Outcome; differs: boolean },
): TrialStop {
  const day = dayOr(dayOf(entry.command.occurredAt));
  const arrived = outcome.arrived.length > 0 ? statesText(workflow, leavesOf(outcome.state)) : null;
  const clocks = outcome.timers.filter(
    ({ armedSeq, kind }) => armedSeq === entry.seq && (kind === "transition" || kind === "due"),
  );
  return {
    title: entryTitle(workflow, entry),
    differs,
    detail: [
      arrived === null
        ? day
        : { zh: `${day.zh}，到“${arrived.zh}”`, en: `${day.en}, to “${arrived.en}”` },
      ...clocks.map(({ deadline, day: due }) => {
        const title = own(workflow.source.deadlines, deadline)?.title ?? { zh: deadline };
        const end = dayOr(due);
        return { zh: `“${title.zh}”到${end.zh}`, en: `“${title.en ?? title.zh}” until ${end.en}` };
      }),
    ],
  };
}

function redoneStop(
  workflow: Workflow,
  entry: HistoryEntry,
  redone: Redone | undefined,
): TrialStop {
  if (redone?.outcome) {
    return stopOf(workflow, entry, {
      outcome: redone.outcome,
      differs: redone.difference !== null,
    });
  }
  return {
    title: entryTitle(workflow, entry),
    differs: true,
    detail: [redone?.refusal?.message ?? { zh: "这一步不能办", en: "The step is not open" }],
  };
}

interface Compared {
  pinned: Workflow;
  draft: Workflow;
  was: Outcome;
  again: Redone;
  because: Text;
}

/** What differs at the step: where the matter is, and every clock. */
function rowsOf({ pinned, draft, was, again, because }: Compared): TrialMatter["rows"] {
  const where: Text = { zh: "到哪个环节", en: "State" };
  const before = statesText(pinned, leavesOf(was.state));
  if (again.outcome === null) {
    const is = again.refusal?.message ?? { zh: "这一步不能办", en: "The step is not open" };
    return [{ what: where, was: before, is, because }];
  }
  const after = statesText(draft, leavesOf(again.outcome.state));
  const rows: TrialMatter["rows"] = [];
  if (before.zh !== after.zh) rows.push({ what: where, was: before, is: after, because });
  const clocks = (outcome: Outcome) =>
    new Map(
      outcome.timers
        .filter(({ kind }) => kind === "transition" || kind === "due")
        .map(({ path, deadline, day }) => [`${path} ${deadline}`, { deadline, day }]),
    );
  const [old, now] = [clocks(was), clocks(again.outcome)];
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const [first, second] = [old.get(key), now.get(key)];
    if (first?.day === second?.day) continue;
    const name = (second ?? first)?.deadline ?? "";
    const title = own(draft.source.deadlines, name)?.title ?? { zh: name };
    rows.push({
      what: { zh: `“${title.zh}”截止`, en: `End of “${title.en ?? title.zh}”` },
      was: dayOr(first?.day ?? null),
      is: dayOr(second?.day ?? null),
      because,
    });
  }
  return rows;
}
