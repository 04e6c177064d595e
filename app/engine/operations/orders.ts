import type { Timer } from "../case";
import type { Order } from "../dealings";
import { refuse } from "../errors";
import { HOUR, DAY } from "../time/duration";
import { dayOf, isDay, startOfDay } from "../time/zone";
import { no, yes, type Situation } from "../steps/situation";
import type { Operate } from "./operate";
import { orderTimer } from "./questions";
import { told } from "./told";

const MOST_ORDERS = 50;
/** Where the package says nothing. */
const URGE_EVERY_HOURS = 24;

/** 督办: a superior orders, with a last day, and is replied to. */
export const supervise: Operate = ({ situation, command, to }) => {
  const { actor, matter, seq } = situation;
  const text = (command.text ?? "").trim();
  if (text === "") return no(refuse("operation/text-missing"));
  const { until = "" } = command;
  if (!isDay(until) || until < dayOf(command.occurredAt)) return no(refuse("operation/until"));
  const orders = matter.orders ?? [];
  if (orders.length === MOST_ORDERS) {
    return no(refuse("operation/too-many-questions", { most: MOST_ORDERS }));
  }
  const named = to.map(({ id, name }) => ({ id, name }));
  const order: Order = {
    ...{ id: String(seq), from: { id: actor.user, name: actor.name }, to: named, text, until },
    ...{ at: command.occurredAt, reply: null },
  };
  const said = {
    zh: `${actor.name}督办，请在 ${until} 前答复`,
    en: `${actor.name} orders this; please reply by ${until}`,
  };
  const effects =
    named.length > 0 ? named.map(({ id }) => told(id, said)) : rolesTold(situation, said);
  const timer: Timer = {
    ...{ id: orderTimer(order.id), kind: "order", path: "", deadline: "qy.order", armedSeq: seq },
    ...{ dueAt: startOfDay(until) + DAY, day: until, provisional: false, remainder: null },
    ...{ blocked: false, fired: false },
  };
  return yes({
    dealings: { orders: [...orders, order] },
    clocks: (timers) => [...timers, timer],
    effects,
  });
};

/** 催办: those who can act are told again. How often, the package says. */
export const urge: Operate = ({ situation, source }) => {
  const { actor, matter, seq, command } = situation;
  const hours = source.everyHours ?? URGE_EVERY_HOURS;
  if (matter.urged !== undefined && command.occurredAt < matter.urged.at + hours * HOUR) {
    return no(refuse("operation/urged-lately", { hours }));
  }
  const effects = rolesTold(situation, {
    zh: `${actor.name}催办，请尽快办理`,
    en: `${actor.name} urges you to take it up`,
  });
  return yes({ dealings: { urged: { seq, at: command.occurredAt } }, effects });
};

/** Whoever holds a task is told of it, and everybody with its roles where nobody does. */
function rolesTold({ matter }: Situation, said: { zh: string; en: string }) {
  const waiting = matter.tasks.filter(({ waits }) => waits !== "turn");
  const holders = waiting.flatMap(({ firm, assignee }) =>
    firm === undefined || assignee === null ? [] : [assignee],
  );
  const roles = waiting.flatMap((task) => (task.firm === undefined ? task.roles : []));
  return [
    ...[...new Set(holders)].map((id) => told(id, said)),
    ...(roles.length === 0 ? [] : [told([...new Set(roles)], said)]),
  ];
}
