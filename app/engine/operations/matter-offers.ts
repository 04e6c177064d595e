import { activePaths, leavesOf } from "../machine/state-value";
import type { Task } from "../case";
import type { Text } from "../text";
import { actsIn } from "./appoint";
import { isOffered } from "./may-operate";
import { AFTER_END, authoriseMatter } from "./operation-step";
import type { MatterOperation, OperationSource } from "./operation-source";
import { targetsOf, type OffersAsk, type OperationOffer } from "./operations-for";
import { stationsPassedBy } from "./stations";
import { OPERATION_TABLE } from "./table";

/** What a person may do about the matter as a whole now. */
export function matterOffers(
  ask: OffersAsk,
  of: { operation: MatterOperation; source: OperationSource },
): OperationOffer[] {
  const { workflow, matter, person } = ask;
  const { operation, source } = of;
  if (matter.status !== "open" && !AFTER_END.has(operation)) return [];
  if (!isOffered(workflow, source, activePaths(matter.state))) return [];
  const who = authoriseMatter(ask, { ...of, person });
  if (!who.ok) return [];
  const { title: label, reason } = OPERATION_TABLE[operation];
  const offer: OperationOffer = { operation, label, reason };
  const targets = (): Pick<OperationOffer, "targets" | "many"> => ({
    targets: targetsOf(ask, { ...of, task: NO_TASK }).filter(({ id }) => id !== person.id),
    many: true,
  });
  switch (operation) {
    case "appoint":
      return withStates({ ...offer, ...targets() }, statesAhead(ask));
    case "copy":
    case "circulate":
      return [{ ...offer, ...targets() }];
    case "comment":
      return [{ ...offer, ...targets(), text: "needed" }];
    case "supervise":
      return [{ ...offer, ...targets(), text: "needed", until: "needed" }];
    case "urge":
      return [offer];
    case "seen":
      return matter.readers?.some(({ id, seen }) => id === person.id && seen === null)
        ? [offer]
        : [];
    case "reply":
      return repliesOf(ask, who.value.role).map((answers) => ({
        ...offer,
        text: answers.mine ? "optional" : "needed",
        answers: { id: answers.id, from: answers.from, text: answers.text },
      }));
    case "retrieve":
      return matter.back?.by === person.id ? [offer] : [];
    case "jump":
      return matter.asked === undefined ? withStates(offer, statesToJumpTo(ask)) : [];
    case "confirm":
    case "decline": {
      const { asked } = matter;
      if (asked === undefined) return [];
      const isStale = asked.from.join() !== leavesOf(matter.state).join();
      if (operation === "confirm" && (asked.by.id === person.id || isStale)) return [];
      return [{ ...offer, answers: { id: asked.id, from: asked.by.name, text: asked.reason } }];
    }
  }
}

function withStates(
  offer: OperationOffer,
  states: { name: string; title: Text }[],
): OperationOffer[] {
  return states.length === 0 ? [] : [{ ...offer, states }];
}

function statesAhead({ workflow, matter }: OffersAsk): { name: string; title: Text }[] {
  const active = new Set(activePaths(matter.state));
  return [...workflow.machine.states.values()].flatMap((state) =>
    state.meta === undefined || !actsIn(state) || active.has(state.path) || state.kind !== "atomic"
      ? []
      : [{ name: state.name, title: state.meta.title }],
  );
}

function statesToJumpTo({ workflow, matter }: OffersAsk): { name: string; title: Text }[] {
  const active = new Set(activePaths(matter.state));
  return [...workflow.machine.states.values()].flatMap(({ path, name, meta, kind }) =>
    meta === undefined ||
    kind === "final" ||
    active.has(path) ||
    stationsPassedBy(workflow, matter, path).length > 0
      ? []
      : [{ name, title: meta.title }],
  );
}

interface Replying {
  id: string;
  from: string;
  text: string;
  /** True for what this person has asked, and may take back. */
  mine: boolean;
}

/** The questions and orders that wait for this person's answer, and those that they may take back. */
function repliesOf({ matter, person }: OffersAsk, role: string | null): Replying[] {
  const questions = (matter.questions ?? []).flatMap(({ id, from, to, text, answer }) => {
    const mine = from.id === person.id;
    return answer === null && (to.id === person.id || mine)
      ? [{ id, from: from.name, text, mine }]
      : [];
  });
  const acts = matter.tasks.some(
    ({ roles, assignee }) => assignee === person.id || (role !== null && roles.includes(role)),
  );
  const orders = (matter.orders ?? []).flatMap(({ id, from, to, text, reply }) => {
    const isTheirs = to.length === 0 ? acts : to.some((one) => one.id === person.id);
    return reply === null && isTheirs ? [{ id, from: from.name, text, mine: false }] : [];
  });
  return [...questions, ...orders];
}

const NO_TASK: Task = {
  ...{ id: "", path: "", roles: [], assignee: null, dueAt: null, dueDay: null, provisional: false },
};
