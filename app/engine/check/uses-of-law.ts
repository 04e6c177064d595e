import { isObject } from "../json";
import { pointerTo } from "../json-pointer";
import type { Legal, WorkflowSource } from "../workflow-source";
import type { Use } from "./use";

/** The norms that parameters, rules, deadlines, stations and retention classes cite. */
export function usesOfLaw(workflow: WorkflowSource, norms: readonly string[]): Use[] {
  const { parameters, rules, deadlines, retention } = workflow;
  const maps = { parameters, rules, deadlines, retention };
  return [
    ...Object.entries(maps).flatMap(([part, map]) =>
      Object.entries(map ?? {}).flatMap(([name, holder]) =>
        isObject(holder) ? lawOf(holder, pointerTo("/workflow", part, name), norms) : [],
      ),
    ),
    ...(workflow.mustPass ?? []).flatMap((rule, i) =>
      lawOf(rule, pointerTo("/workflow/mustPass", i), norms),
    ),
  ];
}

/** What one holder cites. */
export function lawOf(holder: Legal, pointer: string, norms: readonly string[]): Use[] {
  const at = pointerTo(pointer, "legal");
  return [{ code: "check/unknown-legal", pointer: at, name: holder.legal, known: norms }];
}
