import { pointerTo } from "../json-pointer";
import type { Check, CheckContext } from "./check-context";
import { problem, type Problem } from "./problem";
import type { StateNode } from "./state-graph";
import { unknownName } from "./unknown-name";

/** A task that goes to whoever is on duty can be done by them, and by those to whom it goes where nobody is. */
export const checkAssignees: Check = (_, context) =>
  context.graph.nodes.flatMap((node) => checkAssignee(node, context));

function checkAssignee(node: StateNode, { roles }: CheckContext): Problem[] {
  const rule = node.source.meta?.assignee;
  if (rule === undefined) return [];
  const acting = new Set(actingIn(node));
  return (["onDuty", "fallback"] as const).flatMap((key) => {
    const role = rule[key];
    const at = { pointer: pointerTo(node.pointer, "meta", "assignee", key), name: role };
    const unknown = unknownName("check/unknown-role", at, Object.keys(roles));
    if (unknown.length > 0 || acting.has(role)) return unknown;
    const title = roles[role]?.title.zh ?? role;
    return [problem("check/assignee-cannot-act", at.pointer, { role: title, state: node.name })];
  });
}

/** The roles that act in the state, or in one around it. A state that holds others has no task of its own. */
function actingIn(node: StateNode): string[] {
  const found: string[] = [];
  if (node.kind !== "atomic") return found;
  for (let here: StateNode | null = node; here !== null; here = here.parent) {
    found.push(...Object.values(here.source.meta?.events ?? {}).flatMap((event) => event.roles));
  }
  return found;
}
