import { pointerTo } from "../json-pointer";
import { toCandidates } from "../machine/state-index";
import type { Candidates, MachineSource, StateSource, TransitionSource } from "../workflow-source";

/** One state of a machine, in its tree. */
export interface StateNode {
  /** Dotted path; "" is the machine itself. */
  path: string;
  name: string;
  /** Where it stands in the definition document. */
  pointer: string;
  source: StateSource;
  kind: "atomic" | "compound" | "parallel" | "final";
  parent: StateNode | null;
  children: StateNode[];
  /** Place in document order, parents before children. */
  order: number;
}

/**
 * `event`: a person sends it; `link`, `told`, `job`: the runtime does; `decided`: the engine, when people have
 * decided together; `done`: all below has ended.
 */
export type EdgeKind = "event" | "link" | "told" | "job" | "decided" | "after" | "always" | "done";

/** One candidate of a transition. */
export interface Edge {
  from: StateNode;
  /** Absent where nothing is targeted (the state stays), or where the target does not exist. */
  to: StateNode | undefined;
  kind: EdgeKind;
  /** The event or the deadline; "" for `always` and `onDone`. */
  name: string;
  /** Place in the list of candidates; 0 where it stands alone. */
  index: number;
  source: TransitionSource;
  pointer: string;
  /** Where its target is written. */
  targetPointer: string;
}

export interface StateGraph {
  root: StateNode;
  /** In document order, the root first. */
  nodes: readonly StateNode[];
  edges: readonly Edge[];
  /** A state by its name: names are unique in a machine (the first, where they are not). */
  named(name: string): StateNode | undefined;
  edgesFrom(node: StateNode): readonly Edge[];
}

/** The states of a machine and every candidate between them. Targets resolve as XState resolves them. */
export function buildStateGraph(machine: MachineSource, pointer = "/workflow/machine"): StateGraph {
  const nodes: StateNode[] = [];
  const visit = (source: StateSource, name: string, at: string, parent: StateNode | null) => {
    const path = parent === null || parent.path === "" ? name : `${parent.path}.${name}`;
    const node: StateNode = {
      ...{ path, name, pointer: at, source, kind: kindOf(source), parent, children: [] },
      order: nodes.length,
    };
    nodes.push(node);
    for (const [child, inner] of Object.entries(source.states ?? {})) {
      node.children.push(visit(inner, child, pointerTo(at, "states", child), node));
    }
    return node;
  };
  const root = visit(machine, "", pointer, null);

  const byId = new Map<string, StateNode>();
  const byName = new Map<string, StateNode>();
  for (const node of nodes) {
    if (node.source.id !== undefined && !byId.has(node.source.id)) byId.set(node.source.id, node);
    if (node.parent !== null && !byName.has(node.name)) byName.set(node.name, node);
  }
  const edges = nodes.flatMap((node) => edgesOf(node, byId));
  const from = new Map<StateNode, Edge[]>(nodes.map((node) => [node, []]));
  for (const edge of edges) from.get(edge.from)?.push(edge);
  return {
    ...{ root, nodes, edges },
    named: (name) => byName.get(name),
    edgesFrom: (node) => from.get(node) ?? [],
  };
}

/** True for the state itself and for everything below it. */
export function isWithin(node: StateNode, ancestor: StateNode): boolean {
  for (let here: StateNode | null = node; here !== null; here = here.parent) {
    if (here === ancestor) return true;
  }
  return false;
}

/** The innermost state that both lie strictly below; the root above all. */
export function commonAncestor(a: StateNode, b: StateNode): StateNode | null {
  let here = a.parent;
  while (here !== null && (here === b || !isWithin(b, here))) here = here.parent;
  return here;
}

function kindOf(source: StateSource): StateNode["kind"] {
  if (source.type !== undefined) return source.type;
  return Object.keys(source.states ?? {}).length > 0 ? "compound" : "atomic";
}

/** What sort of event a name in `on` is. */
export function kindOfEvent(name: string): "event" | "link" | "told" | "job" | "decided" {
  if (name.startsWith("decided.")) return "decided";
  if (name.startsWith("link:")) return "link";
  if (name.startsWith("parent:")) return "told";
  return name.startsWith("job:") ? "job" : "event";
}

function edgesOf(node: StateNode, byId: ReadonlyMap<string, StateNode>): Edge[] {
  const { source, pointer } = node;
  const list = (kind: EdgeKind, name: string, at: string, written: Candidates | undefined) =>
    candidatesOf(written, at).map((candidate, index): Edge => {
      const { target } = candidate.source;
      const to = target === undefined ? undefined : resolveTarget(node, target, byId);
      return { from: node, to, kind, name, index, ...candidate };
    });
  return [
    ...Object.entries(source.on ?? {}).flatMap(([name, written]) =>
      list(kindOfEvent(name), name, pointerTo(pointer, "on", name), written),
    ),
    ...Object.entries(source.after ?? {}).flatMap(([name, written]) =>
      list("after", name, pointerTo(pointer, "after", name), written),
    ),
    ...list("always", "", pointerTo(pointer, "always"), source.always),
    ...list("done", "", pointerTo(pointer, "onDone"), source.onDone),
  ];
}

function candidatesOf(
  written: Candidates | undefined,
  pointer: string,
): Pick<Edge, "source" | "pointer" | "targetPointer">[] {
  return toCandidates(written).map((source, i) => {
    const here = Array.isArray(written) ? pointerTo(pointer, i) : pointer;
    const targetPointer = typeof written === "string" ? here : pointerTo(here, "target");
    return { source, pointer: here, targetPointer };
  });
}

/** `#id.child` by id, `.child` from the state itself, anything else from its parent. */
function resolveTarget(
  node: StateNode,
  target: string,
  byId: ReadonlyMap<string, StateNode>,
): StateNode | undefined {
  if (target.startsWith("#")) {
    const [id = "", ...below] = target.slice(1).split(".");
    return descend(byId.get(id), below);
  }
  if (target.startsWith(".")) return descend(node, target.slice(1).split("."));
  return descend(node.parent ?? undefined, target.split("."));
}

function descend(start: StateNode | undefined, names: readonly string[]): StateNode | undefined {
  return names.reduce<StateNode | undefined>(
    (here, name) => here?.children.find((child) => child.name === name),
    start,
  );
}
