import type { Instant } from "../../engine/time/types";

/** Counts what comes from one network address within a span of time. */
export interface AttemptLimits {
  /**
   * To be asked before the attempt: milliseconds to wait, or 0. The attempt counts from now on, so that many at
   * once cannot slip through; `takeBack` lets it not have been.
   */
  begin(address: string): number;
  takeBack(address: string): void;
}

/** Addresses kept; the ones not heard of for longest go first. */
const MOST_ADDRESSES = 20_000;

/** At most `most` attempts from one address `within` milliseconds. In memory: strangers must not make the database write. */
export function createAttemptLimits(
  now: () => Instant,
  { most, within }: { most: number; within: number },
): AttemptLimits {
  const attempts = new Map<string, Instant[]>();
  const recent = (address: string): Instant[] =>
    (attempts.get(address) ?? []).filter((at) => at > now() - within);

  function keep(address: string, times: Instant[]): void {
    // Put in again at the end, so that the map is in order of age.
    attempts.delete(address);
    if (times.length > 0) attempts.set(address, times);
    if (attempts.size <= MOST_ADDRESSES) return;
    const oldest = attempts.keys().next();
    if (!oldest.done) attempts.delete(oldest.value);
  }

  return {
    begin(address) {
      const times = recent(address);
      const [first] = times.slice(-most);
      if (times.length >= most && first !== undefined) return first + within - now();
      keep(address, [...times, now()]);
      return 0;
    },
    takeBack(address) {
      keep(address, recent(address).slice(0, -1));
    },
  };
}
