/** Counts failures of single things, so that one that never succeeds is left alone. */
export interface Patience {
  isOver(key: string): boolean;
  /** One more failure; true when that was the last try. */
  failed(key: string): boolean;
  succeeded(key: string): void;
}

/** After so many failures somebody has to look; the next start of the server tries again. */
const MOST_FAILURES = 5;

/** Counts in memory: a restart is a reason to try again. */
export function createPatience(): Patience {
  const failures = new Map<string, number>();
  return {
    isOver: (key) => (failures.get(key) ?? 0) >= MOST_FAILURES,
    failed(key) {
      const count = (failures.get(key) ?? 0) + 1;
      failures.set(key, count);
      return count === MOST_FAILURES;
    },
    succeeded: (key) => void failures.delete(key),
  };
}
