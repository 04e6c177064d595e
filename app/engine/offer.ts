import { refuseAvoid } from "./avoid";
import type { Actor, Case, GuardRecord } from "./case";
import { refuse } from "./errors";
import { childrenToOpen } from "./links/open-links";
import { refuseLeaving } from "./links/wait";
import { resolveTarget } from "./machine/resolve-target";
import { candidateLists, lineage } from "./machine/state-index";
import { activePaths } from "./machine/state-value";
import { NOBODY, type People } from "./people";
import { assignmentsFor, type Person, type RoleId } from "./person";
import type { Refusal } from "./refusal";
import { buildScope, type Scope } from "./scope";
import { nextAsked, type NextAsked } from "./operations/next-asked";
import { actorOf } from "./operations/authorise-task";
import { asSubstitute, tasksUnder } from "./steps/stand-in";
import { holderOf, refuseEvent } from "./steps/task-holder";
import { recordRule, refuseNothingTaken } from "./steps/decider";
import { refuseUnknown } from "./refuse-unknown";
import type { Instant } from "./time/types";
import { formWrites, readsAny, type Workflow } from "./workflow";
import type { EventMeta } from "./workflow-source";

/** One event of the present state, as it stands for one person. */
export interface Offer {
  event: string;
  path: string;
  meta: EventMeta;
  /** True where one of the person's roles in scope may take it. */
  mine: boolean;
  /** Present where it would be refused as things stand, whatever the form will say. */
  refusal?: Refusal;
  /** Who holds the task that it belongs to, where one person does. */
  holder?: { id: string; name: string };
  /** In whose place the person would take it (代班). */
  standsInFor?: { id: string; name: string };
  /** Whom the step has to name, or may (自选下一步处理人). */
  next?: NextAsked;
}

/**
 * What can be done with a matter now: by this person, and by others. Guards that read nothing of the
 * event's own form are asked in advance, so that the page says beforehand why a step cannot be taken.
 */
export function offersFor(ask: {
  workflow: Workflow;
  matter: Case;
  person: Person;
  /** For whom the person stands in; without it for nobody. */
  people?: People;
  now: Instant;
}): Offer[] {
  const { workflow, matter, person, people = NOBODY, now } = ask;
  if (matter.status !== "open") return [];
  const held = assignmentsFor(person, { place: matter.place.code, owner: matter.owner.id }, now);
  const roles = new Set<RoleId>(held.map((assignment) => assignment.role));
  const innermostFirst = activePaths(matter.state).sort(
    (a, b) => lineage(b).length - lineage(a).length,
  );
  const seen = new Set<string>();
  const offers: Offer[] = [];
  for (const path of [...innermostFirst, ""]) {
    const events = workflow.machine.states.get(path)?.meta?.events ?? {};
    for (const [event, meta] of Object.entries(events)) {
      if (seen.has(event)) continue;
      seen.add(event);
      const role = meta.roles.find((one) => roles.has(one)) ?? null;
      const user: Pick<Actor, "user" | "name" | "role" | "unit"> = {
        user: person.id,
        name: person.name,
        role,
        unit: held[0]?.unit.id ?? null,
      };
      const used = held.find((one) => one.role === role);
      const actor =
        used &&
        asSubstitute(
          { workflow, matter, people },
          { actor: actorOf(person, used), person, tasks: tasksUnder(matter.tasks, path) },
        );
      const taken =
        actor === undefined
          ? null
          : (refuseAvoid(workflow, matter, { path, one: person }) ??
            refuseEvent(matter, { path, meta }, actor));
      const refusal = taken ?? refusedInAdvance({ workflow, matter, path, event, meta, user, now });
      const holder = holderOf(matter, path);
      const next = nextAsked(workflow, { path, event, role });
      offers.push({
        event,
        path,
        meta,
        mine: role !== null,
        ...(refusal === null ? {} : { refusal }),
        ...(holder === undefined ? {} : { holder }),
        ...(next === undefined ? {} : { next }),
        ...(actor?.standsInFor === undefined ? {} : { standsInFor: actor.standsInFor }),
      });
    }
  }
  return offers.sort((a, b) => (a.meta.order ?? 100) - (b.meta.order ?? 100));
}

