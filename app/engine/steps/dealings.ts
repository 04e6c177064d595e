import type { Case, Dealings, Named } from "../case";
import type { CaseDecision } from "../decision/decision";
import { openDecision } from "../decision/open-decision";
import { dealingsOf } from "../fold";
import type { Configuration } from "../machine/configuration";
import { valuesAt } from "../projection/template";
import type { Scope } from "../scope";
import { recordRule } from "./decider";
import type { Situation } from "./situation";

export interface DealingsAsk {
  left: readonly string[];
  arrived: readonly string[];
  active: Configuration;
  status: Case["status"];
  scope: Scope;
  /** Whom the handler chose to act next. */
  chosen: readonly string[];
}

/**
 * The matter's dealings after a step's movements. A decision whose state was left is closed and stays on record; one
 * whose state was entered begins anew, whatever was answered there before. An appointment ends with the entry that it
 * was made for.
 */
export function dealingsAfter(situation: Situation, ask: DealingsAsk): Dealings {
  const { matter } = situation;
  const { active, arrived } = ask;
  const { decisions, appointed } = matter;
  if (decisions === undefined && appointed === undefined && active.decisions.length === 0) {
    return {};
  }
  return dealingsOf({
    decisions: decisionsAfter(situation, ask),
    appointed: Object.fromEntries(
      Object.entries(appointed ?? {}).filter(([path]) => !arrived.includes(path)),
    ),
  });
}

function decisionsAfter(situation: Situation, ask: DealingsAsk): Record<string, CaseDecision> {
  const { left, arrived, active, status } = ask;
  const { seq, matter } = situation;
  const after: Record<string, CaseDecision> = { ...matter.decisions };
  for (const [path, decision] of Object.entries(after)) {
    const isOver = left.includes(path) || status !== "open";
    if (isOver && decision.closed === undefined) after[path] = { ...decision, closed: seq };
  }
  if (status !== "open") return after;
  for (const path of active.decisions) {
    if (arrived.includes(path)) after[path] = opened(situation, path, ask);
  }
  return after;
}

function opened(situation: Situation, path: string, { scope, chosen }: DealingsAsk): CaseDecision {
  const { workflow, people, seq, matter } = situation;
  const source = workflow.machine.states.get(path)?.meta?.decision;
  if (source === undefined) throw new Error(`no decision in ${path}`);
  return openDecision({
    source,
    seq,
    people,
    valuesAt: (at) => valuesAt(scope, at),
    holds(name) {
      const rule = workflow.rules.get(name);
      return rule === undefined ? "unknown" : recordRule(rule, scope, path).truth;
    },
    mustAvoid: () => false,
    chosen: chosen.length > 0 ? chosen : chosenBefore(matter.decisions?.[path]),
    appointed: matter.appointed?.[path] ?? [],
  });
}

/** A decision that begins anew without a handler who chooses asks those again who were chosen the last time. */
function chosenBefore(decision: CaseDecision | undefined): string[] {
  const signers = decision?.signers ?? [];
  return signers.flatMap(({ via, person }) => (via === "chosen" && person ? [person.id] : []));
}

/** Who has been appointed for a state ahead of time. */
export function appointedFor(matter: Case, path: string): readonly Named[] {
  return matter.appointed?.[path] ?? [];
}
