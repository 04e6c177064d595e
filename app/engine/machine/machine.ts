import { createMachine, type AnyStateMachine } from "xstate";
import type { StateValue } from "../case";
import type { JsonObject } from "../json";
import type { Candidates, MachineSource, StateSource } from "../workflow-source";
import { configurationOf, type Configuration } from "./configuration";
import { createPureMachine, type Moved, type PureMachine } from "./pure-machine";
import { rememberByValue } from "./remember-by-value";
import {
  MACHINE_ID,
  indexStates,
  toCandidates,
  type CandidateInfo,
  type StateInfo,
} from "./state-index";

/** Events of ours that packages can neither declare nor send. */
const MOVE = "qy.move";
const ENTER = "qy.enter";
const EXIT = "qy.exit";
const MAX_ITERATIONS = 100;

/** What happened inside XState, in its own order. */
export type Movement =
  | { is: "enter" | "exit"; path: string }
  | { is: "arm" | "disarm"; path: string; deadline: string }
  | { is: "act"; type: string; params: JsonObject };

export interface Transit {
  value: StateValue;
  done: boolean;
  movements: Movement[];
}

/** Asked for every candidate in turn; a package's guard passes only on `true`. */
export type Decide = (candidate: CandidateInfo) => boolean;

export interface CompiledMachine {
  states: ReadonlyMap<string, StateInfo>;
  candidates: ReadonlyMap<string, CandidateInfo>;
  /** The first state that declares each event that people can send. */
  declared: ReadonlyMap<string, StateInfo>;
  /** True where people decide together in some state. */
  decidingStates: boolean;
  /** True where some state has a rule of its own on who keeps out. */
  avoiding: boolean;
  /** True where some state's task goes to whoever is on duty. */
  asksDuty: boolean;
  /** What is active with a state value. */
  configurationOf(value: StateValue): Configuration;
  /** State path by (unique) name. */
  pathOf(name: string): string | undefined;
  start(decide: Decide): Transit;
  /** `event` is a name of the package, or a timer written `after <deadline>` with its state. */
  send(value: StateValue, event: MachineEvent, decide: Decide): Transit;
  /** Goes to exactly these leaves, whatever the present state, exiting and entering as XState does. */
  move(value: StateValue, target: { domain: string; leaves: string[] }, decide: Decide): Transit;
}

export type MachineEvent =
  { is: "event"; name: string } | { is: "timer"; path: string; deadline: string };

interface Context {
  decide: Decide;
}

type Config = Record<string, unknown>;

/**
 * Compiles a package's machine. XState computes every exit, entry and join; guards, clocks and effects
 * stay ours: each candidate asks `decide`, each delay is a placeholder that only says "arm" and "disarm".
 * Throws what `createMachine` throws (a target that does not exist); `check` finds that earlier.
 */
export function compileMachine(source: MachineSource): CompiledMachine {
  const states = indexStates(source);
  const candidates = new Map<string, CandidateInfo>();
  const config = toConfig(states, candidates);
  const machine = build(config, candidates, states);
  const pure = createPureMachine<Context>(machine);
  const timers = indexTimers(machine);
  const movers = new Map<string, PureMachine<Context>>();
  const byName = new Map([...states.values()].map((state) => [state.name, state.path]));

  const finish = ([snapshot, actions]: Moved): Transit => {
    if (snapshot.status === "error") throw snapshot.error;
    return {
      value: snapshot.value as StateValue,
      done: snapshot.status === "done",
      movements: actions.map((action) => toMovement(action, timers)),
    };
  };

  return {
    states,
    candidates,
    declared: declaredEvents(states),
    asksDuty: [...states.values()].some(({ meta }) => meta?.assignee !== undefined),
    avoiding: [...states.values()].some(({ meta }) => meta?.avoid !== undefined),
    decidingStates: [...states.values()].some(({ meta }) => meta?.decision !== undefined),
    configurationOf: rememberByValue((value) => configurationOf(states, value)),
    pathOf: (name) => (states.has(name) ? name : byName.get(name)),
    start(decide) {
      // The context is a function of the input, so that two matters never share one.
      return finish(pure.start({ decide }));
    },
    send(value, event, decide) {
      const type = event.is === "event" ? event.name : timers.eventOf(event.path, event.deadline);
      if (type === undefined)
        throw new Error(`no such timer in the machine: ${JSON.stringify(event)}`);
      return finish(pure.send(value, { decide }, { type }));
    },
    move(value, target, decide) {
      const key = `${target.domain} ${target.leaves.join(" ")}`;
      let mover = movers.get(key);
      if (mover === undefined) {
        mover = createPureMachine(build(withMove(config, states, target), candidates, states));
        movers.set(key, mover);
      }
      return finish(mover.send(value, { decide }, { type: MOVE }));
    },
  };
}

function declaredEvents(states: ReadonlyMap<string, StateInfo>): Map<string, StateInfo> {
  const declared = new Map<string, StateInfo>();
  for (const state of states.values())
    for (const event of Object.keys(state.meta?.events ?? {}))
      if (!declared.has(event)) declared.set(event, state);
  return declared;
}

