/** Runs at most `atOnce` works together and lets at most `waiting` more wait; says no to the rest. */
export interface Queue {
  /** The work's value; `"full"` where too many wait already, and then the work is not begun. */
  run<T>(work: () => Promise<T>): Promise<T | "full">;
}

/**
 * Hashing a password takes a thread and much memory; the database needs the same few threads. So
 * a flood of sign-ins must queue here and not there.
 */
export function createQueue(limits: { atOnce: number; waiting: number }): Queue {
  let running = 0;
  const waiting: (() => void)[] = [];

  async function enter(): Promise<void> {
    if (running < limits.atOnce) {
      running += 1;
      return;
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  }

  /** The place passes straight to the next in line, so `running` only falls when nobody waits. */
  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }

  return {
    async run(work) {
      if (running >= limits.atOnce && waiting.length >= limits.waiting) return "full";
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
