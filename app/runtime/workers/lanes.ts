import { SECOND } from "../../engine/time/duration";
import type { Instant } from "../../engine/time/types";
import type { Log } from "../log";

/** What one look at a county's queue came to. */
export interface Swept {
  done: number;
  failed: number;
  /** The queue itself could not be read. */
  broken?: true;
}

/** How a county's lane has gone since the server started. */
export interface LaneRecord extends Omit<Swept, "broken"> {
  /** When its queue was last looked at to the end; null before the first time. */
  lastAt: Instant | null;
  /** Since when it is being worked on; null while it rests. */
  runningSince: Instant | null;
}

/** One lane a county: what fails or hangs in one delays no other. */
export interface Lanes {
  /** Starts every lane that has something to do and does not run; gives whether any that ended did something. */
  round(): Promise<boolean>;
  /** Comes back when no lane runs. */
  idle(): Promise<void>;
  recordOf(county: string): LaneRecord;
}

/** So long a round waits for its lanes; those that take longer go on by themselves, and the next round passes them. */
const PATIENCE = 2 * SECOND;

/** Lanes over one queue. `counties` names those with something due, `sweep` works on one of them. */
export function createLanes(ask: {
  name: string;
  counties: () => Promise<string[]>;
  sweep: (county: string) => Promise<Swept>;
  now: () => Instant;
  log: Pick<Log, "error">;
}): Lanes {
  const running = new Map<string, { since: Instant; ended: Promise<boolean> }>();
  const sums = new Map<string, { done: number; failed: number; lastAt: Instant }>();
  let lookedAt: Instant | null = null;

  async function work(county: string): Promise<boolean> {
    const swept = await ask.sweep(county).catch((error: unknown): Swept => {
      ask.log.error(`worker.${ask.name}`, { error });
      return { done: 0, failed: 0, broken: true };
    });
    const before = sums.get(county) ?? { done: 0, failed: 0 };
    sums.set(county, {
      done: before.done + swept.done,
      failed: before.failed + swept.failed + Number(swept.broken === true),
      lastAt: ask.now(),
    });
    running.delete(county);
    // What failed is tried again later; a queue that cannot even be read waits for the next round.
    return swept.broken !== true && swept.done + swept.failed > 0;
  }

  return {
    async round() {
      const due = await ask.counties();
      const started = due
        .filter((county) => !running.has(county))
        .map((county) => {
          const ended = work(county);
          running.set(county, { since: ask.now(), ended });
          return ended;
        });
      lookedAt = ask.now();
      let worked = false;
      const all = Promise.all(
        started.map(async (ended) => {
          if (await ended) worked = true;
        }),
      );
      await orAfter(all, PATIENCE);
      return worked;
    },

    async idle() {
      while (running.size > 0) await Promise.all([...running.values()].map(({ ended }) => ended));
    },

    recordOf(county) {
      const { done = 0, failed = 0, lastAt = null } = sums.get(county) ?? {};
      const runs = running.get(county);
      // A round that found nothing due in a county has looked at it as well.
      const seenAt = runs === undefined ? lookedAt : lastAt;
      return { done, failed, lastAt: seenAt, runningSince: runs?.since ?? null };
    },
  };
}

/** Waits for the work, but no longer than so many milliseconds. */
async function orAfter(work: Promise<unknown>, patience: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  await Promise.race([work, enough]);
  clearTimeout(timer);
}
