import type { Case } from "../case";
import { decisionScope } from "../decision/decision-scope";
import { isOpen, isTheirTurn } from "../decision/decision";
import { canonicalJson, own, sameJson, type Json } from "../json";
import type { Workflow } from "../workflow";
import type { ExpectedDecision } from "./scenario";

/** Holds the decisions of a matter against what was expected; every difference is one sentence. */
export function checkDecisions(
  { workflow, matter }: { workflow: Workflow; matter: Case },
  expected: Readonly<Record<string, ExpectedDecision>>,
): string[] {
  return Object.entries(expected).flatMap(([state, { turn, ...counts }]) => {
    const path = workflow.machine.pathOf(state) ?? state;
    const decision = matter.decisions?.[path];
    if (decision === undefined) return [`there is no decision in ${state}`];
    const shown = own(decisionScope(matter.decisions ?? {}, workflow.machine), state) as Record<
      string,
      Json
    >;
    const problems = Object.entries(counts).flatMap(([key, wanted]) =>
      differ(`${state}.${key}`, shown[key] ?? null, wanted),
    );
    const tasks = matter.tasks.filter((task) => task.path === path);
    const next = decision.signers
      .filter(
        (signer) => decision.settled === null && isOpen(signer) && isTheirTurn(signer, decision),
      )
      .map(({ slot, role }) => tasks.find((task) => task.slot === slot)?.assignee ?? role);
    return turn === undefined
      ? problems
      : [...problems, ...differ(`${state}.turn`, next, [...turn])];
  });
}

function differ(what: string, is: Json, wanted: Json): string[] {
  return sameJson(is, wanted)
    ? []
    : [`${what} is ${canonicalJson(is)}, expected ${canonicalJson(wanted)}`];
}
