import { HOUR, MINUTE } from "../engine/time/duration";

/** After so many tries what waits is parked: somebody has to look. */
export const MOST_TRIES = 5;

/** How long to wait after the first, second, … failed try. */
const WAITS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR];

/** How long to wait after this failed try, counted from 1; undefined after the last. */
export function waitAfter(tries: number): number | undefined {
  return tries < MOST_TRIES ? WAITS[tries - 1] : undefined;
}
