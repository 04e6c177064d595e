import { own, type Json } from "../json";
import { pointerTo } from "../json-pointer";
import { findWitness, type Conjunct, type WitnessResult } from "../rules/witness";
import type { DefinitionDocument } from "../workflow-source";
import type { Check, CheckContext } from "./check-context";
import { candidateLists } from "./check-targets";
import { expandFacts } from "./expand-facts";
import { problem, type Problem } from "./problem";
import { scopeShapeOf } from "./scope-paths";
import type { Edge } from "./state-graph";

/** How often rules are worked out for one question; a list of thirty candidates asks some hundreds. */
const TRIES = 3_000;
/** Questions that one package may ask; after that nothing more is analysed. */
const MOST_QUESTIONS = 600;

/**
 * Lists of candidates: one that can never be taken is an error, two that can both be taken is a warning
 * (their order decides), each with a case that shows it. What cannot be told is said to be not analysed.
 */
export const checkGuards: Check = (document, context) => {
  const ask = createAsker(document, context);
  return candidateLists(context.graph).flatMap((list) => checkList(list, document, ask));
};

type Ask = (conjuncts: readonly Conjunct[]) => WitnessResult;

function checkList(list: readonly Edge[], document: DefinitionDocument, ask: Ask): Problem[] {
  const rules = list.map((edge) => own(document.workflow.rules ?? {}, edge.source.guard ?? ""));
  const asConjunct = (index: number, expect: boolean): Conjunct[] => {
    const rule = rules[index];
    return rule === undefined ? [] : [{ logic: rule.when, expect, absent: rule.absent }];
  };
  const problems: Problem[] = [];
  let isOpen = false;
  list.forEach((edge, index) => {
    const rule = edge.source.guard;
    if (rule === undefined || rules[index] === undefined) return;
    const pointer = pointerTo(edge.pointer, "guard");
    const alone = ask(asConjunct(index, true));
    if (!alone.found) {
      if (alone.exhaustive) problems.push(problem("check/guard-never-true", pointer, { rule }));
      else isOpen = true;
      return;
    }
    const earlier = list.slice(0, index).flatMap((_, i) => asConjunct(i, false));
    const inTurn = ask([...asConjunct(index, true), ...earlier]);
    if (!inTurn.found && inTurn.exhaustive) {
      problems.push(problem("check/guard-never-in-turn", pointer, { rule }));
      return;
    }
    if (!inTurn.found) isOpen = true;
    const others: string[] = [];
    let witness = "";
    for (let before = 0; before < index; before += 1) {
      const other = list[before]?.source.guard;
      if (other === undefined || other === rule) continue;
      const both = ask([...asConjunct(before, true), ...asConjunct(index, true)]);
      if (!both.found && !both.exhaustive) isOpen = true;
      if (!both.found) continue;
      if (others.length === 0) witness = show(both.witness);
      others.push(other);
    }
    if (others.length > 0) {
      const params = { rule, others: others.join(", "), witness };
      problems.push(problem("check/guards-overlap", pointer, params));
    }
  });
  const [first] = list;
  if (isOpen && first !== undefined && list.length > 1) {
    const event = first.name === "" ? first.kind : first.name;
    problems.push(problem("check/guards-not-analysed", first.pointer, { event }));
  }
  return problems;
}

/** A case, as an author reads it: each path with its value. */
function show(witness: Record<string, Json>): string {
  return Object.entries(witness)
    .map(([path, value]) => `${path} = ${JSON.stringify(value)}`)
    .join(", ");
}

/**
 * Asks whether rules can come out as wanted. Facts are worked out from the data, so that no case is made
 * up which the data could not have; where that cannot be followed, facts are taken as free, and then only
 * "there is none" is believed.
 */
function createAsker(document: DefinitionDocument, context: CheckContext): Ask {
  const { parameters = {} } = document.workflow;
  const shape = scopeShapeOf({ document, registry: context.registry, others: context.others });
  const domains = (path: string): readonly Json[] | undefined => {
    if (!path.startsWith("params.")) return shape.enumOf(path);
    const parameter = own(parameters, path.slice("params.".length));
    return parameter === undefined ? undefined : [parameter.value];
  };
  let left = MOST_QUESTIONS;
  const search = (conjuncts: readonly Conjunct[]): WitnessResult => {
    left -= 1;
    if (left < 0) return { found: false, exhaustive: false };
    const { operators } = context.registry;
    return findWitness({ conjuncts, operators, domains, typeOf: shape.typeOf, limit: TRIES });
  };
  return (conjuncts) => {
    try {
      const expanded = conjuncts.map((one) => ({
        ...one,
        logic: expandFacts(one.logic, document),
      }));
      const exact = search(expanded);
      const isSame = expanded.every((one, i) => one.logic === conjuncts[i]?.logic);
      if (exact.found || exact.exhaustive || isSame) return exact;
      const free = search(conjuncts);
      return free.found ? { found: false, exhaustive: false } : free;
    } catch {
      return { found: false, exhaustive: false }; // A rule that does not compile is reported by itself.
    }
  };
}
