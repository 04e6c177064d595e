import {
  commonAncestor,
  isWithin,
  type Edge,
  type StateGraph,
  type StateNode,
} from "./state-graph";

/** Joint states and steps that are looked at; a machine with more is refused (`check/too-many-states`). */
const MAX_CONFIGURATIONS = 5_000;
const MAX_STEPS = 100_000;

/** What is active together at one moment. */
export interface Configuration {
  index: number;
  /** Every active state, those above the leaves included; in document order. */
  active: readonly StateNode[];
  /** States whose `onDone` is due: all below them has just ended. */
  done: readonly StateNode[];
  /** The top-level final state, where the matter has ended. */
  ended: StateNode | null;
  /** True where the matter cannot rest: an unguarded `always` or `onDone` carries on. */
  passing: boolean;
}

/** One possible step between two configurations; `edge` is absent where a guarded `onDone` is not taken. */
export interface Step {
  from: number;
  to: number;
  edge: Edge | undefined;
}

/** Every way a matter can go, guards taken as free, moves and voiding left out. */
export interface ConfigurationGraph {
  /** The start first; the rest in the order of the shortest way to them. */
  all: readonly Configuration[];
  steps: readonly Step[];
  /** False where there were too many to look at. */
  complete: boolean;
}

/**
 * Walks through a machine as XState does: exits, entries with initial states and regions, `always`,
 * `onDone` of compound and of parallel states once all regions have ended. Only guards are not asked.
 */
export function exploreConfigurations(graph: StateGraph): ConfigurationGraph {
  const all: Configuration[] = [];
  const steps: Step[] = [];
  const known = new Map<string, number>();

  const add = (active: ReadonlySet<StateNode>, done: readonly StateNode[]): number => {
    const inOrder = [...active].sort((a, b) => a.order - b.order);
    const key = `${inOrder.map((node) => node.order).join()}|${done.map((node) => node.order).join()}`;
    const index = known.get(key) ?? all.length;
    if (index === all.length) {
      known.set(key, index);
      const ended = inOrder.find((node) => node.kind === "final" && node.parent === graph.root);
      const passing = immediate(graph, inOrder, done).some((edge) => isFree(edge));
      all.push({ index, active: inOrder, done, ended: ended ?? null, passing });
    }
    return index;
  };

  const start = new Set<StateNode>([graph.root]);
  add(start, fill(graph.root, start));
  for (let next = 0; next < all.length; next += 1) {
    const here = all[next];
    if (here === undefined || here.ended !== null) continue;
    for (const edge of edgesOut(graph, here)) {
      const to = edge === undefined ? add(new Set(here.active), []) : take(here, edge, add);
      steps.push({ from: here.index, to, edge });
    }
    if (all.length > MAX_CONFIGURATIONS || steps.length > MAX_STEPS) {
      return { all, steps, complete: false };
    }
  }
  return { all, steps, complete: true };
}

function isFree(edge: Edge): boolean {
  return edge.source.guard === undefined;
}

/** `always` and due `onDone`: they come before any event. */
function immediate(
  graph: StateGraph,
  active: readonly StateNode[],
  done: readonly StateNode[],
): Edge[] {
  return active.flatMap((node) =>
    graph
      .edgesFrom(node)
      .filter((edge) => edge.kind === "always" || (edge.kind === "done" && done.includes(node))),
  );
}

function edgesOut(graph: StateGraph, here: Configuration): (Edge | undefined)[] {
  const first = immediate(graph, here.active, here.done);
  if (here.passing) return first;
  if (here.done.length > 0) return [...first, undefined];
  const rest = here.active.flatMap((node) =>
    graph.edgesFrom(node).filter((edge) => edge.kind !== "always" && edge.kind !== "done"),
  );
  return [...first, ...rest];
}

function take(
  here: Configuration,
  edge: Edge,
  add: (active: ReadonlySet<StateNode>, done: readonly StateNode[]) => number,
): number {
  if (edge.to === undefined) return add(new Set(here.active), []);
  const domain = domainOf(edge, edge.to);
  const active = new Set(here.active.filter((node) => node === domain || !isWithin(node, domain)));
  for (let node: StateNode | null = edge.to; node !== null && node !== domain; node = node.parent) {
    active.add(node);
  }
  const done = fill(domain, active);
  return add(active, [...new Set([...done, ...endedAbove(domain, active)])]);
}

/** The state within which everything is left and entered anew (XState's transition domain). */
function domainOf(edge: Edge, to: StateNode): StateNode {
  if (edge.source.reenter !== true && isWithin(to, edge.from)) return edge.from;
  return commonAncestor(edge.from, to) ?? edge.from;
}

/** Enters what must be active below a state that is; gives the states whose `onDone` is now due. */
function fill(node: StateNode, active: Set<StateNode>): StateNode[] {
  if (node.kind === "atomic" || node.kind === "final") return [];
  const entered =
    node.kind === "parallel"
      ? node.children
      : [node.children.find((child) => active.has(child)) ?? initialOf(node)];
  const due: StateNode[] = [];
  for (const child of entered) {
    if (child === undefined) continue;
    active.add(child);
    due.push(...fill(child, active));
  }
  if (hasEnded(node, active) && node.parent !== null) due.push(node);
  return due;
}

function initialOf(node: StateNode): StateNode | undefined {
  const { initial } = node.source;
  return node.children.find((child) => child.name === initial);
}

function hasEnded(node: StateNode, active: ReadonlySet<StateNode>): boolean {
  if (node.kind === "compound") {
    return node.children.some((child) => child.kind === "final" && active.has(child));
  }
  if (node.kind === "parallel") return node.children.every((child) => hasEnded(child, active));
  return node.kind === "final";
}

/** A region that ends may end the parallel state around it. */
function endedAbove(node: StateNode, active: ReadonlySet<StateNode>): StateNode[] {
  const due: StateNode[] = [];
  for (let here = node; here.parent !== null && hasEnded(here, active); here = here.parent) {
    due.push(here);
  }
  return due;
}
