import { isObject, own, type Json, type JsonObject } from "../json";
import { pointerTo } from "../json-pointer";
import { compileLogic } from "../rules/compile-logic";
import type { CompiledLogic } from "../rules/types";
import type { DefinitionDocument, RuleExample, RuleSource } from "../workflow-source";
import type { Check, CheckContext } from "./check-context";
import { problem, type Problem } from "./problem";
import { unknownName } from "./unknown-name";

/** Every rule comes to what its examples say. Facts given directly stand above those worked out. */
export const checkRuleExamples: Check = (document, context) => {
  const { rules = {}, facts = {} } = document.workflow;
  const compiled: Facts = new Map(
    Object.entries(facts).flatMap(([name, fact]) => {
      const logic = compile(fact.value, context);
      return logic === undefined ? [] : [[name, logic]];
    }),
  );
  return Object.entries(rules).flatMap(([name, rule]) => {
    const logic = compile(rule.when, context);
    if (logic === undefined) return [];
    return (rule.examples ?? []).flatMap((example, i) => {
      const pointer = pointerTo("/workflow/rules", name, "examples", i);
      const scope = scopeOf(example.given, { document, context, facts: compiled });
      const known = [...Object.keys(facts), ...pluginsWithFacts(context)];
      return [
        ...unknownFacts(example, pointer, known),
        ...judge({ rule, logic, example, scope, pointer }),
      ];
    });
  });
};

type Facts = ReadonlyMap<string, CompiledLogic>;

function judge(ask: {
  rule: RuleSource;
  logic: CompiledLogic;
  example: RuleExample;
  scope: JsonObject;
  pointer: string;
}): Problem[] {
  const { rule, logic, example, scope, pointer } = ask;
  const options = rule.absent === undefined ? {} : { absent: rule.absent };
  const { truth, missing } = logic.evaluate(scope, options);
  if (truth === example.expect) return [];
  const params = {
    expected: String(example.expect),
    found: String(truth),
    missing: missing.join(", ") || "—",
  };
  return [problem("check/example-fails", pointerTo(pointer, "expect"), params)];
}

function unknownFacts(example: RuleExample, pointer: string, known: readonly string[]): Problem[] {
  const facts = own(example.given, "facts");
  return Object.keys(isObject(facts) ? facts : {}).flatMap((name) => {
    const at = { pointer: pointerTo(pointer, "given", "facts", name), name };
    return unknownName("check/unknown-fact", at, known);
  });
}

function pluginsWithFacts({ registry }: CheckContext): string[] {
  return [...registry.facts.keys()].map((fullName) => fullName.split(".")[0] ?? "");
}

/** What a running matter's rules would read, as far as the example says. */
function scopeOf(
  given: JsonObject,
  made: { document: DefinitionDocument; context: CheckContext; facts: Facts },
): JsonObject {
  const { parameters = {} } = made.document.workflow;
  const part = (name: string): JsonObject => {
    const value = own(given, name);
    return isObject(value) ? value : {};
  };
  const defaults = Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]): [string, Json] => [name, parameter.value]),
  );
  const facts: JsonObject = { ...part("facts") };
  const scope: JsonObject = {
    data: part("data"),
    params: { ...defaults, ...part("params") },
    case: part("case"),
    links: part("links"),
    user: part("user"),
    facts,
  };
  // Worked out when first read: facts may read each other.
  for (const [name, logic] of made.facts) {
    if (own(facts, name) !== undefined) continue;
    Object.defineProperty(facts, name, {
      enumerable: true,
      get: () => logic.evaluate(scope).value,
    });
  }
  for (const [fullName, fact] of made.context.registry.facts) {
    const [plugin = "", name = ""] = fullName.split(".");
    const group = own(facts, plugin) ?? {};
    if (!isObject(group) || own(group, name) !== undefined) continue;
    facts[plugin] = group;
    Object.defineProperty(group, name, { enumerable: true, get: () => fact.compute(scope) });
  }
  return scope;
}

function compile(logic: Json, { registry }: CheckContext): CompiledLogic | undefined {
  try {
    return compileLogic(logic, registry.operators);
  } catch {
    return undefined; // Reported where the expression itself is checked.
  }
}