/** The package's config with our guard on every candidate, and a marker on every entry and exit. */
function toConfig(
  states: ReadonlyMap<string, StateInfo>,
  candidates: Map<string, CandidateInfo>,
): Config {
  const list = (path: string, event: string, source: Candidates): Config[] =>
    toCandidates(source).map((candidate, index) => {
      const key = candidate.meta?.key ?? String(index);
      const id = `${path} ${event} ${key}`;
      candidates.set(id, { id, path, event, key, guard: candidate.guard ?? null, index });
      const { guard: _guard, meta: _meta, ...rest } = candidate;
      return { ...rest, guard: { type: "qy.decide", params: { id } } };
    });
  const lists = (
    path: string,
    prefix: string,
    source: Record<string, Candidates> | undefined,
  ): Config =>
    Object.fromEntries(
      Object.entries(source ?? {}).map(([event, value]) => [
        event,
        list(path, `${prefix}${event}`, value),
      ]),
    );
  const visit = (path: string, source: StateSource): Config => ({
    ...(source.id === undefined ? {} : { id: source.id }),
    ...(source.type === undefined ? {} : { type: source.type }),
    ...(source.initial === undefined ? {} : { initial: source.initial }),
    entry: [{ type: ENTER, params: { path } }, ...(source.entry ?? [])],
    exit: [...(source.exit ?? []), { type: EXIT, params: { path } }],
    on: lists(path, "", source.on),
    after: lists(path, "after ", source.after),
    ...(source.always === undefined ? {} : { always: list(path, "", source.always) }),
    ...(source.onDone === undefined ? {} : { onDone: list(path, "onDone", source.onDone) }),
    ...(source.states === undefined
      ? {}
      : {
          states: Object.fromEntries(
            Object.entries(source.states).map(([name, child]) => [
              name,
              visit(path === "" ? name : `${path}.${name}`, child),
            ]),
          ),
        }),
  });
  const root = states.get("");
  if (root === undefined) throw new Error("a machine has a root");
  return { ...visit("", root.source), id: MACHINE_ID };
}

/** The same config with one extra transition on the domain, to all the wanted leaves. */
function withMove(
  config: Config,
  states: ReadonlyMap<string, StateInfo>,
  target: { domain: string; leaves: string[] },
): Config {
  const targets = target.leaves.map((leaf) => `#${states.get(leaf)?.nodeId ?? leaf}`);
  const visit = (here: Config, path: string[]): Config => {
    const [next, ...rest] = path;
    if (next === undefined)
      return { ...here, on: { ...(here["on"] as Config), [MOVE]: { target: targets } } };
    const children = here["states"] as Record<string, Config>;
    return { ...here, states: { ...children, [next]: visit(children[next] ?? {}, rest) } };
  };
  return visit(config, target.domain === "" ? [] : target.domain.split("."));
}

function build(
  config: Config,
  candidates: ReadonlyMap<string, CandidateInfo>,
  states: ReadonlyMap<string, StateInfo>,
): AnyStateMachine {
  // Every declared delay gets a placeholder: one without implementation would fire at once.
  const delays = new Set(
    [...states.values()].flatMap((state) => Object.keys(state.source.after ?? {})),
  );
  const machine = createMachine(
    {
      ...config,
      // XState's actor begins without input: it must not throw there.
      context: ({ input }: { input?: Context }) => ({ decide: input?.decide ?? (() => false) }),
      options: { maxIterations: MAX_ITERATIONS },
    } as never,
    {
      guards: {
        "qy.decide": ({ context }: { context: Context }, params: { id: string }) => {
          const candidate = candidates.get(params.id);
          return candidate !== undefined && context.decide(candidate);
        },
      },
      delays: Object.fromEntries([...delays].map((name) => [name, 1])),
    } as never,
  );
  return machine as unknown as AnyStateMachine;
}

interface TimerIndex {
  eventOf(path: string, deadline: string): string | undefined;
  find(eventType: string): { path: string; deadline: string } | undefined;
}

/** The raised timers' ids cannot be parsed (names may hold dots); XState's own nodes say which is which. */
function indexTimers(machine: AnyStateMachine): TimerIndex {
  const byEvent = new Map<string, { path: string; deadline: string }>();
  const byState = new Map<string, string>();
  const visit = (node: AnyStateMachine["root"]): void => {
    const path = node.path.join(".");
    for (const delayed of node.after) {
      const deadline = String(delayed.delay);
      byEvent.set(delayed.eventType, { path, deadline });
      byState.set(`${path} ${deadline}`, delayed.eventType);
    }
    for (const child of Object.values(node.states)) visit(child);
  };
  visit(machine.root);
  return {
    eventOf: (path, deadline) => byState.get(`${path} ${deadline}`),
    find: (type) => byEvent.get(type),
  };
}

function toMovement(action: { type: string; params?: unknown }, timers: TimerIndex): Movement {
  const params = (action.params ?? {}) as JsonObject;
  switch (action.type) {
    case ENTER:
      return { is: "enter", path: String(params["path"]) };
    case EXIT:
      return { is: "exit", path: String(params["path"]) };
    case "xstate.raise":
    case "xstate.cancel": {
      const arm = action.type === "xstate.raise";
      const timer = timers.find(String(arm ? params["id"] : params["sendId"]));
      if (timer === undefined) throw new Error(`unexpected ${action.type}`);
      return { is: arm ? "arm" : "disarm", ...timer };
    }
    default:
      if (action.type.startsWith("xstate.") || action.type.startsWith("qy."))
        throw new Error(`unexpected ${action.type}`);
      return { is: "act", type: action.type, params };
  }
}
