import { conclude } from "../decision/conclude";
import { isOpen, type Signer } from "../decision/decision";
import { refuse } from "../errors";
import type { Colleague } from "../people";
import { findSignature } from "../steps/find-signature";
import { no, type Decision } from "../steps/situation";
import type { Operate, OperatingOnTask } from "./operate";

type Where = "before" | "after" | "beside";

const MOST_SIGNERS = 60;

/** 前加签: others answer first, and I wait for them. Inverse: taking them off. */
export const addBefore: Operate<OperatingOnTask> = (ask) => add(ask, "before");
/** 后加签: others answer after me. */
export const addAfter: Operate<OperatingOnTask> = (ask) => add(ask, "after");
/** 并加签: others answer along with me. */
export const addBeside: Operate<OperatingOnTask> = (ask) => add(ask, "beside");

function add({ situation, task, to }: OperatingOnTask, where: Where): Decision<object> {
  const { matter, actor, workflow } = situation;
  if (to.length === 0) return no(refuse("operation/name-some"));
  const found = findSignature(situation, task.id);
  if (!found.ok) return no(refuse("operation/not-a-signature"));
  const { path, decision, signer, source } = found.value;
  const twice = to.find((one) => isAsked(one, decision.signers, matter.tasks, path));
  if (twice !== undefined) return no(refuse("operation/signs-already", { name: twice.name }));
  if (decision.signers.length + to.length > MOST_SIGNERS) {
    return no(refuse("operation/too-many-signers", { most: MOST_SIGNERS }));
  }
  if (source.paper !== undefined) {
    const title = workflow.machine.states.get(path)?.meta?.title ?? { zh: path };
    return no(refuse("operation/not-here", { state: title }));
  }
  const first = Math.max(...decision.signers.map(({ slot }) => Number(slot))) + 1;
  const slots = to.map((_, i) => String(first + i));
  const inTurn = source.way === "turn";
  const added = to.map(({ id, name }, i): Signer => {
    const order = inTurn ? orderOf(signer, where) : 0;
    return {
      ...{ slot: slots[i] ?? "", via: where, person: { id, name }, role: null, weight: 1, order },
      ...behindOf(signer, where),
      ...{ addedBy: { id: actor.user, name: actor.name }, vote: null, dropped: null },
    };
  });
  const signers = decision.signers.map((one): Signer => {
    const moved = inTurn ? { ...one, order: shifted(one, signer, where) } : one;
    if (one.slot !== signer.slot || where !== "before") return moved;
    return { ...moved, behind: [...(one.behind ?? []), ...slots] };
  });
  return conclude(situation, { path, decision: { ...decision, signers: [...signers, ...added] } });
}

/** One who signs along waits for the same; one who signs afterwards, for whoever added them. */
function behindOf(signer: Signer, where: Where): Pick<Signer, "behind"> {
  if (where === "after") return { behind: [signer.slot] };
  return signer.behind === undefined ? {} : { behind: signer.behind };
}

/** In turn those added stand just before, just after, or with the one who adds them. */
function orderOf(signer: Signer, where: Where): number {
  return where === "after" ? signer.order + 1 : signer.order;
}

function shifted(one: Signer, signer: Signer, where: Where): number {
  if (where === "before") return one.order >= signer.order ? one.order + 1 : one.order;
  if (where === "after") return one.order > signer.order ? one.order + 1 : one.order;
  return one.order;
}

/** Nobody is asked twice: who is asked by name, has answered, or has a signature in hand. */
function isAsked(
  { id }: Colleague,
  signers: readonly Signer[],
  tasks: readonly { path: string; slot?: string; assignee: string | null }[],
  path: string,
): boolean {
  return (
    signers.some((one) => one.vote?.user === id || (isOpen(one) && one.person?.id === id)) ||
    tasks.some((task) => task.path === path && task.slot !== undefined && task.assignee === id)
  );
}

/**
 * 减签: takes somebody off who has not answered; they do not count any more. Needs a reason, and leaves at least one.
 * Inverse: adding them again.
 */
export const drop: Operate<OperatingOnTask> = ({ situation, command, task }) => {
  const { actor, seq } = situation;
  const found = findSignature(situation, task.id);
  if (!found.ok) return no(refuse("operation/not-a-signature"));
  const { path, decision, signer } = found.value;
  const reason = (command.reason ?? "").trim();
  if (reason === "") return no(refuse("case/reason-missing"));
  const left = decision.signers.filter((one) => one.slot !== signer.slot && one.dropped === null);
  if (left.length === 0) return no(refuse("operation/last-signer"));
  const dropped = { by: actor.user, name: actor.name, reason, seq };
  const signers = decision.signers.map((one) =>
    one.slot === signer.slot ? { ...one, dropped } : one,
  );
  return conclude(situation, { path, decision: { ...decision, signers } });
};
