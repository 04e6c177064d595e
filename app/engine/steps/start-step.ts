import type { Opening } from "../case";
import type { StartCommand } from "../command";
import { refuse } from "../errors";
import { applyWrites, parseInto, writeForm } from "../form/write-form";
import type { Person } from "../person";
import type { Found } from "../step";
import { authorise, checkOccurredAt, toWhereabouts } from "./authorise";
import { createDecider, refuseUnknown } from "./decider";
import { no, scopeOf, yes, type Decision, type Situation } from "./situation";

/** Opens a matter: the start form is judged and stored, and the machine enters its first state. */
export function startStep(
  situation: Situation,
  command: StartCommand,
  person: Person,
  opening: Opening | undefined,
): Decision<Found> {
  const { workflow, matter, now } = situation;
  if (opening === undefined) return no(refuse("case/malformed-command", { what: "opening" }));
  const { start } = workflow.source;
  const who = authorise({
    person,
    roles: start.roles,
    matter: toWhereabouts(matter),
    now,
    titles: workflow.roles,
  });
  if (!who.ok) return who;
  const early = checkOccurredAt(workflow, command, now, null);
  if (early !== null) return no(early);

  const form = start.form === undefined ? undefined : workflow.forms.get(start.form);
  const accepted =
    form === undefined ? { ok: true as const, value: {} } : form.accept(command.form);
  if (!accepted.ok) return accepted;
  const written = writeForm({
    into: parseInto(form?.source.into ?? ""),
    value: accepted.value,
    data: {},
    dataSchema: workflow.document.data,
    seq: situation.seq,
  });
  if (!written.ok) return written;

  const acting: Situation = { ...situation, actor: who.value };
  const data = applyWrites({}, written.writes);
  const decider = createDecider(workflow, scopeOf(acting, data));
  const transit = workflow.machine.start(decider.decide);
  if (decider.skippedUnknown.length > 0) return no(refuseUnknown(workflow, decider.skippedUnknown));
  return yes({
    actor: who.value,
    finding: {
      event: "start",
      transit,
      writes: written.writes,
      data,
      guards: decider.records,
      opening,
    },
  });
}
