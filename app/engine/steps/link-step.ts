import type { LinkState } from "../case";
import type { LinkCommand } from "../command";
import { refuse } from "../errors";
import type { LinkSource } from "../link-source";
import { findListening } from "../machine/listening";
import type { Workflow } from "../workflow";
import type { Found } from "../step";
import { no, yes, type Decision, type Situation } from "./situation";
import { sendEvent } from "./transit";

/**
 * A linked child reports: where it stands and what crosses is noted, and the parent moves where its present
 * state waits for this: for a state that the child has come to, or for its end.
 */
export function linkStep(situation: Situation, command: LinkCommand): Decision<Found> {
  const { workflow, matter, actor } = situation;
  const found = Object.entries(matter.links).find(([, children]) =>
    children.some((child) => child.id === command.child),
  );
  if (found === undefined) return no(refuse("case/unknown-link", { child: command.child }));
  const [name, children] = found;
  const items = children.find((child) => child.id === command.child)?.items;
  const reported: LinkState = {
    id: command.child,
    ...(command.number === undefined ? {} : { number: command.number }),
    state: command.state,
    end: command.end,
    exported: command.exported,
    ...(items === undefined ? {} : { items }),
  };
  const links = {
    ...matter.links,
    [name]: children.map((child) => (child.id === command.child ? reported : child)),
  };

  const happened = [...(command.arrived ?? []), ...(command.end === null ? [] : [command.end])];
  const listening = findListening(
    workflow.machine,
    matter.state,
    happened.map((what) => `link:${name}.${what}`),
  );
  if (listening === undefined || matter.status !== "open") {
    return yes({
      actor,
      finding: { event: null, transit: null, writes: [], guards: [], links, status: matter.status },
    });
  }
  const informed: Situation = { ...situation, matter: { ...matter, links } };
  const sent = sendEvent(informed, {
    event: { is: "event", name: listening.event },
    path: listening.path,
    data: matter.data,
    label: workflow.source.links?.[name]?.title ?? { zh: name },
  });
  // A guard that says no keeps the parent where it is; what the child reported is kept all the same.
  const moved = sent.ok
    ? { event: listening.event, ...sent.value }
    : { event: null, transit: null, guards: [] };
  return yes({ actor, finding: { writes: [], links, ...moved } });
}

/** The states of a link's children that its parent waits for anywhere, or follows. */
export function statesReported(workflow: Workflow, link: string): ReadonlySet<string> {
  const states = [...workflow.machine.states.values()];
  const events = states.flatMap(({ source }) => Object.keys(source.on ?? {}));
  return statesAwaited({ link, events, source: workflow.source.links?.[link] });
}

/** The same from the events that a machine names anywhere, and what its link follows or counts as finished. */
export function statesAwaited(ask: {
  link: string;
  events: readonly string[];
  source: Pick<LinkSource, "follow" | "waits"> | undefined;
}): ReadonlySet<string> {
  const prefix = `link:${ask.link}.`;
  const awaited = ask.events.filter((event) => event.startsWith(prefix));
  const { follow = [], waits } = ask.source ?? {};
  const states = awaited.map((event) => event.slice(prefix.length));
  return new Set([...states, ...follow, ...(waits?.done ?? [])]);
}
