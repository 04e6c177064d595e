import { isObject, type Json } from "../json";

/** No form of a package is larger: its lists have at most 500 items, its fields lie at most eight groups deep. */
const MAX_DEPTH = 12;
const MAX_ITEMS = 500;
const MAX_NODES = 5_000;

/**
 * True where a form's depth and size are such that it can be judged, and drawn again with what is wrong with it.
 * Without recursion: a bomb must not overflow the stack.
 */
export function isBoundedForm(root: Json): boolean {
  let level: Json[] = [root];
  let nodes = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    nodes += level.length;
    if (depth > MAX_DEPTH || nodes > MAX_NODES) return false;
    if (level.some((node) => Array.isArray(node) && node.length > MAX_ITEMS)) return false;
    level = level.flatMap((node) =>
      Array.isArray(node) ? node : isObject(node) ? Object.values(node) : [],
    );
  }
  return true;
}
