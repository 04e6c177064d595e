import type {
  Case,
  DataWrite,
  Dealings,
  Effect,
  GuardRecord,
  HistoryEntry,
  LinkOpening,
  LinkState,
  Opening,
  Outcome,
  Task,
  Timer,
} from "../case";
import { applyOutcome } from "../fold";
import { applyWrites } from "../form/write-form";
import type { JsonObject } from "../json";
import type { Movement, Transit } from "../machine/machine";
import type { Configuration } from "../machine/configuration";
import { leavesOf } from "../machine/state-value";
import { fillEffect } from "../projection/effect";
import { wordsToChildren } from "../links/cancel";
import { parseTell, tellChildren } from "../projection/tell";
import { templateContext } from "../projection/context";
import { moveClocks, type ClockInput } from "./clocks";
import { dealingsAfter } from "./dealings";
import { dutyCalls } from "./duty-calls";
import type { HandOver } from "./hand-task";
import { heldUntil } from "./hold-at-night";
import { moveNotices } from "./notices";
import { followOwners } from "./owner-clocks";
import { takeNumbers } from "./numbers";
import { scopeOf, type Situation } from "./situation";
import { tasksAfter } from "./tasks";

/** What a step found out, before it is turned into an outcome. */
export interface Finding {
  /**
   * What registers and numbers know the step by: `start`, an event, what the runtime reported
   * (`link:<link>.<end>`, `parent:<name>`, `job:<job>.done`, `timer:<deadline>`), or null.
   */
  event: string | null;
  /** What the engine sent by itself in the same step: registers know it too. */
  also?: string[];
  /** Null where the state stays as it is (a call, a pause, a job's progress). */
  transit: Transit | null;
  writes: DataWrite[];
  /** The matter's data after the writes, where the step has them already. */
  data?: JsonObject;
  guards: GuardRecord[];
  /** Moves that come back to a state do not repeat its entry effects. */
  silent?: boolean;
  effects?: { action: string; params: JsonObject }[];
  /** A rung gave the tasks in and under a state to a role. */
  handOver?: HandOver;
  opening?: Opening;
  links?: Record<string, LinkState[]>;
  opens?: LinkOpening[];
  status?: Case["status"];
  paused?: Case["paused"];
  comeBack?: Case["comeBack"];
  /** What changed of the matter's dealings. */
  dealings?: Dealings;
  /** The tasks as an operation left them; what was not left is kept from these. */
  tasks?: Task[];
  /** Whom the handler chose to act next. */
  chosen?: string[];
  /** Last word on the clocks (pausing, resuming, restoring those of a returned state). */
  clocks?: (timers: Timer[], input: ClockInput) => Timer[];
}

