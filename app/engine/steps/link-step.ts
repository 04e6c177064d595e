import type { LinkState } from "../case";
import type { LinkCommand } from "../command";
import { refuse } from "../errors";
import { candidateLists } from "../machine/state-index";
import { activePaths } from "../machine/state-value";
import type { Found } from "../step";
import { no, yes, type Decision, type Situation } from "./situation";
import { sendEvent } from "./transit";

/** A linked child reports: its state is noted, and the parent moves where its present state waits for this. */
export function linkStep(situation: Situation, command: LinkCommand): Decision<Found> {
  const { workflow, matter, actor } = situation;
  const found = Object.entries(matter.links).find(([, children]) =>
    children.some((child) => child.id === command.child),
  );
  if (found === undefined) return no(refuse("case/unknown-link", { child: command.child }));
  const [name, children] = found;
  const reported: LinkState = {
    id: command.child,
    state: command.state,
    end: command.end,
    exported: command.exported,
  };
  const links = {
    ...matter.links,
    [name]: children.map((child) => (child.id === command.child ? reported : child)),
  };

  const event = command.end === null ? null : `link:${name}.${command.end}`;
  const path = activePaths(matter.state).find((state) => listens(situation, state, event));
  if (event === null || path === undefined || matter.status !== "open") {
    return yes({
      actor,
      finding: { event: null, transit: null, writes: [], guards: [], links, status: matter.status },
    });
  }
  const informed: Situation = { ...situation, matter: { ...matter, links } };
  const label = workflow.source.links?.[name]?.title.zh ?? name;
  const sent = sendEvent(informed, {
    event: { is: "event", name: event },
    path,
    writes: [],
    label,
  });
  // A guard that says no keeps the parent where it is; what the child reported is kept all the same.
  const moved = sent.ok ? sent.value : { transit: null, guards: [] };
  return yes({ actor, finding: { event: null, writes: [], links, ...moved } });
}

function listens(situation: Situation, path: string, event: string | null): boolean {
  const source = situation.workflow.machine.states.get(path)?.source;
  return source !== undefined && candidateLists(source).some((list) => list.event === event);
}
