import { isObject, type Json } from "../json";

/** No form of a package is larger: its lists have at most 500 items, its fields lie at most eight groups deep. */
const MAX_DEPTH = 12;
const MAX_ITEMS = 500;
const MAX_NODES = 5_000;

/**
 * True where a form's depth and size are such that it can be judged, and drawn again with what is wrong with it.
 * Looks no deeper than that, so that no bomb can overflow the stack.
 */
export function isBoundedForm(root: Json): boolean {
  let nodes = 0;
  const isBounded = (node: Json, depth: number): boolean => {
    nodes += 1;
    if (depth > MAX_DEPTH || nodes > MAX_NODES) return false;
    if (Array.isArray(node)) {
      return node.length <= MAX_ITEMS && node.every((item) => isBounded(item, depth + 1));
    }
    return !isObject(node) || Object.values(node).every((member) => isBounded(member, depth + 1));
  };
  return isBounded(root, 0);
}
