import type {
  ActionSource,
  Candidates,
  MachineSource,
  StateMeta,
  StateSource,
  TransitionSource,
} from "../workflow-source";

/** One state of a machine, with its place in the tree. The root has the path "". */
export interface StateInfo {
  path: string;
  name: string;
  /** Path of the parent; null for the root. */
  parent: string | null;
  children: string[];
  source: StateSource;
  kind: "atomic" | "compound" | "parallel" | "final";
  meta: StateMeta | undefined;
  /** Id that XState knows it by. */
  nodeId: string;
}

/** One entry of a list of transition candidates. */
export interface CandidateInfo {
  id: string;
  path: string;
  /** Event name; "" for `always`; `after <deadline>`; `onDone`. */
  event: string;
  key: string;
  guard: string | null;
  index: number;
}

/** XState's id of the machine itself: fixed, so that ids never depend on a package's own names. */
export const MACHINE_ID = "m";

export function toCandidates(source: Candidates | undefined): TransitionSource[] {
  if (source === undefined) return [];
  if (typeof source === "string") return [{ target: source }];
  return Array.isArray(source) ? source : [source];
}

/** All states by path, in document order, parents before children. */
export function indexStates(machine: MachineSource): Map<string, StateInfo> {
  const states = new Map<string, StateInfo>();
  const visit = (source: StateSource, path: string, name: string, parent: string | null): void => {
    const names = Object.keys(source.states ?? {});
    const children = names.map((child) => (path === "" ? child : `${path}.${child}`));
    const kind =
      source.type === "final"
        ? "final"
        : source.type === "parallel"
          ? "parallel"
          : names.length
            ? "compound"
            : "atomic";
    const nodeId = source.id ?? (path === "" ? MACHINE_ID : `${MACHINE_ID}.${path}`);
    states.set(path, { path, name, parent, children, source, kind, meta: source.meta, nodeId });
    names.forEach((child, i) => {
      const childSource = source.states?.[child];
      const childPath = children[i];
      if (childSource !== undefined && childPath !== undefined)
        visit(childSource, childPath, child, path);
    });
  };
  visit(machine, "", "", null);
  return states;
}

/** The state itself and everything above it, innermost first, without the root. */
export function lineage(path: string): string[] {
  const parts = path.split(".");
  return parts.map((_, i) => parts.slice(0, parts.length - i).join("."));
}

/** The leaves that XState enters when it enters this state by default. */
export function initialLeaves(states: ReadonlyMap<string, StateInfo>, path: string): string[] {
  const state = states.get(path);
  if (state === undefined || state.kind === "atomic" || state.kind === "final") return [path];
  if (state.kind === "parallel")
    return state.children.flatMap((child) => initialLeaves(states, child));
  const initial = state.source.initial ?? state.children[0]?.split(".").pop() ?? "";
  return initialLeaves(states, path === "" ? initial : `${path}.${initial}`);
}

export function actionsOf(source: StateSource): ActionSource[] {
  const all = [...(source.entry ?? []), ...(source.exit ?? [])];
  for (const candidate of candidateLists(source).flatMap((list) => list.candidates))
    all.push(...(candidate.actions ?? []));
  return all;
}

/** Every list of candidates of a state, each with the event that it answers. */
export function candidateLists(
  source: StateSource,
): { event: string; candidates: TransitionSource[] }[] {
  return [
    ...Object.entries(source.on ?? {}).map(([event, list]) => ({
      event,
      candidates: toCandidates(list),
    })),
    ...Object.entries(source.after ?? {}).map(([name, list]) => ({
      event: `after ${name}`,
      candidates: toCandidates(list),
    })),
    { event: "", candidates: toCandidates(source.always) },
    { event: "onDone", candidates: toCandidates(source.onDone) },
  ].filter((list) => list.candidates.length > 0);
}
