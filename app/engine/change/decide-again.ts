import type { Case, HistoryEntry, Outcome, Timer } from "../case";
import { canonicalJson, type Json } from "../json";
import { leavesOf } from "../machine/state-value";
import { inputOf } from "../replay";
import type { Refusal } from "../refusal";
import { step } from "../step";
import type { Calendar, Day } from "../time/types";
import type { Workflow } from "../workflow";

/** How a recorded step comes out under another definition, where that is not as it was. */
export type Difference =
  /** It would not be taken. `rules` stood in the way, `fields` of its form are at fault. */
  | { kind: "refused"; code: string; rules: string[]; missing: string[]; fields: string[] }
  /** The matter would be elsewhere. `rules` came out otherwise on the way. */
  | { kind: "state"; was: string[]; is: string[]; rules: string[] }
  /** A clock would end on another day; null: there would be none, or there was none. */
  | { kind: "due"; deadline: string; path: string; was: Day | null; is: Day | null }
  /** Others could go on with it. */
  | { kind: "roles"; path: string }
  /** The same way, with something else on record. */
  | { kind: "record"; what: "data" | "registers" | "effects" | "links" };

/** One recorded step, decided again. */
export interface Redone {
  seq: number;
  /** Null where it comes out as it did. */
  difference: Difference | null;
  /** What it comes to; null where it is refused. */
  outcome: Outcome | null;
  refusal: Refusal | null;
}

/**
 * Decides the recorded steps of a matter again under a definition, one after the other, until one comes out
 * differently: what came after it was decided on another state. The last of the list is that step, or the last one
 * recorded. Under the definition that the matter is pinned to, nothing differs. Pure.
 */
export function decideAgain(
  entries: readonly HistoryEntry[],
  context: { workflow: Workflow; calendar: Calendar },
): Redone[] {
  const redone: Redone[] = [];
  let matter: Case | null = null;
  for (const entry of entries) {
    const again = step(inputOf(entry, matter, context));
    if (!again.ok) {
      const { refusal } = again;
      const difference = refusedAs(refusal);
      redone.push({ seq: entry.seq, difference, outcome: null, refusal });
      return redone;
    }
    const { outcome } = again.entry;
    const difference = firstDifference(entry.outcome, outcome);
    redone.push({ seq: entry.seq, difference, outcome, refusal: null });
    if (difference !== null) return redone;
    matter = again.next;
  }
  return redone;
}

function refusedAs({ code, because = [], fields = [] }: Refusal): Difference {
  return {
    kind: "refused",
    code,
    rules: because.map(({ rule }) => rule),
    missing: [...new Set(because.flatMap(({ missing }) => missing))],
    fields: fields.map(({ pointer }) => pointer),
  };
}

/** What is told first: where the matter is, then until when, then who, then what was written. */
function firstDifference(was: Outcome, is: Outcome): Difference | null {
  if (was.status !== is.status || was.end !== is.end || !same(was.state, is.state)) {
    const rules = guardsThatDiffer(was, is);
    return { kind: "state", was: leavesOf(was.state), is: leavesOf(is.state), rules };
  }
  const due = dueThatDiffers(was.timers, is.timers);
  if (due !== null) return due;
  const task = is.tasks.find((one) => {
    // Those who sign the same have a task each.
    const before = was.tasks.find(({ path, slot }) => path === one.path && slot === one.slot);
    return before !== undefined && !same([...before.roles].sort(), [...one.roles].sort());
  });
  if (task !== undefined) return { kind: "roles", path: task.path };
  if (!same(was.writes, is.writes)) return { kind: "record", what: "data" };
  if (!same(was.opens, is.opens)) return { kind: "record", what: "links" };
  if (!same(was.registers, is.registers)) return { kind: "record", what: "registers" };
  if (!same(was.effects, is.effects)) return { kind: "record", what: "effects" };
  return null;
}

/** Rules that came out otherwise, or were asked in one of the two only. */
function guardsThatDiffer(was: Outcome, is: Outcome): string[] {
  const truths = (outcome: Outcome) =>
    new Map(outcome.guards.map(({ rule, truth }) => [rule, String(truth)]));
  const [before, after] = [truths(was), truths(is)];
  const rules = [...new Set([...after.keys(), ...before.keys()])];
  return rules.filter((rule) => before.get(rule) !== after.get(rule));
}

/** The first clock that would end on another day; reminders follow their clock. */
function dueThatDiffers(was: readonly Timer[], is: readonly Timer[]): Difference | null {
  const clocks = (timers: readonly Timer[]) =>
    new Map(
      timers
        .filter(({ kind }) => kind === "transition" || kind === "due")
        .map((timer) => [`${timer.path} ${timer.deadline}`, timer]),
    );
  const [before, after] = [clocks(was), clocks(is)];
  for (const key of new Set([...after.keys(), ...before.keys()])) {
    const [old, now] = [before.get(key), after.get(key)];
    if (old?.dueAt === now?.dueAt && same(old?.remainder, now?.remainder)) continue;
    const { deadline, path } = now ?? old ?? { deadline: "", path: "" };
    return { kind: "due", deadline, path, was: old?.day ?? null, is: now?.day ?? null };
  }
  return null;
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson((a ?? null) as Json) === canonicalJson((b ?? null) as Json);
}
