import { isObject, own, type Json, type JsonObject } from "../json";
import { pointerTo } from "../json-pointer";
import { compileClosed, fillDefaults } from "../plugin/closed-schema";
import type { ActionSource } from "../workflow-source";
import type { Check, CheckContext } from "./check-context";
import { problem, type Problem } from "./problem";
import type { StateGraph } from "./state-graph";
import { isTell, tellNames } from "./tell-names";
import { unknownName } from "./unknown-name";

/** An action with the place where it is ordered. */
export interface PlacedAction {
  action: ActionSource;
  pointer: string;
}

/** Every action that a machine orders: on entry, on exit, on its way. */
export function actionsIn(graph: StateGraph): PlacedAction[] {
  const placed = (list: readonly ActionSource[] | undefined, pointer: string): PlacedAction[] =>
    (list ?? []).map((action, i) => ({ action, pointer: pointerTo(pointer, i) }));
  return [
    ...graph.nodes.flatMap(({ source, pointer }) => [
      ...placed(source.entry, pointerTo(pointer, "entry")),
      ...placed(source.exit, pointerTo(pointer, "exit")),
    ]),
    ...graph.edges.flatMap((edge) =>
      placed(edge.source.actions, pointerTo(edge.pointer, "actions")),
    ),
  ];
}

/** Actions, jobs and tells exist, their parameters fit, and the roles they go to exist. */
export const checkActions: Check = ({ workflow }, context) => [
  ...actionsIn(context.graph).flatMap((placed) =>
    isTell(placed.action.type)
      ? checkTold(placed, tellNames(workflow))
      : checkAction(placed, Object.keys(workflow.jobs ?? {}), context),
  ),
  ...Object.entries(workflow.jobs ?? {}).flatMap(([name, job]) => {
    const at = { pointer: pointerTo("/workflow/jobs", name, "job"), name: job.job };
    return unknownName("check/unknown-job", at, context.registry.jobs.keys());
  }),
];

/** What crosses stands in the link; the action only says when. */
function checkTold({ action, pointer }: PlacedAction, tells: readonly string[]): Problem[] {
  const at = { pointer: pointerTo(pointer, "type"), name: action.type };
  const { params } = action;
  return [
    ...unknownName("check/unknown-tell", at, tells),
    ...(params === undefined
      ? []
      : [problem("check/unknown-key", pointerTo(pointer, "params"), { key: "params" })]),
  ];
}

function checkAction(
  { action, pointer }: PlacedAction,
  jobs: readonly string[],
  { registry, roles }: CheckContext,
): Problem[] {
  const { type, params = {} } = action;
  const at = { pointer: pointerTo(pointer, "type"), name: type };
  if (type.startsWith("job:")) {
    return unknownName("check/unknown-job", { ...at, name: type.slice("job:".length) }, jobs);
  }
  if (/^(xstate|qy)\./.test(type)) {
    return [problem("check/reserved-name", at.pointer, { name: type })];
  }
  const declared = registry.actions.get(type);
  if (declared === undefined) {
    return unknownName("check/unknown-action", at, registry.actions.keys());
  }
  const base = pointerTo(pointer, "params");
  const faults = faultsOf(params, declared.params);
  return [
    ...(faults.length === 0
      ? []
      : [problem("check/action-params", base, { action: type, what: faults.join("; ") })]),
    ...rolesIn(params, base).flatMap((role) =>
      unknownName("check/unknown-role", role, Object.keys(roles)),
    ),
  ];
}

const compiled = new WeakMap<JsonObject, ReturnType<typeof compileClosed>>();

function faultsOf(params: JsonObject, schema: JsonObject): string[] {
  const validate = compiled.get(schema) ?? compileClosed(schema);
  compiled.set(schema, validate);
  if (typeof validate !== "function") return [validate.what];
  const filled = fillDefaults(validate, params);
  return "faults" in filled ? filled.faults.map(({ pointer, what }) => `${pointer} ${what}`) : [];
}

/** `{ "to": { "roles": […] } }` and `{ "to": { "firstOf": [[…], …] } }`: how actions name people. */
function rolesIn(params: JsonObject, pointer: string): { name: string; pointer: string }[] {
  const to = own(params, "to");
  if (!isObject(to)) return [];
  const at = pointerTo(pointer, "to");
  const groups = own(to, "firstOf");
  return [
    ...namesIn(own(to, "roles"), pointerTo(at, "roles")),
    ...(Array.isArray(groups) ? groups : []).flatMap((group: Json, i) =>
      namesIn(group, pointerTo(at, "firstOf", i)),
    ),
  ];
}

function namesIn(list: Json | undefined, pointer: string): { name: string; pointer: string }[] {
  return (Array.isArray(list) ? list : []).flatMap((name, i) =>
    typeof name === "string" ? [{ name, pointer: pointerTo(pointer, i) }] : [],
  );
}
