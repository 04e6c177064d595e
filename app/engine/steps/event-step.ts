import type { Actor, Case } from "../case";
import type { EventCommand } from "../command";
import { refuse } from "../errors";
import { answerForm } from "../form/answer-form";
import { refuseAvoid } from "../avoid";
import { refuseHeldItem } from "../links/hold";
import { openLinks } from "../links/open-links";
import { chooseNext } from "../operations/choose-next";
import { mayComeBack } from "../operations/retrieve";
import type { Person } from "../person";
import type { Found } from "../step";
import type { Text } from "../text";
import type { EventMeta } from "../workflow-source";
import { authorise, checkOccurredAt, toWhereabouts } from "./authorise";
import { isReservedEvent } from "./check-command";
import { no, scopeOf, yes, type Decision, type Situation } from "./situation";
import { asSubstitute, refuseInPlace, tasksUnder } from "./stand-in";
import { refuseEvent } from "./task-holder";
import { comeBack, sendEvent } from "./transit";

/** A person's step: one event of the present state, with its form. */
export function eventStep(
  situation: Situation,
  command: EventCommand,
  person: Person,
): Decision<Found> {
  const { workflow, matter, now } = situation;
  const offered = findOffered(situation, command.event);
  if (!offered.ok) return offered;
  const { path, meta } = offered.value;
  const who = authorise({
    person,
    roles: meta.roles,
    matter: toWhereabouts(matter),
    now,
    titles: workflow.roles,
  });
  if (!who.ok) return who;
  const wrongTime = checkOccurredAt(workflow, command, now, matter.lastAt);
  if (wrongTime !== null) return no(wrongTime);
  const one = { id: person.id, name: person.name };
  const tasks = meta.anytime === true ? [] : tasksUnder(matter.tasks, path);
  const actor = asSubstitute(situation, { actor: who.value, person, tasks });
  const held =
    refuseAvoid(workflow, matter, { path, one }) ?? refuseEvent(matter, { path, meta }, actor);
  if (held !== null) return no(held);

  const acting: Situation = { ...situation, actor };
  const answered = answerForm({
    workflow,
    form: meta.form,
    fields: meta.fields,
    entered: command.form,
    data: matter.data,
    seq: situation.seq,
    scope: () => scopeOf(acting, matter.data),
  });
  if (!answered.ok) return answered;

  const { data } = answered;
  const event = { is: "event" as const, name: command.event };
  const send = (as: Situation) => sendEvent(as, { event, path, data, label: meta.label });
  const sent = send(acting);
  if (!sent.ok) return sent;
  const inPlace = refuseInPlace(acting, { path, send });
  // What they may do for themselves as well, they then do for themselves.
  const forThemselves =
    inPlace !== null && mayAlone(person, matter, { path, meta, actor: who.value });
  if (inPlace !== null && !forThemselves) return no(inPlace);
  const doer = forThemselves ? who.value : actor;
  const doing: Situation = { ...acting, actor: doer };
  const { transit, guards } = sent.value;
  const heldItem = refuseHeldItem(doing, { event: command.event, data });
  if (heldItem !== null) return no(heldItem);
  const next = chooseNext(doing, { transit, next: command.next ?? [] });
  if (!next.ok) return next;
  const opened = meta.opens === undefined ? null : openLinks(doing, meta.opens, data);
  if (opened?.ok === false) return opened;
  return yes({
    actor: doer,
    finding: {
      event: command.event,
      transit,
      writes: answered.writes,
      data,
      guards,
      ...opened?.value,
      ...(next.value.length === 0 ? {} : { chosen: next.value }),
      ...mayComeBack(doing, { transit, meta }),
      ...comeBack(doing, transit, data),
    },
  });
}

/** True where nobody else's post and no place of somebody else's is needed for it. */
function mayAlone(
  person: Person,
  matter: Case,
  { actor, ...of }: { path: string; meta: EventMeta; actor: Actor },
): boolean {
  const used = person.assignments.find(({ id }) => id === actor.assignment);
  return used?.standsInFor === undefined && refuseEvent(matter, of, actor) === null;
}

interface Offered {
  path: string;
  meta: EventMeta;
}

/** The event as the present state declares it; refuses unknown, reserved and untimely ones. */
export function findOffered(
  situation: Pick<Situation, "workflow" | "matter">,
  event: string,
): Decision<Offered> {
  const { workflow, matter } = situation;
  if (isReservedEvent(event)) return no(refuse("case/reserved-event", { event }));
  const declared = workflow.machine.declared.get(event);
  if (declared === undefined) return no(refuse("case/unknown-event", { event }));
  if (matter.status !== "open")
    return no(refuse("case/not-open", { status: STATUS_WORDS[matter.status] }));
  const { paths, offers } = workflow.machine.configurationOf(matter.state);
  const offered = offers.get(event);
  if (offered !== undefined) return yes(offered);
  const here = paths
    .map((path) => workflow.machine.states.get(path)?.meta?.title)
    .find((title) => title !== undefined);
  const label = declared.meta?.events?.[event]?.label;
  return no(
    refuse("case/event-not-now", {
      event: label ?? event,
      state: here ?? { zh: "—" },
    }),
  );
}

/** How a matter stands, as people say it. */
export const STATUS_WORDS: Record<Case["status"], Text> = {
  open: { zh: "在办", en: "open" },
  ended: { zh: "办结", en: "closed" },
  withdrawn: { zh: "撤回", en: "withdrawn" },
  void: { zh: "作废", en: "void" },
};
