import { refuse } from "../errors";
import type { Transit } from "../machine/machine";
import { leavesOf } from "../machine/state-value";
import { keptClocks } from "../steps/kept-clocks";
import type { Finding } from "../steps/settle";
import { no, yes, type Situation } from "../steps/situation";
import { moveBack } from "../steps/transit";
import type { EventMeta } from "../workflow-source";
import type { Operate } from "./operate";

/**
 * 取回: whoever took the last step takes the matter back before anybody has acted, to where it was, with the clocks
 * it had; what they wrote stays. A step that opened a linked matter is not taken back: that matter is there.
 */
export const retrieve: Operate = ({ situation }) => {
  const { actor, matter } = situation;
  const { back } = matter;
  if (back === undefined || back.by !== actor.user)
    return no(refuse("operation/not-yours-to-take"));
  const moved = moveBack(situation, back.leaves);
  if (!moved.ok) return no(refuse("operation/not-yours-to-take"));
  const { transit, guards, data } = moved.value;
  return yes({
    ...{ transit, guards, data, silent: true, comeBack: null },
    clocks: (timers) => keptClocks(timers, back.timers),
  });
};

/** What a step leaves behind so that its handler may take it back, where the package allows that. */
export function mayComeBack(
  { workflow, matter, actor, seq }: Situation,
  { transit, meta }: { transit: Transit; meta: EventMeta },
): Pick<Finding, "dealings"> {
  const source = workflow.source.operations?.retrieve;
  const isAllowed = actor.role !== null && source?.roles.includes(actor.role) === true;
  if (!isAllowed || transit.done || meta.opens !== undefined) return {};
  const leaves = leavesOf(matter.state);
  if (leaves.join() === leavesOf(transit.value).join()) return {};
  const back = { seq, by: actor.user, leaves, timers: matter.timers };
  return { dealings: { back } };
}
