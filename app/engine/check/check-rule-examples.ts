import { isObject, own, type Json, type JsonObject } from "../json";
import { pointerTo } from "../json-pointer";
import { compileLogic } from "../rules/compile-logic";
import type { CompiledLogic } from "../rules/types";
import type { DefinitionDocument, RuleExample, RuleSource } from "../workflow-source";
import type { Check, CheckContext } from "./check-context";
import { problem, type Problem } from "./problem";
import { unknownName } from "./unknown-name";

/** Every rule comes to what its examples say. Facts given directly stand above those worked out. */
export const checkRuleExamples: Check = (document, context) =>
  Object.entries(document.workflow.rules ?? {}).flatMap(([name, rule]) =>
    (rule.examples ?? []).flatMap((example, i) =>
      checkExample(
        { rule, example, pointer: pointerTo("/workflow/rules", name, "examples", i) },
        document,
        context,
      ),
    ),
  );

interface PlacedExample {
  rule: RuleSource;
  example: RuleExample;
  pointer: string;
}

function checkExample(
  { rule, example, pointer }: PlacedExample,
  document: DefinitionDocument,
  context: CheckContext,
): Problem[] {
  const compiled = compile(rule.when, context);
  if (compiled === undefined) return [];
  const scope = scopeOf(example.given, document, context);
  const options = rule.absent === undefined ? {} : { absent: rule.absent };
  const { truth, missing } = compiled.evaluate(scope, options);
  const facts = own(example.given, "facts");
  const known = Object.keys(document.workflow.facts ?? {});
  const plugins = [...context.registry.facts.keys()].map((full) => full.split(".")[0] ?? "");
  const names = Object.keys(isObject(facts) ? facts : {}).flatMap((name) => {
    const at = { pointer: pointerTo(pointer, "given", "facts", name), name };
    return unknownName("check/unknown-fact", at, [...known, ...plugins]);
  });
  if (truth === example.expect) return names;
  const params = {
    expected: String(example.expect),
    found: String(truth),
    missing: missing.join(", ") || "—",
  };
  return [...names, problem("check/example-fails", pointerTo(pointer, "expect"), params)];
}

/** What a running matter's rules would read, as far as the example says. */
function scopeOf(
  given: JsonObject,
  document: DefinitionDocument,
  context: CheckContext,
): JsonObject {
  const { parameters = {}, facts = {} } = document.workflow;
  const part = (name: string): JsonObject => {
    const value = own(given, name);
    return isObject(value) ? value : {};
  };
  const defaults = Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]): [string, Json] => [name, parameter.value]),
  );
  const known: JsonObject = { ...part("facts") };
  const scope: JsonObject = {
    data: part("data"),
    params: { ...defaults, ...part("params") },
    case: part("case"),
    links: part("links"),
    user: part("user"),
    facts: known,
  };
  for (const [name, fact] of Object.entries(facts)) {
    if (own(known, name) !== undefined) continue;
    const compiled = compile(fact.value, context);
    // Worked out when it is first read: facts may read each other.
    Object.defineProperty(known, name, {
      enumerable: true,
      configurable: true,
      get: () => compiled?.evaluate(scope).value,
    });
  }
  for (const [fullName, fact] of context.registry.facts) {
    const [plugin = "", name = ""] = fullName.split(".");
    const group = own(known, plugin) ?? {};
    if (!isObject(group) || own(group, name) !== undefined) continue;
    known[plugin] = group;
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
