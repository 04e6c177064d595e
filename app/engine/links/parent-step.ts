import type { ParentCommand } from "../command";
import { refuse } from "../errors";
import { STATUS_WORDS } from "../steps/event-step";
import { no, yes, type Decision, type Situation } from "../steps/situation";
import { moveBack } from "../steps/transit";
import type { Found } from "../step";

/**
 * The matter that opened this one is over, and this one ends with it; or it was taken up again, and so is this one,
 * where it had ended with it. Refuses `case/not-open` or `case/not-ended-with` where there is nothing to do: what
 * people did with it meanwhile stands.
 */
export function parentStep(situation: Situation, command: ParentCommand): Decision<Found> {
  const { matter, actor } = situation;
  const { parent, status } = command;
  const still = { event: null, transit: null, writes: [], guards: [] };
  if (status !== "open") {
    if (matter.status !== "open") {
      return no(refuse("case/not-open", { status: STATUS_WORDS[matter.status] }));
    }
    const ended = status === "void" ? "void" : "withdrawn";
    return yes({
      actor,
      finding: { ...still, status: ended, dealings: { endedWith: { parent } } },
    });
  }
  if (matter.status === "open" || matter.endedWith?.parent !== parent) {
    return no(refuse("case/not-ended-with"));
  }
  const moved = moveBack(situation, matter.endedFrom ?? []);
  if (!moved.ok) return moved;
  const taken = { silent: true, status: "open", comeBack: null } as const;
  return yes({ actor, finding: { ...still, ...moved.value, ...taken } });
}
