import type { Json } from "../json";
import { walk, type CallExpression, type Expression } from "../rules/expression";
import { parseLogic } from "../rules/parse-logic";
import { statesAwaited } from "../steps/link-step";
import type { Check, CheckContext } from "./check-context";
import { logicOf, type PlacedLogic } from "./check-rules";
import { tellConditions } from "./check-tells";
import { problem, type Problem } from "./problem";
import { buildStateGraph } from "./state-graph";

/**
 * A matter knows of its linked ones where they ended, and of other states only those that it waits for or follows. An
 * expression that asks whether a linked matter is in any other state is about what is not told: `check/state-not-reported`.
 */
export const checkLinkStates: Check = (document, context) => {
  const places = [...logicOf(document), ...tellConditions(document)];
  const events = context.graph.nodes.flatMap(({ source }) => Object.keys(source.on ?? {}));
  return Object.entries(document.workflow.links ?? {}).flatMap(([link, source]) => {
    const child = context.others.get(source.package);
    // A package that is not there, or broken, is reported where links are checked.
    if (child === undefined) return [];
    const reported = statesAwaited({ link, events, source });
    const silent = buildStateGraph(child.workflow.machine)
      .nodes.slice(1)
      .filter(({ kind, name }) => kind !== "final" && !reported.has(name))
      .map(({ name }) => name);
    return places.flatMap((placed) => checkPlace(placed, { link, silent }, context));
  });
};

function checkPlace(
  { logic, pointer }: PlacedLogic,
  { link, silent }: { link: string; silent: readonly string[] },
  { registry }: CheckContext,
): Problem[] {
  const path = `links.${link}[*].state`;
  return [...new Set(statesCompared(parse(logic, registry), path))]
    .filter((state) => silent.includes(state))
    .map((state) => problem("check/state-not-reported", pointer, { link, state }));
}

/** What cannot be read is reported where expressions are checked. */
function parse(logic: PlacedLogic["logic"], registry: CheckContext["registry"]): Expression[] {
  try {
    return [...walk(parseLogic(logic, registry.operators))];
  } catch {
    return [];
  }
}

const COMPARES: ReadonlySet<string> = new Set(["==", "===", "!=", "!==", "in"]);

/** The texts that a path is compared with, one by one or as a list. */
function statesCompared(parts: readonly Expression[], path: string): string[] {
  return parts
    .filter((part): part is CallExpression => part.kind === "call" && COMPARES.has(part.op))
    .filter(({ args }) => args.some((arg) => arg.kind === "var" && arg.path === path))
    .flatMap(({ args }) => args.flatMap((arg) => (arg.kind === "value" ? textsOf(arg.value) : [])));
}

function textsOf(value: Json): string[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "string");
}
