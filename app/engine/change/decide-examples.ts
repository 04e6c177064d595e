import { exampleScopes, compileKnown } from "../check/example-scope";
import { at, isObject, type Json } from "../json";
import type { Registry } from "../plugin/registry-types";
import { explain, type Clause } from "../rules/explain";
import type { Truth } from "../rules/types";
import { wordFor } from "../scope-words";
import type { Text } from "../text";
import type { DefinitionDocument, RuleExample, RuleSource } from "../workflow-source";
import { sayConstant, wordsOf, type KnownWords } from "./scope-words";

/** One example of a rule as it is decided now. */
export interface DecidedExample {
  example: RuleExample;
  truth: Truth;
  /** True where it comes to what the example says that it should. */
  agrees: boolean;
  /** Which clauses decided, in words. */
  clauses: Clause[];
  /** What the rule read, in words; null where it is not there. */
  values: { path: string; title: Text; value: Text | null }[];
}

/**
 * Decides the examples of a rule over a definition, with the reasons. Pure, and total: a rule that cannot be compiled
 * decides nothing. `registry`: what the package's plugins contribute.
 */
export function decideExamples(
  rule: Pick<RuleSource, "when" | "absent" | "examples">,
  ask: { document: DefinitionDocument; registry: Registry; words: KnownWords },
): DecidedExample[] {
  const { document, registry, words } = ask;
  const logic = compileKnown(rule.when, registry);
  if (logic === undefined) return [];
  const scopeOf = exampleScopes(document, registry);
  const show = (path: string, value: Json): Text =>
    sayConstant(wordsOf(document, path, words), value);
  const naming = { show, labelOf: (path: string) => wordFor(document, registry, path) };
  const read = logic.variables.filter((path) => !path.includes("[*]"));
  return (rule.examples ?? []).map((example): DecidedExample => {
    const scope = scopeOf(example.given);
    const options = rule.absent === undefined ? {} : { absent: rule.absent };
    const { truth, because } = logic.evaluate(scope, options);
    return {
      example,
      truth,
      agrees: truth === example.expect,
      clauses: explain(because, naming),
      values: read.map((path) => {
        const value = at(scope, path);
        const title = wordFor(document, registry, path);
        const isThere = value !== undefined && value !== null;
        return { path, title, value: isThere ? sayRead(value, () => show(path, value)) : null };
      }),
    };
  });
}

/** Of lists of groups only how many: what is in them is told by the clauses about their items. */
function sayRead(value: Json, show: () => Text): Text {
  const isDeep = Array.isArray(value) && value.some((one) => typeof one === "object");
  if (isDeep) return { zh: `${value.length} 项`, en: `${value.length} of them` };
  return isObject(value) ? { zh: "填了", en: "filled in" } : show();
}
