import { isObject, own, type Json, type JsonObject } from "../../app/engine/json";
import { buildScope, type Scope } from "../../app/engine/scope";
import type { Truth } from "../../app/engine/rules/types";
import { instantOf } from "../../app/engine/time/zone";
import type { Rule, Workflow } from "../../app/engine/workflow";
import { owner, place } from "./make-workflow";

const matter = {
  id: "m",
  number: null,
  owner,
  place,
  startedAt: 0,
  startedBy: "u",
  entered: {},
  links: {},
};
const user = { id: "u", name: "杨秀兰", role: null, unit: null };

/** How a rule decides an example: what is given stands, facts that are not given are computed. */
export function decideExample(workflow: Workflow, rule: Rule, given: JsonObject): Truth {
  const at = instantOf("2026-11-23T10:00");
  const scope = buildScope({ workflow, matter, data: part(given, "data"), user, at, now: at });
  const merged: Record<string, Json> = {
    ...scope,
    params: { ...part(scope, "params"), ...part(given, "params") },
    case: { ...part(scope, "case"), ...part(given, "case") },
    links: { ...part(scope, "links"), ...part(given, "links") },
    decisions: { ...part(scope, "decisions"), ...part(given, "decisions") },
    user: { ...part(scope, "user"), ...part(given, "user") },
  };
  merged["facts"] = factsOver(workflow, merged, part(given, "facts"));
  const { absent } = rule.source;
  return rule.logic.evaluate(merged, absent === undefined ? {} : { absent }).truth;
}

function part(whole: JsonObject | Scope, name: string): JsonObject {
  const value = own(whole as JsonObject, name);
  return isObject(value) ? value : {};
}

function factsOver(workflow: Workflow, scope: Scope, given: JsonObject): JsonObject {
  const facts: JsonObject = {};
  for (const [name, fact] of workflow.facts) {
    const get = () => own(given, name) ?? fact.evaluate(scope).value;
    Object.defineProperty(facts, name, { enumerable: true, get });
  }
  return facts;
}
