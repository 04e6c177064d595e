import type { Case, GuardRecord, LinkState } from "../case";
import { refuse } from "../errors";
import { applyWrites } from "../form/write-form";
import type { WaitSource } from "../link-source";
import type { Movement, Transit } from "../machine/machine";
import { findListening } from "../machine/listening";
import { activePaths } from "../machine/state-value";
import type { Refusal } from "../refusal";
import type { Finding } from "../steps/settle";
import type { Situation } from "../steps/situation";
import { sendEvent } from "../steps/transit";
import type { Text } from "../text";
import type { Workflow } from "../workflow";

/** The event that the engine alone sends when a link's wait is over. */
export function finishedEvent(link: string): string {
  return `link:${link}.finished`;
}

/** One link for which states of a package wait. */
interface Wait {
  link: string;
  title: Text;
  source: WaitSource;
  /** Paths of the states that wait. */
  paths: readonly string[];
}

const known = new WeakMap<Workflow, readonly Wait[]>();

/** The waits of a package; found once. */
function waitsOf(workflow: Workflow): readonly Wait[] {
  let waits = known.get(workflow);
  if (waits === undefined) {
    waits = Object.entries(workflow.source.links ?? {}).flatMap(
      ([link, { title, waits: source }]) =>
        source === undefined
          ? []
          : [
              {
                link,
                title,
                source,
                paths: source.in.flatMap((name) => workflow.machine.pathOf(name) ?? []),
              },
            ],
    );
    known.set(workflow, waits);
  }
  return waits;
}

/** True for a child that counts as finished. */
export function isFinished(child: LinkState, { done = [] }: Pick<WaitSource, "done">): boolean {
  return child.end !== null || child.state.split(" ").some((state) => done.includes(state));
}

/** True where there is nothing (more) to wait for. */
export function isOver(children: readonly LinkState[], source: WaitSource): boolean {
  const finished = children.filter((child) => isFinished(child, source)).length;
  return source.for === "all"
    ? finished === children.length
    : children.length === 0 || finished > 0;
}

/**
 * `case/waits-for-linked` where a person's step would lead out of a state that waits for linked matters; names them.
 * Moves, clocks and what the runtime reports lead out all the same.
 */
export function refuseWaiting(situation: Situation, finding: Finding): Refusal | null {
  const { workflow, matter, command } = situation;
  const { transit } = finding;
  if (transit === null || (command.type !== "event" && command.type !== "vote")) return null;
  const links = finding.links ?? matter.links;
  const event = command.type === "event" ? command.event : null;
  if (waitsOf(workflow).length === 0) return null;
  const after = new Set(activePaths(transit.value));
  const left = activePaths(matter.state).filter((path) => !after.has(path));
  return refuseLeaving({ workflow, links, event }, left);
}

/** The same for one step, by the paths of the states that it leaves. */
export function refuseLeaving(
  ask: { workflow: Workflow; links: Case["links"]; event: string | null },
  left: readonly string[],
): Refusal | null {
  const binding = waitsOf(ask.workflow).find(
    (wait) => binds(wait, ask) && wait.paths.some((path) => left.includes(path)),
  );
  return binding === undefined ? null : refuseWait(binding, ask.links);
}

function binds(
  { link, source }: Wait,
  { links, event }: { links: Case["links"]; event: string | null },
): boolean {
  if (event !== null && source.except?.includes(event) === true) return false;
  return !isOver(links[link] ?? [], source);
}

function refuseWait({ link, title, source }: Wait, links: Case["links"]): Refusal {
  const open = (links[link] ?? []).filter((child) => !isFinished(child, source));
  const until: Text =
    source.for === "all"
      ? { zh: "全部办完", en: "all of them are finished" }
      : { zh: "至少一件办完", en: "one of them is finished" };
  const refusal = refuse("case/waits-for-linked", { title, until, open: open.length });
  return { ...refusal, linked: open.map(({ id }) => id) };
}

/** More states than any package has in a row. */
const MOST = 20;

/**
 * Where a state's wait is over, with this step or when the step comes to it, the matter goes on by itself: the engine
 * sends `link:<link>.finished` in the same step. A move comes to a state to do something again there: it stays.
 */
export function goOn(situation: Situation, finding: Finding): Finding {
  const { workflow, matter, command } = situation;
  const waits = waitsOf(workflow);
  if (waits.length === 0 || command.type === "move" || command.type === "operation") return finding;
  const status = finding.status ?? (finding.transit?.done === true ? "ended" : matter.status);
  if (status !== "open") return finding;
  let after = finding;
  for (let round = 0; round < MOST; round += 1) {
    const next = waits.map((wait) => goOnFrom(situation, after, wait)).find((one) => one !== null);
    if (next === undefined || next === null) return after;
    after = next;
    if (after.transit?.done === true) return after;
  }
  return after;
}

function goOnFrom(situation: Situation, finding: Finding, wait: Wait): Finding | null {
  const { workflow, matter } = situation;
  const { link, source, title } = wait;
  const value = finding.transit?.value ?? matter.state;
  const links = finding.links ?? matter.links;
  const children = links[link] ?? [];
  if (children.length === 0 || !isOver(children, source)) return null;
  const active = new Set(activePaths(value));
  const here = wait.paths.filter((path) => active.has(path));
  const came = here.some((path) => hasEntered(finding.transit, path));
  const justOver = !isOver(matter.links[link] ?? [], source);
  if (here.length === 0 || !(came || justOver)) return null;

  const event = finishedEvent(link);
  if (finding.also?.includes(event) === true || finding.event === event) return null;
  const listening = findListening(workflow.machine, value, [event]);
  if (listening === undefined) return null;
  const data = finding.data ?? applyWrites(matter.data, finding.writes);
  const sent = sendEvent(
    { ...situation, matter: { ...matter, state: value, links, ...finding.dealings } },
    { event: { is: "event", name: event }, path: listening.path, data, label: title },
  );
  // A guard that says no keeps the matter where it is, as with any report.
  return sent.ok ? joined(finding, { event, ...sent.value }) : null;
}

function hasEntered(transit: Transit | null, path: string): boolean {
  return transit?.movements.some((one) => one.is === "enter" && one.path === path) === true;
}

/** A step and what followed from it, as one: what the second orders comes after what the first does. */
function joined(
  first: Finding,
  { event, transit, guards }: { event: string; transit: Transit; guards: GuardRecord[] },
): Finding {
  const isAct = (one: Movement): one is Extract<Movement, { is: "act" }> => one.is === "act";
  const acts = transit.movements.filter(isAct);
  const moves = transit.movements.filter((one) => !isAct(one));
  // It was open; whether it still is, the second step says.
  const { status: _open, ...rest } = first;
  return {
    ...rest,
    transit: { ...transit, movements: [...(first.transit?.movements ?? []), ...moves] },
    guards: [...first.guards, ...guards],
    effects: [
      ...(first.effects ?? []),
      ...acts.map(({ type, params }) => ({ action: type, params })),
    ],
    ...(first.event === null ? { event } : { also: [...(first.also ?? []), event] }),
  };
}
