import { isObject, own, type Json } from "../json";
import type { Logic } from "../rules/types";
import type { DefinitionDocument } from "../workflow-source";

/** Operators whose second argument is worked out for each item: names in it belong to the item. */
const EACH: ReadonlySet<string> = new Set(["some", "all", "none", "map", "filter", "reduce"]);
/** Facts may read facts; a circle would never end. */
const MAX_DEPTH = 8;

/**
 * A rule with the package's own facts put in where it reads them, so that it speaks of data alone. The
 * same object where it reads none.
 */
export function expandFacts(logic: Logic, document: DefinitionDocument, depth = 0): Logic {
  const { facts = {} } = document.workflow;
  if (depth > MAX_DEPTH) return logic;
  if (Array.isArray(logic))
    return sameOr(
      logic,
      logic.map((part) => expandFacts(part, document, depth)),
    );
  if (!isObject(logic)) return logic;
  const [operator = ""] = Object.keys(logic);
  const operands = own(logic, operator) ?? null;
  if (operator === "var") {
    const name = /^facts\.([A-Za-z0-9]+)$/.exec(
      String(Array.isArray(operands) ? operands[0] : operands),
    );
    const fact = name === null ? undefined : own(facts, name[1] ?? "");
    return fact === undefined ? logic : expandFacts(fact.value, document, depth + 1);
  }
  if (!Array.isArray(operands)) {
    const inner = expandFacts(operands, document, depth);
    return inner === operands ? logic : { [operator]: inner };
  }
  const expanded = operands.map((part, i) =>
    EACH.has(operator) && i === 1 ? part : expandFacts(part, document, depth),
  );
  const list = sameOr(operands, expanded);
  return list === operands ? logic : { [operator]: list };
}

function sameOr(before: Json[], after: Json[]): Json[] {
  return after.every((part, i) => part === before[i]) ? before : after;
}
