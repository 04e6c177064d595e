import type { Log } from "../log";

/** Work that comes again and again until it is stopped. */
export interface Loop {
  start(): void;
  /** Looks now instead of at the next interval. */
  wake(): void;
  /** Lets what runs come to its end; nothing begins after that. */
  stop(): Promise<void>;
}

/**
 * Runs `run` every `interval` milliseconds, and at once again while it says that there was something to do. A
 * failure is logged and the loop goes on: one bad row must not silence everything that comes after it.
 */
export function createLoop(ask: {
  name: string;
  interval: number;
  run: () => Promise<boolean>;
  log: Pick<Log, "error">;
}): Loop {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = true;

  function plan(delay: number): void {
    if (timer !== null) clearTimeout(timer);
    timer = stopped ? null : setTimeout(begin, delay);
    timer?.unref();
  }

  function begin(): void {
    again = false;
    running = ask
      .run()
      .catch((error: unknown) => {
        ask.log.error(`worker.${ask.name}`, { error });
        return false;
      })
      .then((more) => {
        running = null;
        plan(more || again ? 0 : ask.interval);
      });
  }

  return {
    start() {
      stopped = false;
      if (running === null) plan(0);
    },
    wake() {
      again = true;
      if (running === null) plan(0);
    },
    async stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await running;
    },
  };
}
