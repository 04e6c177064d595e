import type { Timer } from "../case";
import type { Dealings, Order } from "../dealings";
import { refuse } from "../errors";
import type { Refusal } from "../refusal";
import { HOUR, DAY } from "../time/duration";
import type { Instant } from "../time/types";
import { dayOf, isDay, showMoment, startOfDay } from "../time/zone";
import { no, yes, type Situation } from "../steps/situation";
import type { Operate } from "./operate";
import type { OperationSource } from "./operation-source";
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
  const tooSoon = refuseUrge(matter, source, command.occurredAt);
  if (tooSoon !== null) return no(tooSoon);
  const effects = rolesTold(situation, {
    zh: `${actor.name}催办，请尽快办理`,
    en: `${actor.name} urges you to take it up`,
  });
  const times = (matter.urged?.times ?? (matter.urged === undefined ? 0 : 1)) + 1;
  const urged = { seq, at: command.occurredAt, ...(times === 1 ? {} : { times }) };
  return yes({ dealings: { urged }, effects });
};

/** `operation/urged-lately`, with the moment from which it may be urged again, or null. */
export function refuseUrge(
  { urged }: Pick<Dealings, "urged">,
  { everyHours: hours = URGE_EVERY_HOURS }: Pick<OperationSource, "everyHours">,
  at: Instant,
): Refusal | null {
  const again = urged === undefined ? at : urged.at + hours * HOUR;
  if (at >= again) return null;
  const when = { zh: showMoment(again, "zh"), en: showMoment(again, "en") };
  return refuse("operation/urged-lately", { hours, when });
}

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
