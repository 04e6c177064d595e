import type { StateInfo } from "./state-index";

/** The state that a target means: `#id.child` by id, `.child` from the state itself, anything else from its parent. */
export function resolveTarget(
  states: ReadonlyMap<string, StateInfo>,
  from: StateInfo,
  target: string,
): string | undefined {
  if (target.startsWith("#")) {
    const [id = "", ...below] = target.slice(1).split(".");
    const start = [...states.values()].find(
      (state) => state.source.id === id || state.nodeId === id,
    );
    return start && joined(start.path, below);
  }
  if (target.startsWith(".")) return joined(from.path, target.slice(1).split("."));
  return joined(from.parent ?? "", target.split("."));
}

function joined(path: string, below: readonly string[]): string {
  return [path, ...below].filter((part) => part !== "").join(".");
}
