import type { StateValue } from "../case";

/** Leaves of a state value as dotted paths, in document order. */
export function leavesOf(value: StateValue): string[] {
  if (typeof value === "string") return [value];
  return Object.entries(value).flatMap(([region, inner]) => {
    const below = leavesOf(inner);
    return below.length === 0 || (below.length === 1 && below[0] === "")
      ? [region]
      : below.map((leaf) => `${region}.${leaf}`);
  });
}

/** Every active state path of a value: the leaves and all states above them. */
export function activePaths(value: StateValue): string[] {
  const paths = new Set<string>();
  for (const leaf of leavesOf(value)) {
    const parts = leaf.split(".");
    for (let i = 1; i <= parts.length; i += 1) paths.add(parts.slice(0, i).join("."));
  }
  return [...paths];
}
