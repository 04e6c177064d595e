import { isObject, own, type Json, type JsonObject } from "../json";
import type { Registry } from "../plugin/registry-types";
import { compileLogic } from "../rules/compile-logic";
import type { CompiledLogic, Logic } from "../rules/types";
import type { DefinitionDocument } from "../workflow-source";

/**
 * Gives, for what an example says, the scope that a running matter's rules would read. Facts given directly stand above
 * those worked out; parameters that are not given have the document's values. `registry`: what its plugins contribute.
 */
export function exampleScopes(
  document: DefinitionDocument,
  registry: Registry,
): (given: JsonObject) => JsonObject {
  const { parameters = {}, facts = {} } = document.workflow;
  const compiled = Object.entries(facts).flatMap(([name, fact]): [string, CompiledLogic][] => {
    const logic = compileKnown(fact.value, registry);
    return logic === undefined ? [] : [[name, logic]];
  });
  const defaults = Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]): [string, Json] => [name, parameter.value]),
  );
  return (given) => {
    const part = (name: string): JsonObject => {
      const value = own(given, name);
      return isObject(value) ? value : {};
    };
    const scope: JsonObject = {
      data: part("data"),
      params: { ...defaults, ...part("params") },
      case: part("case"),
      links: part("links"),
      decisions: part("decisions"),
      user: part("user"),
      facts: { ...part("facts") },
    };
    addOwnFacts(scope, compiled);
    addPluginFacts(scope, registry);
    return scope;
  };
}

/** Worked out when first read: facts may read each other. */
function addOwnFacts(scope: JsonObject, compiled: readonly [string, CompiledLogic][]): void {
  const facts = scope["facts"] as JsonObject;
  for (const [name, logic] of compiled) {
    if (own(facts, name) !== undefined) continue;
    Object.defineProperty(facts, name, {
      enumerable: true,
      get: () => logic.evaluate(scope).value,
    });
  }
}

function addPluginFacts(scope: JsonObject, registry: Registry): void {
  const facts = scope["facts"] as JsonObject;
  for (const [fullName, fact] of registry.facts) {
    const [plugin = "", name = ""] = fullName.split(".");
    const group = own(facts, plugin) ?? {};
    if (!isObject(group) || own(group, name) !== undefined) continue;
    // A copy: what the example says stays as it was written.
    const all = (facts[plugin] = Object.defineProperties(
      {},
      Object.getOwnPropertyDescriptors(group),
    ));
    Object.defineProperty(all, name, { enumerable: true, get: () => fact.compute(scope) });
  }
}

/** A rule or fact made ready; undefined where it cannot be, which is reported where the expression itself is checked. */
export function compileKnown(logic: Logic, registry: Registry): CompiledLogic | undefined {
  try {
    return compileLogic(logic, registry.operators);
  } catch {
    return undefined;
  }
}
