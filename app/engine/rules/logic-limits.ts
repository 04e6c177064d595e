import { refusalError } from "../errors";
import { isObject } from "../json";
import type { Logic } from "./types";

export const MAX_DEPTH = 32;
export const MAX_NODES = 2000;

/**
 * Refuses a rule nested deeper than `MAX_DEPTH` operators or lists (`rule/too-deep`) or with more
 * than `MAX_NODES` values in it (`rule/too-large`). Without recursion: JSON parses at a depth of
 * 100,000, where anything recursive breaks.
 */
export function assertLogicFits(logic: Logic): void {
  const open: { value: Logic; depth: number }[] = [{ value: logic, depth: 1 }];
  let nodes = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (depth > MAX_DEPTH) throw refusalError("rule/too-deep", { limit: MAX_DEPTH });
    nodes += 1;
    const inside = Array.isArray(value) ? value : isObject(value) ? operandsOf(value) : [];
    if (nodes + open.length + inside.length > MAX_NODES) {
      throw refusalError("rule/too-large", { limit: MAX_NODES });
    }
    for (const part of inside) open.push({ value: part, depth: depth + 1 });
  }
}

function operandsOf(node: { [operator: string]: Logic }): Logic[] {
  return Object.values(node).flatMap((operands) =>
    Array.isArray(operands) ? operands : [operands],
  );
}
