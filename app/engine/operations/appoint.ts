import { refuse } from "../errors";
import type { StateInfo } from "../machine/state-index";
import { activePaths } from "../machine/state-value";
import { no, yes } from "../steps/situation";
import type { Operate } from "./operate";

const MOST_APPOINTED = 20;

/**
 * 追加: names the people of a state that the matter has yet to come to; naming nobody takes the appointment back. A
 * state that one person acts in gets one; a decision asks all of them, beside those that the package asks.
 */
export const appoint: Operate = ({ situation, command, to }) => {
  const { workflow, matter } = situation;
  const path = workflow.machine.pathOf(command.state ?? "");
  const state = path === undefined ? undefined : workflow.machine.states.get(path);
  const roles =
    state?.meta?.events === undefined
      ? []
      : Object.values(state.meta.events).flatMap((meta) => meta.roles);
  const isDecision = state?.meta?.decision !== undefined;
  if (path === undefined || state === undefined || !actsIn(state)) {
    return no(refuse("operation/unknown-state"));
  }
  const title = state.meta?.title ?? { zh: state.name };
  if (activePaths(matter.state).includes(path)) {
    return no(refuse("operation/not-ahead", { state: title }));
  }
  if (!isDecision && to.length > 1) return no(refuse("operation/name-one"));
  if (to.length > MOST_APPOINTED) {
    return no(refuse("operation/too-many-signers", { most: MOST_APPOINTED }));
  }
  const unfit = to.find(
    (one) => !isDecision && !one.posts.some((post) => roles.includes(post.role)),
  );
  if (unfit !== undefined) return no(refuse("operation/not-fit", { name: unfit.name }));
  const { [path]: _before, ...others } = matter.appointed ?? {};
  const named = to.map(({ id, name }) => ({ id, name }));
  return yes({
    dealings: { appointed: named.length === 0 ? others : { ...others, [path]: named } },
  });
};

/** True for a state in which people act. */
export function actsIn({ meta }: StateInfo): boolean {
  return meta?.decision !== undefined || Object.keys(meta?.events ?? {}).length > 0;
}
