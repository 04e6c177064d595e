import { own } from "../json";
import type { CheckContext } from "./check-context";
import type { StateNode } from "./state-graph";

/** The states whose clock a deadline is: as their task's, or as what takes the matter out of them. */
export function statesWith(name: string, { graph }: Pick<CheckContext, "graph">): StateNode[] {
  return graph.nodes.filter(
    ({ source }) => source.meta?.due === name || own(source.after ?? {}, name) !== undefined,
  );
}

/** True where the matter may still be in its state when the deadline has run down. */
export function mayOutlast(name: string, context: Pick<CheckContext, "graph">): boolean {
  return statesWith(name, context).some((node) => {
    if (node.source.meta?.due === name) return true;
    const ways = context.graph
      .edgesFrom(node)
      .filter((edge) => edge.kind === "after" && edge.name === name);
    return ways.some(({ to, source }) => to === undefined || source.guard !== undefined);
  });
}
