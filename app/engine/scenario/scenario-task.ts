import type { Case, Task } from "../case";
import type { ScenarioStep } from "./scenario";

/**
 * The task that a step of a story means: in the state `in`, where it names one; the signature `slot`, where it names
 * one; else what is with the person, or else the first that waits for one of their roles.
 */
export function scenarioTask(
  matter: Case,
  source: Pick<ScenarioStep, "by" | "in" | "slot">,
  ask: { roles: readonly string[]; signature: boolean },
): Task | undefined {
  const tasks = matter.tasks.filter(
    ({ path, slot }) =>
      (!ask.signature || slot !== undefined) &&
      (source.in === undefined || path.split(".").at(-1) === source.in) &&
      (source.slot === undefined || slot === source.slot),
  );
  return (
    tasks.find(({ assignee }) => assignee !== null && assignee === source.by) ??
    tasks.find(({ firm, waits, roles }) => !firm && !waits && overlaps(roles, ask.roles)) ??
    tasks.find(({ roles }) => overlaps(roles, ask.roles)) ??
    tasks[0]
  );
}

function overlaps(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.includes(one));
}
