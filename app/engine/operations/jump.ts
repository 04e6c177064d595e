import { refuse } from "../errors";
import { leavesOf, activePaths } from "../machine/state-value";
import { returnConfiguration } from "../move";
import { no, yes } from "../steps/situation";
import { moveBack } from "../steps/transit";
import { listOf } from "../text";
import { stationsPassedBy } from "./stations";
import type { Operate } from "./operate";

/**
 * 跳转: asks that the matter go to any state, earlier or later; a second person confirms. What the law or the package
 * says must be passed cannot be jumped over.
 */
export const jump: Operate = ({ situation, command }) => {
  const { workflow, matter, actor, seq } = situation;
  const reason = (command.reason ?? "").trim();
  if (reason === "") return no(refuse("case/reason-missing"));
  const path = workflow.machine.pathOf(command.state ?? "");
  const state = path === undefined ? undefined : workflow.machine.states.get(path);
  if (path === undefined || state?.meta === undefined || state.kind === "final") {
    return no(refuse("operation/unknown-state"));
  }
  if (activePaths(matter.state).includes(path)) {
    return no(refuse("operation/not-ahead", { state: state.meta.title }));
  }
  const skipped = stationsPassedBy(workflow, matter, path);
  if (skipped.length > 0) {
    return no(refuse("operation/must-pass", { states: listOf(skipped) }));
  }
  const asked = {
    ...{ id: String(seq), by: { id: actor.user, name: actor.name }, path, reason },
    ...{ from: leavesOf(matter.state), at: command.occurredAt },
  };
  return yes({ dealings: { asked } });
};

/** 确认: a second person lets it happen. */
export const confirm: Operate = ({ situation }) => {
  const { workflow, matter, actor } = situation;
  const { asked } = matter;
  if (asked === undefined) return no(refuse("operation/nothing-asked"));
  if (asked.by.id === actor.user) return no(refuse("operation/second-person"));
  if (asked.from.join() !== leavesOf(matter.state).join()) {
    return no(refuse("operation/asked-elsewhere", { name: asked.by.name }));
  }
  const leaves = returnConfiguration(workflow.machine, matter.state, asked.path);
  const moved = moveBack(situation, leaves);
  if (!moved.ok) return moved;
  const { transit, guards, data } = moved.value;
  return yes({ transit, guards, data, comeBack: null, dealings: { asked: undefined } });
};

/** 不同意: a second person refuses, or whoever asked takes it back. */
export const decline: Operate = ({ situation }) => {
  if (situation.matter.asked === undefined) return no(refuse("operation/nothing-asked"));
  return yes({ dealings: { asked: undefined } });
};
