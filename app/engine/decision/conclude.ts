import type { Finding } from "../steps/settle";
import { no, yes, type Decision, type Situation } from "../steps/situation";
import { comeBack, sendEvent } from "../steps/transit";
import type { CaseDecision, Result } from "./decision";
import { tally } from "./tally";

/** The event that the engine alone sends when a decision is settled. */
export function decidedEvent(state: string, result: Result): string {
  return `decided.${state}.${result}`;
}

/**
 * What becomes of a matter when a decision's signatures have changed: where they settle it, the machine moves by
 * `decided.<state>.pass` or `.fail` in the same step, and so do rules that read the outcome.
 */
export function conclude(
  situation: Situation,
  ask: { path: string; decision: CaseDecision; settled?: CaseDecision["settled"] },
): Decision<Finding> {
  const { workflow, matter, seq } = situation;
  const { path } = ask;
  const state = workflow.machine.states.get(path);
  const source = state?.meta?.decision;
  if (state === undefined || source === undefined) throw new Error(`no decision in ${path}`);
  const result = ask.settled?.result ?? tally(source, ask.decision);
  const settled = ask.settled ?? (result === null ? null : { result, seq });
  const decisions = { ...matter.decisions, [path]: { ...ask.decision, settled } };
  if (settled === null) {
    return yes({ event: null, transit: null, writes: [], guards: [], dealings: { decisions } });
  }
  const informed: Situation = { ...situation, matter: { ...matter, decisions } };
  const event = decidedEvent(state.name, settled.result);
  const sent = sendEvent(informed, {
    event: { is: "event", name: event },
    path,
    data: matter.data,
    label: state.meta?.title ?? { zh: state.name },
  });
  if (!sent.ok) return no(sent.refusal);
  const { transit, guards, data } = sent.value;
  return yes({
    event,
    transit,
    writes: [],
    guards,
    dealings: { decisions },
    ...comeBack(informed, transit, data),
  });
}
