import type { Timer } from "../case";
import type { Finding } from "../steps/settle";
import type { Decision, Situation } from "../steps/situation";
import { conclude } from "./conclude";

/**
 * What the last day of a decision does to it, where the package says so: it comes out as `timeout` says. About a
 * person nothing is approved by the clock, whatever the package says. Null where it does nothing.
 */
export function timeOut(situation: Situation, timer: Timer): Decision<Finding> | null {
  const { workflow, matter, seq } = situation;
  const source = workflow.machine.states.get(timer.path)?.meta?.decision;
  const decision = matter.decisions?.[timer.path];
  if (source?.timeout === undefined || decision?.settled !== null) return null;
  if (source.timeout === "approve" && source.about === "person") return null;
  const result = source.timeout === "approve" ? ("pass" as const) : ("fail" as const);
  const settled = { result, seq, by: "timeout" as const };
  return conclude(situation, { path: timer.path, decision, settled });
}
