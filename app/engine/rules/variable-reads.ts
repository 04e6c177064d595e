import { walk, type Expression } from "./expression";

/** Every path that an expression can read, in the order written, without repeats. */
export function pathsOf(expression: Expression): string[] {
  const paths = new Set<string>();
  for (const part of walk(expression)) {
    if (part.kind === "var") paths.add(part.path);
    if (part.kind === "missing") for (const key of part.keys) paths.add(key.path);
  }
  return [...paths];
}
