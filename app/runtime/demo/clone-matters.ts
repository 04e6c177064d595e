import type { Case, HistoryEntry, NumberUsed } from "../../engine/case";
import type { Command } from "../../engine/command";
import type { CaseStore, StepToStore, WorkToStore } from "../../engine/ports";
import { inputOf } from "../../engine/replay";
import { step } from "../../engine/step";
import { calendarOf, type Workflow } from "../../engine/workflow";
import { retentionClassOf } from "../cases/decide-step";
import { sha256 } from "../cases/new-id";

/** Matters that are linked with one another, each with its history. */
export interface Family {
  histories: { workflow: Workflow; entries: HistoryEntry[] }[];
}

export interface CloneAsk {
  store: CaseStore;
  families: readonly Family[];
  /** So many matters are added; linked ones come together, so it may be a few more. */
  count: number;
  /** A new id for a matter at a place that began at a moment. */
  newId(place: string, at: number): string;
  /** Told after each batch. */
  progress(done: number): void;
  /** Called with the matters of each batch once they are stored. */
  stored(cases: readonly string[]): Promise<void>;
}

/** Families a transaction. */
const BATCH = 40;

/**
 * Adds matters by taking the recorded steps of others again, through the engine, under new ids and numbers: the
 * histories, chains and registers are as real as those they come from. Gives the number of matters added.
 * Throws where a recorded step is not accepted again, or cannot be stored.
 */
export async function cloneMatters(ask: CloneAsk): Promise<number> {
  const numbering = createNumbering(ask.store);
  let done = 0;
  let round = 0;
  while (done < ask.count && ask.families.length > 0) {
    const clones: Clone[] = [];
    for (let size = 0; clones.length < BATCH && done + size < ask.count; round++) {
      const family = ask.families[round % ask.families.length];
      if (family === undefined) break;
      clones.push(beginClone(family, ask.newId));
      size += family.histories.length;
    }
    await tell(clones, { store: ask.store, numbering });
    const ids = clones.flatMap(({ matters }) => [...matters.keys()]);
    await ask.stored(ids);
    done += ids.length;
    ask.progress(done);
  }
  return done;
}

/** A family while its steps are taken again. */
interface Clone {
  /** The steps that stand or fall together, in the order in which they happened. */
  acts: RecordedStep[][];
  renamed: <T>(value: T) => T;
  /** The matters as they stand, by their new ids. */
  matters: Map<string, Case>;
  /** Makes the ids of commands new: a part of a matter's new id. */
  mark: string;
}

interface RecordedStep {
  workflow: Workflow;
  entry: HistoryEntry;
}

function beginClone({ histories }: Family, newId: CloneAsk["newId"]): Clone {
  const ids = histories.flatMap(({ entries: [first] }): [string, string][] => {
    const opened = first?.outcome.opened;
    return first && opened ? [[first.caseId, newId(opened.place.code, first.at)]] : [];
  });
  const steps = histories
    .flatMap(({ workflow, entries }) => entries.map((entry) => ({ workflow, entry })))
    .sort((one, other) => one.entry.at - other.entry.at || firstOpens(one.entry, other.entry));
  const acts: RecordedStep[][] = [];
  for (const recorded of steps) {
    const act = acts.at(-1);
    // A linked matter's first step belongs to the step that opened it.
    const opener = act?.[0]?.entry.command.id;
    if (opener !== undefined && recorded.entry.command.id.startsWith(`${opener}:`)) {
      act?.push(recorded);
    } else acts.push([recorded]);
  }
  const mark = ids[0]?.[1].slice(-12) ?? "";
  return { acts, renamed: rename(new Map(ids)), matters: new Map(), mark };
}

/** Within one moment: who opens comes before who is opened. */
function firstOpens(one: HistoryEntry, other: HistoryEntry): number {
  return Number(one.seq === 1) - Number(other.seq === 1) || one.seq - other.seq;
}

/** The first acts of all in one transaction, then the second ones: no matter is in a transaction twice. */
async function tell(
  clones: readonly Clone[],
  { store, numbering }: { store: CaseStore; numbering: Numbering },
): Promise<void> {
  const longest = Math.max(...clones.map(({ acts }) => acts.length));
  for (let at = 0; at < longest; at++) {
    const works: WorkToStore[] = [];
    for (const clone of clones) {
      const act = clone.acts[at];
      if (act !== undefined) works.push(await takeAgain(act, { clone, numbering }));
    }
    for (const result of await store.commit(works)) {
      if (!result.ok) throw new Error(`a cloned step was not stored: ${result.refusal.code}`);
    }
  }
}

async function takeAgain(
  act: readonly RecordedStep[],
  { clone, numbering }: { clone: Clone; numbering: Numbering },
): Promise<WorkToStore> {
  const steps: StepToStore[] = [];
  for (const { workflow, entry: recorded } of act) {
    const entry = clone.renamed(recorded);
    const before = clone.matters.get(entry.caseId) ?? null;
    // In front: a linked matter's first command still begins with its opener's, so a copy can be copied too.
    const command: Command = { ...entry.command, id: `${clone.mark}~${entry.command.id}` };
    const taken = step({
      ...inputOf(entry, before, { workflow, calendar: calendarOf(workflow) }),
      command,
      numbers: await numbering(recorded.outcome.numbers),
    });
    if (!taken.ok) throw new Error(`a recorded step was refused: ${taken.refusal.code}`);
    clone.matters.set(entry.caseId, taken.next);
    const retentionClass = retentionClassOf(workflow);
    steps.push({
      previousSeq: entry.seq - 1,
      next: taken.next,
      entry: taken.entry,
      retentionClass,
    });
  }
  const [first] = steps;
  if (first === undefined) throw new Error("an act has a step");
  const { caseId, seq, command } = first.entry;
  const response = { commandId: command.id, bodyHash: sha256(command.id), caseId, seq };
  return { steps, response };
}

/** Ids of matters stand inside other ids too (tasks, effects, links): every text is gone through. */
function rename(ids: ReadonlyMap<string, string>): <T>(value: T) => T {
  return <T>(value: T): T => {
    let text = JSON.stringify(value);
    for (const [from, to] of ids) text = text.replaceAll(from, to);
    return JSON.parse(text) as T;
  };
}

/** Gives the counters' values before those that a step uses. */
type Numbering = (used: readonly NumberUsed[]) => Promise<Record<string, number>>;

/** Each counter goes on where the store's stands. */
function createNumbering(store: CaseStore): Numbering {
  const counters = new Map<string, number>();
  return async (used) => {
    const fresh = used.map(({ key }) => key).filter((key) => !counters.has(key));
    if (fresh.length > 0) {
      const read = await store.read({ cases: [], commands: [], sequences: fresh });
      for (const [key, value] of read.sequences) counters.set(key, value);
    }
    const numbers: Record<string, number> = {};
    for (const { key } of used) {
      numbers[key] = counters.get(key) ?? 0;
      counters.set(key, numbers[key] + 1);
    }
    return numbers;
  };
}
