import type { Case, HistoryEntry, Opening } from "./case";
import { dealingsOf, withoutDealings } from "./dealings";
import { applyWrites } from "./form/write-form";
import type { JsonObject } from "./json";
import { activePaths } from "./machine/state-value";
import { standingNotices } from "./projection/notice-record";
import type { Instant } from "./time/types";

/** A matter before its first step. */
export function blankCase(opening: Opening, by: { user: string; at: Instant }): Case {
  return {
    id: opening.caseId,
    workflow: opening.workflow,
    hash: opening.hash,
    number: null,
    place: opening.place,
    owner: opening.owner,
    status: "open",
    end: null,
    seq: 0,
    state: "",
    data: {},
    startedAt: by.at,
    startedBy: by.user,
    lastAt: by.at,
    entered: {},
    visited: [],
    timers: [],
    tasks: [],
    links: {},
    paused: null,
    comeBack: null,
    endedFrom: null,
  };
}

/** The matter after one more entry. The only way a matter ever changes. */
export function applyEntry(matter: Case | null, entry: HistoryEntry): Case {
  const { outcome } = entry;
  const by = { user: entry.by.user, at: entry.command.occurredAt };
  const before = matter ?? (outcome.opened && blankCase(outcome.opened, by));
  if (before === undefined)
    throw new Error("a history begins with the step that opened the matter");
  return applyOutcome(before, entry, {
    data: applyWrites(before.data, outcome.writes),
    active: activePaths(outcome.state),
  });
}

/** The same for a step that has just worked out the data after its writes and the states that are active then. */
export function applyOutcome(
  before: Case,
  entry: HistoryEntry,
  { data, active }: { data: JsonObject; active: readonly string[] },
): Case {
  const { outcome } = entry;
  const { notices: stood, ...rest } = withoutDealings(before);
  const notices = standingNotices(stood, outcome.notices ?? [], outcome.seq);
  return {
    ...rest,
    number: outcome.number,
    status: outcome.status,
    end: outcome.end,
    seq: outcome.seq,
    state: outcome.state,
    data,
    lastAt: entry.command.occurredAt,
    entered: outcome.entered,
    visited: [...before.visited, ...active.filter((path) => !before.visited.includes(path))],
    timers: outcome.timers,
    tasks: outcome.tasks,
    links: outcome.links,
    paused: outcome.paused,
    comeBack: outcome.comeBack,
    endedFrom: outcome.endedFrom,
    ...dealingsOf(outcome),
    ...(notices === undefined ? {} : { notices }),
  };
}

/** A matter is the fold of its history; `verify` compares this with what is stored. */
export function fold(entries: readonly HistoryEntry[]): Case {
  const [first, ...rest] = entries;
  if (first === undefined) throw new Error("a matter has at least the step that opened it");
  return rest.reduce((matter, entry) => applyEntry(matter, entry), applyEntry(null, first));
}
