import type { Case, HistoryEntry, Opening, Outcome, Task, Timer } from "../../app/engine/case";
import type { Command } from "../../app/engine/command";
import { applyEntry } from "../../app/engine/fold";
import type { StepToStore, WorkToStore } from "../../app/engine/ports";

/** 2026-11-23 10:00 in Shanghai. */
export const NOW = Date.UTC(2026, 10, 23, 2);

/** What a test says about a step; the rest is filled in. */
export interface StepWish {
  caseId?: string;
  /** The matter before the step; none for the first. */
  before?: Case;
  commandId?: string;
  at?: number;
  matter?: Partial<Case>;
  outcome?: Partial<Outcome>;
}

/** One step of a matter as the engine would hand it over: the fold of its history, with a name to be kept secret. */
export function makeStep(wish: StepWish = {}): StepToStore {
  const { before, at = NOW, matter = {} } = wish;
  const caseId = before?.id ?? wish.caseId ?? "991021-0001";
  const seq = (before?.seq ?? 0) + 1;
  const path = `state${seq}`;
  const data = matter.data ?? { parties: [{ id: "1-1", name: "杨秀兰" }], note: `第${seq}步` };
  const command = {
    type: seq === 1 ? "start" : "event",
    ...(seq === 1 ? {} : { event: "go" }),
    id: wish.commandId ?? `${caseId}/${seq}`,
    expectedSeq: seq - 1,
    occurredAt: at,
    form: { name: "杨秀兰" },
  } as Command;
  const outcome: Outcome = {
    seq,
    status: matter.status ?? "open",
    end: matter.end ?? null,
    state: matter.state ?? path,
    number: matter.number ?? before?.number ?? null,
    writes: Object.entries(data).map(([path, value]) => ({ path, value })),
    entered: { [path]: { at, seq } },
    timers: matter.timers ?? before?.timers ?? [],
    tasks: matter.tasks ?? [makeTask({ id: `${caseId}:${path}:${seq}`, path })],
    links: matter.links ?? before?.links ?? {},
    paused: matter.paused ?? null,
    comeBack: null,
    endedFrom: null,
    left: [],
    arrived: [path],
    effects: [],
    registers: [],
    numbers: [],
    opens: [],
    guards: [],
    title: { zh: "杨秀兰与李大顺的宅基地纠纷" },
    ...(before ? {} : { opened: opening(caseId, matter) }),
    ...wish.outcome,
  };
  const by = { user: "u1", name: "高原", assignment: "a1", role: "officer", unit: "station" };
  const entry: HistoryEntry = { caseId, seq, at, by, command, outcome };
  const next = { ...applyEntry(before ?? null, entry), ...pick(matter, ["owner"]) };
  return { previousSeq: seq - 1, next, entry, retentionClass: "mediation" };
}

function opening(caseId: string, { place, owner }: Partial<Case>): Opening {
  return {
    caseId,
    workflow: "dispute-mediation",
    hash: "h1",
    place: place ?? { code: "991021200201", name: "石桥村" },
    owner: owner ?? { id: "station", name: "石桥派出所" },
  };
}

function pick<Key extends keyof Case>(matter: Partial<Case>, keys: Key[]): Partial<Case> {
  return Object.fromEntries(
    keys.flatMap((key) => (matter[key] === undefined ? [] : [[key, matter[key]]])),
  );
}

/** A work of one step, or of several that stand or fall together; the first one's command is answered. */
export function makeWork(first: StepWish | StepToStore = {}, ...more: StepToStore[]): WorkToStore {
  const step = "entry" in first ? first : makeStep(first);
  const { id, seq } = step.next;
  const commandId = step.entry.command.id;
  const response = { commandId, bodyHash: `body of ${commandId}`, caseId: id, seq };
  return { steps: [step, ...more], response };
}

/** The matter that a work left behind. */
export function matterAfter(work: WorkToStore): Case {
  const step = work.steps[0];
  if (!step) throw new Error("a work has a step");
  return step.next;
}

export function makeTask(wish: Partial<Task> & { id: string }): Task {
  const plain = { path: "triage", roles: ["officer"], assignee: null };
  return { ...plain, dueAt: null, dueDay: null, provisional: false, ...wish };
}

export function makeTimer(wish: Partial<Timer> & { id: string }): Timer {
  return {
    kind: "transition",
    path: "state1",
    deadline: "firstSession",
    armedSeq: 1,
    dueAt: NOW,
    day: "2026-11-23",
    provisional: false,
    remainder: null,
    blocked: false,
    fired: false,
    ...wish,
  };
}
