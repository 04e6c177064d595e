import type { Case, HistoryEntry, Outcome, Task, Timer } from "../../app/engine/case";
import type { Command } from "../../app/engine/command";
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

/** One step of a matter as the engine would hand it over: consistent, with a name that must never be seen. */
export function makeStep(wish: StepWish = {}): StepToStore {
  const { before, at = NOW } = wish;
  const caseId = before?.id ?? wish.caseId ?? "991021-0001";
  const seq = (before?.seq ?? 0) + 1;
  const path = `state${seq}`;
  const next = {
    ...(before ?? blank(caseId)),
    seq,
    state: path,
    data: { parties: [{ id: "1-1", name: "杨秀兰" }], note: `第${seq}步` },
    lastAt: at,
    entered: { [path]: { at, seq } },
    tasks: [makeTask({ id: `${caseId}:${path}:${seq}`, path })],
    ...wish.matter,
  } as Case;
  const command: Command = {
    type: seq === 1 ? "start" : "event",
    ...(seq === 1 ? {} : { event: "go" }),
    id: wish.commandId ?? `${caseId}/${seq}`,
    expectedSeq: seq - 1,
    occurredAt: at,
    form: { name: "杨秀兰" },
  } as Command;
  const outcome = {
    seq,
    status: next.status,
    end: next.end,
    state: next.state,
    number: next.number,
    writes: [{ path: "note", value: `第${seq}步` }],
    entered: next.entered,
    timers: next.timers,
    tasks: next.tasks,
    links: next.links,
    paused: next.paused,
    comeBack: next.comeBack,
    endedFrom: null,
    left: [],
    arrived: [path],
    effects: [],
    registers: [],
    numbers: [],
    opens: [],
    guards: [],
    title: { zh: "杨秀兰与李大顺的宅基地纠纷" },
    ...wish.outcome,
  } as Outcome;
  const by = { user: "u1", name: "高原", assignment: "a1", role: "officer", unit: "station" };
  const entry: HistoryEntry = { caseId, seq, at, by, command, outcome };
  return { previousSeq: seq - 1, next, entry, retentionClass: "mediation" };
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
  } as Timer;
}

function blank(id: string): Partial<Case> {
  return {
    id,
    workflow: "dispute-mediation",
    hash: "h1",
    number: null,
    place: { code: "991021200201", name: "石桥村" },
    owner: { id: "station", name: "石桥派出所" },
    status: "open",
    end: null,
    startedAt: NOW,
    startedBy: "u1",
    visited: [],
    timers: [],
    links: {},
    paused: null,
    comeBack: null,
    endedFrom: null,
  } as Partial<Case>;
}
