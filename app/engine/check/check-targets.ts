import { pointerTo } from "../json-pointer";
import type { Check } from "./check-context";
import { problem, type Problem } from "./problem";
import type { Edge, StateGraph } from "./state-graph";
import { unknownName } from "./unknown-name";

/** Targets exist; lists of candidates are keyed, and none stands behind one that always passes. */
export const checkTargets: Check = (_document, { graph }) => [
  ...graph.edges.flatMap((edge) => checkTarget(edge, graph)),
  ...candidateLists(graph).flatMap(checkList),
];

function checkTarget(edge: Edge, graph: StateGraph): Problem[] {
  const { target, actions } = edge.source;
  if (target === undefined) {
    const isIdle = (actions ?? []).length === 0 && edge.kind !== "event";
    return isIdle ? [problem("check/empty-transition", edge.pointer)] : [];
  }
  if (edge.to !== undefined) return [];
  const name = target.replace(/^[#.]/, "").split(".").at(-1) ?? "";
  const elsewhere = graph.named(name);
  if (elsewhere !== undefined) {
    return [problem("check/target-elsewhere", edge.targetPointer, { target, state: name })];
  }
  const known = graph.nodes.slice(1).map((node) => node.name);
  return unknownName("check/unknown-state", { pointer: edge.targetPointer, name }, known);
}

/** The candidates of each list, in order. */
export function candidateLists(graph: StateGraph): Edge[][] {
  const lists = new Map<string, Edge[]>();
  for (const edge of graph.edges) {
    const key = `${edge.from.order} ${edge.kind} ${edge.name}`;
    lists.set(key, [...(lists.get(key) ?? []), edge]);
  }
  return [...lists.values()];
}

function checkList(list: readonly Edge[]): Problem[] {
  if (list.length < 2) return [];
  const keys = new Set<string>();
  return list.flatMap((edge, i) => {
    const problems: Problem[] = [];
    const key = edge.source.meta?.key;
    if (key === undefined) problems.push(problem("check/no-candidate-key", edge.pointer));
    else if (keys.has(key)) {
      const pointer = pointerTo(edge.pointer, "meta", "key");
      problems.push(problem("check/duplicate-candidate-key", pointer, { key }));
    } else keys.add(key);
    if (list.slice(0, i).some((before) => before.source.guard === undefined)) {
      problems.push(problem("check/candidate-never-reached", edge.pointer));
    }
    return problems;
  });
}
