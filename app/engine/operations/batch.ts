import type { AllowedName } from "./operation-source";

const NAMES: readonly AllowedName[] = [
  ...(["claim", "handOver", "takeOver", "lend", "consult"] as const),
  ...(["copy", "circulate", "comment", "urge", "supervise"] as const),
];

/** Operations that a package may allow on several matters at once: the same people, the same words. */
export const MAY_BATCH: ReadonlySet<string> = new Set(NAMES);

/** At most so many matters at once. */
export const MOST_IN_BATCH = 50;
