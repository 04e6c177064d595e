import { isObject, own } from "../json";
import { pointerTo } from "../json-pointer";
import type { Roles } from "./roles";
import type { EventMeta, FormSource } from "../workflow-source";
import type { Check } from "./check-context";
import { problem, type Problem } from "./problem";
import { propertiesOf } from "./schema-fields";
import { kindOfEvent, type StateGraph, type StateNode } from "./state-graph";
import { unknownName } from "./unknown-name";
import { listOf } from "../text";

/**
 * Where a matter waits, somebody acts, or the state says why not; every step has a form or says why not;
 * what is decided is open to a role that may decide alone.
 */
export const checkPeople: Check = (document, { graph, roles }) => [
  ...checkFieldRules(document.workflow.start, "/workflow/start", document.forms),
  ...checkStep({ event: "start", meta: document.workflow.start, roles }, "/workflow/start"),
  ...graph.nodes.flatMap((node) => [
    ...Object.entries(node.source.meta?.events ?? {}).flatMap(([event, meta]) =>
      checkFieldRules(meta, pointerTo(node.pointer, "meta", "events", event), document.forms),
    ),
    ...Object.entries(node.source.meta?.events ?? {}).flatMap(([event, meta]) =>
      checkStep({ event, meta, roles }, pointerTo(node.pointer, "meta", "events", event)),
    ),
    ...checkWaiting(node, graph),
  ]),
];

function checkStep(
  step: { event: string; meta: EventMeta; roles: Roles },
  pointer: string,
): Problem[] {
  const { event, meta, roles } = step;
  const problems: Problem[] = [];
  if (meta.form === undefined && meta.noForm === undefined) {
    problems.push(problem("check/event-without-form", pointer, { event }));
  }
  if (meta.form !== undefined && meta.noForm !== undefined) {
    problems.push(problem("check/form-and-no-form", pointerTo(pointer, "noForm"), { event }));
  }
  const mayDecide = meta.roles.some((role) => own(roles, role)?.decides !== false);
  if (meta.act === "decide" && !mayDecide) {
    const names = listOf(meta.roles.map((role) => own(roles, role)?.title ?? { zh: role }));
    problems.push(problem("check/nobody-may-decide", pointer, { event, roles: names }));
  }
  return problems;
}

/** An atomic state is left by people, by itself at once, or it says what it waits for. */
function checkWaiting(node: StateNode, graph: StateGraph): Problem[] {
  if (node.kind !== "atomic" || node.source.meta?.waits !== undefined) return [];
  if (node.source.always !== undefined || node.source.meta?.decision !== undefined) return [];
  for (let here: StateNode | null = node; here !== null; here = here.parent) {
    const acts = graph
      .edgesFrom(here)
      .some((edge) => edge.kind === "event" && kindOfEvent(edge.name) === "event");
    if (acts) return [];
  }
  return [problem("check/nobody-acts", node.pointer, { state: node.name })];
}

/** What a step does with fields names fields that its form always has. */
function checkFieldRules(
  { form: name, fields = {} }: EventMeta,
  pointer: string,
  forms: Readonly<Record<string, FormSource>>,
): Problem[] {
  const form = name === undefined ? undefined : own(forms, name);
  const known = Object.keys(isObject(form?.schema) ? propertiesOf(form.schema) : {});
  return Object.keys(fields).flatMap((field) =>
    unknownName(
      "check/unknown-field",
      { pointer: pointerTo(pointer, "fields", field), name: field },
      known,
    ),
  );
}
