import {
  createActor,
  type AnyActorScope,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type ExecutableActionObject,
} from "xstate";
import type { StateValue } from "../case";
import { sameJson, type Json } from "../json";
import { rememberByValue } from "./remember-by-value";

/** The snapshot after a macrostep, and the actions that XState would have run, in its order. */
export type Moved = [AnyMachineSnapshot, ExecutableActionObject[]];

/** XState's pure functions for one machine. */
export interface PureMachine<Context> {
  /** As `initialTransition(machine, context)`. */
  start(context: Context): Moved;
  /** As `transition(machine, snapshot, event)` on the restored value. Throws where the value does not fit. */
  send(value: StateValue, context: Context, event: { type: string }): Moved;
}

/**
 * XState's `transition` makes an actor, and with it a whole initial snapshot, every time that it is called. What it
 * wants of that actor never changes: it is made once here, and so is the snapshot of each state value.
 */
export function createPureMachine<Context>(machine: AnyStateMachine): PureMachine<Context> {
  const scope = createInertScope(machine);
  const restore = rememberByValue((value) => restoreSnapshot(machine, value));

  const collect = (move: () => AnyMachineSnapshot): Moved => {
    const actions: Moved[1] = [];
    scope.actionExecutor = (action) => actions.push(action);
    return [move(), actions];
  };
  return {
    start: (context) => collect(() => machine.getInitialSnapshot(scope, context)),
    send: (value, context, event) =>
      collect(() => machine.transition({ ...restore(value), context }, event, scope)),
  };
}

function restoreSnapshot(machine: AnyStateMachine, value: StateValue): AnyMachineSnapshot {
  const snapshot = machine.resolveState({ value, context: {} });
  if (!sameJson(snapshot.value as Json, value as Json))
    throw new Error("stored state does not fit the machine");
  // A final state is restored as done, and a done snapshot cannot be moved; reopening moves it.
  snapshot.status = "active";
  return snapshot;
}

/** Stands for the actor that a pure transition does not have. */
function createInertScope(machine: AnyStateMachine): AnyActorScope {
  const self = createActor(machine);
  return {
    self,
    system: self.system,
    id: "",
    sessionId: "",
    logger: ignore,
    defer: ignore,
    emit: ignore,
    stopChild: ignore,
    actionExecutor: ignore,
  };
}

function ignore(): void {}
