import type { Because } from "./types";

/**
 * The places where a rule could not be worked out although nothing was missing there: an operator that
 * cannot tell of what it was given, a sum that has no result, a rule that grew too large. Each with the
 * paths that it read.
 */
export function undecidedReads(because: Because): string[][] {
  const { truth, op, parts = [] } = because;
  if (truth !== "unknown" || op === "var") return [];
  const open = parts.filter((part) => part.truth === "unknown");
  if (open.length > 0) return open.flatMap(undecidedReads);
  return parts.some(hasGap) ? [] : [[...new Set(pathsRead(because))]];
}

/** A variable that is missing, however deep: its value would have been needed. */
function hasGap({ op, truth, parts = [] }: Because): boolean {
  return (op === "var" && truth === "unknown") || parts.some(hasGap);
}

/** Everything that was read beneath. */
function pathsRead({ op, path, parts = [] }: Because): string[] {
  return op === "var" && path !== undefined ? [path] : parts.flatMap(pathsRead);
}
