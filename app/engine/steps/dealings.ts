import { whyAvoid } from "../avoid";
import type { Case, Dealings, Named } from "../case";
import { dealingsOf, hasDealings } from "../dealings";
import type { CaseDecision } from "../decision/decision";
import { openDecision } from "../decision/open-decision";
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
  if (active.decisions.length === 0 && !hasDealings(matter)) return {};
  const { appointed, asked, back, endedWith } = matter;
  return dealingsOf({
    ...matter,
    asked: ask.status === "open" ? asked : undefined,
    back: isActing(situation, ask) ? undefined : back,
    endedWith: ask.status === "open" ? undefined : endedWith,
    decisions: decisionsAfter(situation, ask),
    appointed: Object.fromEntries(
      Object.entries(appointed ?? {}).filter(([path]) => !arrived.includes(path)),
    ),
  });
}

const LOOKING: ReadonlySet<string> = new Set([
  ...["copy", "circulate", "seen", "comment", "reply", "urge", "supervise"],
]);

/** True for a step by which somebody acts: after it nobody takes the one before back. */
function isActing({ command, seq, matter }: Situation, ask: DealingsAsk): boolean {
  if (matter.back?.seq === seq) return false;
  if (command.type === "operation") return !LOOKING.has(command.operation);
  const acts = ["event", "vote", "move", "start"].includes(command.type);
  return acts || ask.arrived.length > 0 || ask.left.length > 0;
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
    mustAvoid: (one) => whyAvoid({ workflow, data: matter.data }, path, one) !== null,
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