/** Turns a finding into the history entry and the matter after it. Pure. */
export function settle(
  situation: Situation,
  finding: Finding,
): { entry: HistoryEntry; next: Case } {
  const { workflow, matter, command, seq, actor, now } = situation;
  const { transit, event } = finding;
  const formData = finding.data ?? applyWrites(matter.data, finding.writes);
  const numbered = takeNumbers(situation, event, formData);
  const writes = [...finding.writes, ...numbered.writes];
  const data = applyWrites(formData, numbered.writes);
  const number = numbered.caseNumber ?? matter.number;
  const value = transit?.value ?? matter.state;
  const done = transit?.done ?? matter.status === "ended";
  const status = finding.status ?? (done ? "ended" : "open");
  const links = finding.links ?? matter.links;
  const paused = finding.paused === undefined ? matter.paused : finding.paused;
  const movements = transit?.movements ?? [];

  const after: Situation = {
    ...situation,
    matter: { ...matter, number, data, links, ...finding.dealings },
  };
  const scope = scopeOf(after, data);
  const clockInput: ClockInput = {
    workflow,
    calendar: situation.calendar,
    seq,
    at: command.occurredAt,
    now,
    scope,
    paused: paused !== null,
  };
  const moved = moveClocks(matter.timers, movements, clockInput);
  const timers = status === "open" ? (finding.clocks?.(moved, clockInput) ?? moved) : [];
  const active = workflow.machine.configurationOf(value);
  const left = pathsOf(movements, "exit");
  const arrived = pathsOf(movements, "enter");
  const chosen = finding.chosen ?? [];
  const dealings = dealingsAfter(after, { left, arrived, active, status, scope, chosen });
  const kept =
    finding.tasks === undefined
      ? after
      : { ...after, matter: { ...after.matter, tasks: finding.tasks } };
  const entered = enteredAfter(situation, arrived, active);
  const tasks =
    status === "open"
      ? tasksAfter(kept, {
          ...{ entered, timers, active, dealings, chosen, handOver: finding.handOver },
        })
      : [];
  const context = templateContext(workflow, scope, "—");
  const ordered = [
    ...(finding.silent === true ? [] : movements.filter((movement) => movement.is === "act")).map(
      (movement) => ({
        action: movement.type,
        params: movement.params,
      }),
    ),
    ...(finding.effects ?? []),
    ...dutyCalls(after, tasks),
  ];
  const notices = moveNotices({ situation: after, event, scope, context, timers, status });

  const end = status === "ended" ? endOf(workflow, value) : null;
  const words = wordsToChildren(workflow, {
    before: matter.status,
    after: { status, end, links },
    at: command.occurredAt,
  });

  const outcome: Outcome = {
    seq,
    status,
    end,
    state: value,
    number,
    writes,
    entered,
    timers: followOwners(timers, tasks, clockInput),
    tasks,
    links,
    paused: status === "open" ? paused : null,
    comeBack: finding.comeBack === undefined ? matter.comeBack : finding.comeBack,
    endedFrom:
      status === "open"
        ? null
        : matter.status === "open"
          ? leavesOf(matter.state)
          : matter.endedFrom,
    ...(finding.opening === undefined ? {} : { opened: finding.opening }),
    left,
    arrived,
    effects: ordered
      .flatMap((effect) => {
        const tell = parseTell(effect.action);
        if (tell === undefined)
          return [{ ...effect, params: fillEffect(workflow, effect, scope, context) }];
        const told = tellChildren(workflow, tell, { links, scope, at: command.occurredAt });
        return told.map((params) => ({ ...effect, params: { ...params } }));
      })
      .concat(words)
      .map((effect, i): Effect => ({
        id: `${matter.id}:${seq}:${i + 1}`,
        ...effect,
        ...heldUntil(workflow, { ...situation, action: effect.action, scope }),
      })),
    registers: [event ?? [], finding.also ?? []]
      .flat()
      .flatMap((name) => workflow.registers.get(name) ?? [])
      .map((register) => register.fill(context)),
    ...(notices.length === 0 ? {} : { notices }),
    ...dealings,
    numbers: numbered.used,
    opens: finding.opens ?? [],
    guards: finding.guards,
    title: workflow.caseTitle(context),
  };
  const entry: HistoryEntry = {
    caseId: matter.id,
    seq,
    at: now,
    by: actor,
    command,
    ...(command.enteredFor === undefined ? {} : { enteredFor: command.enteredFor }),
    outcome,
  };
  return { entry, next: applyOutcome(matter, entry, { data, active: active.paths }) };
}

function pathsOf(movements: readonly Movement[], is: "enter" | "exit"): string[] {
  const paths = new Set<string>();
  for (const movement of movements)
    if (movement.is === is && movement.path !== "") paths.add(movement.path);
  return [...paths];
}

/** When and by which step each active state was entered last. */
function enteredAfter(
  situation: Situation,
  arrived: readonly string[],
  active: Configuration,
): Case["entered"] {
  const { matter, command, seq } = situation;
  const entered: Case["entered"] = {};
  for (const path of active.paths) {
    const before = arrived.includes(path) ? undefined : matter.entered[path];
    entered[path] = before ?? { at: command.occurredAt, seq };
  }
  return entered;
}

function endOf(workflow: Situation["workflow"], value: Case["state"]): "completed" | "abandoned" {
  const path = typeof value === "string" ? value : (Object.keys(value)[0] ?? "");
  return workflow.machine.states.get(path)?.meta?.end ?? "abandoned";
}
