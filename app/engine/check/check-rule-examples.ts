import { isObject, own, type JsonObject } from "../json";
import { pointerTo } from "../json-pointer";
import type { CompiledLogic } from "../rules/types";
import type { RuleExample, RuleSource } from "../workflow-source";
import type { Check, CheckContext } from "./check-context";
import { compileKnown, exampleScopes } from "./example-scope";
import { problem, type Problem } from "./problem";
import { unknownName } from "./unknown-name";

/** Every rule comes to what its examples say. Facts given directly stand above those worked out. */
export const checkRuleExamples: Check = (document, context) => {
  const { rules = {}, facts = {} } = document.workflow;
  const scopeOf = exampleScopes(document, context.registry);
  return Object.entries(rules).flatMap(([name, rule]) => {
    const logic = compileKnown(rule.when, context.registry);
    if (logic === undefined) return [];
    return (rule.examples ?? []).flatMap((example, i) => {
      const pointer = pointerTo("/workflow/rules", name, "examples", i);
      const scope = scopeOf(example.given);
      const known = [...Object.keys(facts), ...pluginsWithFacts(context)];
      return [
        ...unknownFacts(example, pointer, known),
        ...judge({ rule, logic, example, scope, pointer }),
      ];
    });
  });
};

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
