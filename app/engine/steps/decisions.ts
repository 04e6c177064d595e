import type { Case } from "../case";
import { openDecision } from "../decision/open-decision";
import { valuesAt } from "../projection/template";
import type { Configuration } from "../machine/configuration";
import type { Scope } from "../scope";
import { recordRule } from "./decider";
import type { Situation } from "./situation";

/**
 * The matter's decisions after a step's movements: one of a state that was left is closed and stays on record, one of
 * a state that was entered begins anew, whatever was answered there before. Undefined where there are none.
 */
export function decisionsAfter(
  situation: Situation,
  ask: {
    decisions: Case["decisions"];
    left: readonly string[];
    arrived: readonly string[];
    active: Configuration;
    status: Case["status"];
    scope: Scope;
  },
): Case["decisions"] {
  const { decisions, left, arrived, active, status, scope } = ask;
  if (decisions === undefined && active.decisions.length === 0) return undefined;
  const { seq } = situation;
  const after: NonNullable<Case["decisions"]> = { ...decisions };
  for (const [path, decision] of Object.entries(after)) {
    const isOver = left.includes(path) || status !== "open";
    if (isOver && decision.closed === undefined) after[path] = { ...decision, closed: seq };
  }
  if (status === "open") {
    for (const path of active.decisions) {
      if (!arrived.includes(path)) continue;
      after[path] = opened(situation, path, scope);
    }
  }
  return after;
}

function opened(situation: Situation, path: string, scope: Scope) {
  const { workflow, people, seq } = situation;
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
    chosen: [],
    appointed: [],
  });
}