interface Advance {
  workflow: Workflow;
  matter: Case;
  path: string;
  event: string;
  meta: EventMeta;
  user: Pick<Actor, "user" | "name" | "role" | "unit">;
  now: Instant;
}

/** The refusal that no answer in the form can change, or null. */
function refusedInAdvance(ask: Advance): Refusal | null {
  const { workflow, matter, path, event, meta, user, now } = ask;
  const nothing = refuseNothingToOpen(ask);
  if (nothing !== null) return nothing;
  const source = workflow.machine.states.get(path)?.source;
  const candidates =
    source === undefined ? [] : candidateLists(source).filter((list) => list.event === event);
  const written = formWrites(workflow, meta.form);
  const scope: Scope = buildScope({
    workflow,
    matter,
    data: matter.data,
    user: { id: user.user, name: user.name, role: user.role, unit: user.unit },
    at: now,
    now,
    path,
  });
  const records: GuardRecord[] = [];
  for (const [index, candidate] of candidates.flatMap((list) => list.candidates).entries()) {
    const rule = candidate.guard === undefined ? undefined : workflow.rules.get(candidate.guard);
    const unknown = records.filter((record) => record.truth === "unknown");
    const isTaken = (): Refusal | null =>
      unknown.length > 0
        ? refuseUnknown(workflow.wordFor, unknown)
        : refuseTarget(ask, candidate.target);
    if (rule === undefined) return isTaken();
    if (readsAny(rule, written)) return null;
    const record = recordRule(rule, scope, `${path} ${event} ${candidate.meta?.key ?? index}`);
    if (record.truth === true) return isTaken();
    records.push(record);
  }
  return records.length === 0
    ? refuse("case/no-transition", { event: meta.label })
    : refuseNothingTaken(workflow, records, meta.label);
}

/** A step without a form that opens one matter for each item of a list, where each item has one already. */
function refuseNothingToOpen({ workflow, matter, meta }: Advance): Refusal | null {
  const name = meta.opens ?? "";
  const link = workflow.source.links?.[name];
  if (link?.each === undefined || meta.form !== undefined) return null;
  const { data, links } = matter;
  const isNothing = childrenToOpen(link, { data, children: links[name] ?? [] }).length === 0;
  return isNothing ? refuse("case/nothing-to-open", { title: link.title }) : null;
}

/** Where the target lies outside a state that waits for linked matters: why it cannot be left yet. */
function refuseTarget(
  { workflow, matter, path, event, meta }: Advance,
  target: string | undefined,
): Refusal | null {
  const from = workflow.machine.states.get(path);
  // What a step opens itself may be what is waited for: that is told when it is taken.
  if (target === undefined || from === undefined || meta.opens !== undefined) return null;
  const to = resolveTarget(workflow.machine.states, from, target);
  if (to === undefined) return null;
  const left = pathsLeft(activePaths(matter.state), path, to);
  return refuseLeaving({ workflow, links: matter.links, event }, left);
}

/** What is left for sure on the way from one state to another: the active ones around which it leads. */
function pathsLeft(active: readonly string[], from: string, to: string): string[] {
  const isWithin = (path: string, state: string): boolean =>
    state === "" || path === state || path.startsWith(`${state}.`);
  const around = ["", ...lineage(from).reverse()].filter((state) => isWithin(to, state));
  const domain = around.filter((state) => state !== from || to !== from).at(-1) ?? "";
  return active.filter(
    (path) =>
      path !== domain && isWithin(path, domain) && !isWithin(to, path) && !isWithin(path, to),
  );
}
