import type { Opening } from "../case";
import type { StartCommand } from "../command";
import { refuse } from "../errors";
import { answerForm } from "../form/answer-form";
import type { Person } from "../person";
import type { Found } from "../step";
import { authorise, checkOccurredAt, toWhereabouts } from "./authorise";
import { createDecider, recordRule, refuseNothingTaken } from "./decider";
import { refuseUnknown } from "../refuse-unknown";
import type { GuardRecord } from "../case";
import type { Scope } from "../scope";
import type { Workflow } from "../workflow";
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

  const acting: Situation = { ...situation, actor: who.value };
  const answered = answerForm({
    workflow,
    form: start.form,
    fields: start.fields,
    entered: command.form,
    data: {},
    seq: situation.seq,
    scope: () => scopeOf(acting, {}),
  });
  if (!answered.ok) return answered;
  const { writes, data } = answered;

  const ready = judgeStart(workflow, scopeOf(acting, data));
  const refusing = ready.filter(({ truth }) => truth !== true);
  if (refusing.length > 0) return no(refuseNothingTaken(workflow, refusing, start.label));
  const decider = createDecider(workflow, scopeOf(acting, data));
  const transit = workflow.machine.start(decider.decide);
  if (decider.skippedUnknown.length > 0)
    return no(refuseUnknown(workflow.wordFor, decider.skippedUnknown));
  return yes({
    actor: who.value,
    finding: {
      event: "start",
      transit,
      writes,
      data,
      guards: [...ready, ...decider.records],
      opening,
    },
  });
}

/** How the rule over the first answers came out; nothing where the package has none. */
function judgeStart({ source, rules }: Workflow, scope: Scope): GuardRecord[] {
  const rule = source.startRule === undefined ? undefined : rules.get(source.startRule);
  return rule === undefined ? [] : [recordRule(rule, scope, "start")];
}
