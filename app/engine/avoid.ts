import type { Case } from "./case";
import { refuse } from "./errors";
import type { JsonObject } from "./json";
import { lineage } from "./machine/state-index";
import { valuesAt } from "./projection/template";
import type { Refusal } from "./refusal";
import type { Text } from "./text";
import type { Workflow } from "./workflow";

/** Who keeps out (回避): the people that the data names at these paths, by account or by name. */
export interface AvoidSource {
  paths: string[];
  /** Why, as the one who is refused reads it: 推荐人 · 近亲属. */
  why: Text;
}

/**
 * Why somebody must keep out of a state, or null: a rule of the package, or of the state or one around it, names
 * them. Whoever only has the same name keeps out as well: another can act, and nobody need prove who they are.
 */
export function whyAvoid(
  { workflow, data }: { workflow: Workflow; data: JsonObject },
  path: string,
  one: { id: string; name: string },
): Text | null {
  const ofPackage = workflow.source.avoid ?? [];
  const ofStates = workflow.machine.avoiding
    ? lineage(path).flatMap((at) => workflow.machine.states.get(at)?.meta?.avoid ?? [])
    : [];
  for (const { paths, why } of [...ofPackage, ...ofStates]) {
    const named = paths.flatMap((at) => valuesAt({ data }, at));
    if (named.some((value) => isNamed(value, one))) return why;
  }
  return null;
}

function isNamed(value: unknown, { id, name }: { id: string; name: string }): boolean {
  return typeof value === "string" && (value === id || value.trim() === name);
}

/** `case/must-avoid` where somebody must keep out of a state, else null. */
export function refuseAvoid(
  workflow: Workflow,
  matter: Pick<Case, "data">,
  ask: { path: string; one: { id: string; name: string } },
): Refusal | null {
  const why = whyAvoid({ workflow, data: matter.data }, ask.path, ask.one);
  return why === null ? null : refuse("case/must-avoid", { name: ask.one.name, why });
}
