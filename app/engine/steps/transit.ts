import type { GuardRecord } from "../case";
import { refuse } from "../errors";
import type { JsonObject } from "../json";
import type { MachineEvent, Transit } from "../machine/machine";
import { leavesOf } from "../machine/state-value";
import { planMove } from "../move";
import type { Text } from "../text";
import { createDecider, refuseNothingTaken } from "./decider";
import { refuseUnknown } from "../refuse-unknown";
import { keptClocks } from "./kept-clocks";
import { no, scopeOf, yes, type Decision, type Situation } from "./situation";
import type { Finding } from "./settle";

interface Moved {
  transit: Transit;
  guards: GuardRecord[];
  /** The matter's data after the writes. */
  data: JsonObject;
}

/** Sends one event into the machine, over the data that it brings, and decides with reasons whether it goes through. */
export function sendEvent(
  situation: Situation,
  ask: { event: MachineEvent; path: string; data: JsonObject; label: Text },
): Decision<Moved> {
  const { workflow, matter } = situation;
  const { data } = ask;
  const scope = scopeOf(situation, data, ask.path);
  const decider = createDecider(workflow, scope);
  const transit = workflow.machine.send(matter.state, ask.event, decider.decide);
  const name = ask.event.is === "event" ? ask.event.name : `after ${ask.event.deadline}`;
  if (decider.skippedUnknown.length > 0)
    return no(refuseUnknown(workflow.wordFor, decider.skippedUnknown));
  if (!decider.taken.has(name)) return no(refuseNothingTaken(workflow, decider.records, ask.label));
  return yes({ transit, guards: decider.records, data });
}

/**
 * After a straight return, the step that leaves the returned state goes back to where the matter was,
 * with the clocks it had: a return does not buy time. A step that now leads where the matter has never
 * been (a party who agreed before refuses this time) goes there instead.
 */
export function comeBack(
  situation: Situation,
  transit: Transit,
  data: JsonObject,
): Partial<Finding> {
  const { workflow, matter } = situation;
  const back = matter.comeBack;
  if (back === null) return {};
  const stays = leavesOf(transit.value).some(
    (leaf) => leaf === back.from || leaf.startsWith(`${back.from}.`),
  );
  if (stays && !transit.done) return {};
  const isKnownWay = leavesOf(transit.value).every((leaf) => matter.visited.includes(leaf));
  if (!isKnownWay) return { comeBack: null };
  const scope = scopeOf(situation, data);
  const decider = createDecider(workflow, scope);
  const moved = workflow.machine.move(
    matter.state,
    planMove(workflow.machine, matter.state, back.leaves),
    decider.decide,
  );
  return {
    transit: moved,
    silent: true,
    comeBack: null,
    clocks: (timers) => keptClocks(timers, back.timers),
  };
}

/** Moves the matter to a state that was passed before; refuses where XState would not stay there. */
export function moveBack(situation: Situation, leaves: string[]): Decision<Moved> {
  const { workflow, matter } = situation;
  const decider = createDecider(workflow, scopeOf(situation, matter.data));
  const transit = workflow.machine.move(
    matter.state,
    planMove(workflow.machine, matter.state, leaves),
    decider.decide,
  );
  const landed = new Set(leavesOf(transit.value));
  if (landed.size !== leaves.length || leaves.some((leaf) => !landed.has(leaf))) {
    return no(refuse("case/move-nowhere"));
  }
  return yes({ transit, guards: decider.records, data: matter.data });
}
