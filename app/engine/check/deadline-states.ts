import { own } from "../json";
import type { DefinitionDocument, UnownedSource } from "../workflow-source";
import type { StateGraph, StateNode } from "./state-graph";

/** A definition and its machine as a graph. */
interface Definition {
  document: DefinitionDocument;
  graph: StateGraph;
}

/** The states whose clock a deadline is: as their task's, as its time to be taken, or as what takes the matter out. */
export function statesWith(name: string, { graph, document }: Definition): StateNode[] {
  const { unowned } = document.workflow;
  return graph.nodes.filter(
    (node) =>
      node.source.meta?.due === name ||
      own(node.source.after ?? {}, name) !== undefined ||
      (unowned?.deadline === name && mayLieUnowned(node, unowned)),
  );
}

/** A state with a task, among those in which a package limits how long it may be nobody's. */
export function mayLieUnowned(node: StateNode, { in: inside, except }: UnownedSource): boolean {
  const names = namesAround(node);
  const acts = node.source.meta?.decision ?? node.source.meta?.events;
  return (
    node.kind === "atomic" &&
    acts !== undefined &&
    (inside === undefined || names.some((one) => inside.includes(one))) &&
    !names.some((one) => except?.includes(one))
  );
}

function namesAround(node: StateNode): string[] {
  return node.parent === null ? [node.name] : [node.name, ...namesAround(node.parent)];
}

/** True where the matter may still be in its state when the deadline has run down. */
export function mayOutlast(name: string, definition: Definition): boolean {
  return statesWith(name, definition).some((node) => {
    if (node.source.meta?.due === name || own(node.source.after ?? {}, name) === undefined) {
      return true;
    }
    const ways = definition.graph
      .edgesFrom(node)
      .filter((edge) => edge.kind === "after" && edge.name === name);
    return ways.some(({ to, source }) => to === undefined || source.guard !== undefined);
  });
}
