import { own } from "../json";
import { pointerTo } from "../json-pointer";
import { walk, type Expression } from "../rules/expression";
import { parseLogic } from "../rules/parse-logic";
import type { DefinitionDocument, RuleSource } from "../workflow-source";
import type { Check, CheckContext } from "./check-context";
import { certainAt, certainFor, type Certain } from "./presence";
import { problem } from "./problem";
import { fieldsOf } from "./schema-fields";

/**
 * A field that a rule reads is required, or has a default, or was asked on every way to where the rule
 * is decided; else the rule says what its absence means.
 */
export const checkAbsence: Check = (document, context) => {
  if (!context.ways.complete) return [];
  const uses = usesOf(document, context);
  return Object.entries(document.workflow.rules ?? {}).flatMap(([name, rule]) => {
    const pointer = pointerTo("/workflow/rules", name);
    const reads = readsOf(rule, context);
    const open = reads.filter((path) => !isSaid(path, rule) && !isInEveryItem(path, document));
    return open
      .filter((path) => (uses.get(name) ?? []).some((certain) => !holds(path, certain)))
      .map((path) => problem("check/absence-not-said", pointer, { path: `data.${path}` }));
  });
};

/**
 * Tells which data paths (`data.amount`) are there wherever a rule is decided, so that it may read them without saying
 * what absence means. Everything is, for a rule that no way asks.
 */
export function certainInRule(
  document: DefinitionDocument,
  context: Pick<CheckContext, "graph" | "ways">,
  rule: string,
): (path: string) => boolean {
  const uses = context.ways.complete ? (usesOf(document, context).get(rule) ?? []) : [];
  return (path) => uses.every((certain) => holds(path.slice("data.".length), certain));
}

/** Where each rule is decided, with what is certain there. */
function usesOf(
  document: DefinitionDocument,
  context: Pick<CheckContext, "graph" | "ways">,
): Map<string, Certain[]> {
  const { ways } = context;
  const certain = certainAt(document, ways);
  const uses = new Map<string, Certain[]>();
  const add = (rule: string | undefined, there: Certain): void => {
    if (rule === undefined) return;
    uses.set(rule, [...(uses.get(rule) ?? []), there]);
  };
  ways.all.forEach((one, i) => {
    const here = certain[i] ?? new Set();
    for (const edge of one.active.flatMap((node) => context.graph.edgesFrom(node))) {
      if (edge.source.guard !== undefined) {
        add(edge.source.guard, certainFor(edge, here, document));
      }
    }
  });
  return uses;
}

/** Data paths that a rule reads without saying on the spot what stands for them. */
function readsOf(rule: RuleSource, { registry }: CheckContext): string[] {
  let expression: Expression;
  try {
    expression = parseLogic(rule.when, registry.operators);
  } catch {
    return []; // Reported where the expression itself is checked.
  }
  const paths = new Set<string>();
  for (const part of walk(expression)) {
    if (part.kind !== "var" || part.fallback !== undefined) continue;
    if (part.path.startsWith("data.")) paths.add(part.path.slice("data.".length));
  }
  return [...paths];
}

function isSaid(path: string, rule: RuleSource): boolean {
  const absent = rule.absent ?? {};
  return prefixesOf(path).some((prefix) => own(absent, `data.${prefix}`) !== undefined);
}

/** Items are there one by one: what every item has is certain wherever the list is. */
function isInEveryItem(path: string, document: DefinitionDocument): boolean {
  const at = path.lastIndexOf("[*]");
  if (at < 0) return false;
  const fields = fieldsOf(document.data, "");
  const inItem = prefixesOf(path).filter((prefix) => prefix.length > at + "[*]".length);
  return inItem.every((prefix) => fields.find((field) => field.path === prefix)?.certain === true);
}

function holds(path: string, certain: Certain): boolean {
  return prefixesOf(path).every((prefix) => prefix.endsWith("]") || certain.has(prefix));
}

/** `a.b[*].c` → a, a.b, a.b[*], a.b[*].c */
function prefixesOf(path: string): string[] {
  const parts = path.replaceAll("[*]", ".[*]").split(".");
  return parts.map((_, i) =>
    parts
      .slice(0, i + 1)
      .join(".")
      .replaceAll(".[*]", "[*]"),
  );
}
