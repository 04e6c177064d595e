import { HOUR, MINUTE, SECOND } from "../../engine/time/duration";
import { createCalendarWorker, type CalendarWorkerParts } from "./calendar-worker";
import { createJobs, type Jobs, type JobsParts } from "./jobs";
import type { Lanes } from "./lanes";
import { createLinkWorker, type LinkWorkerParts } from "./link-worker";
import { createLoop } from "./loop";
import { createOutboxWorker, type OutboxWorkerParts } from "./outbox-worker";
import { createTimerWorker } from "./timer-worker";

/** Everything that happens without anybody asking: clocks, effects, jobs, reports of linked matters, new calendars. */
export interface Workers {
  jobs: Jobs;
  /** How the lanes of the counties have gone. */
  lanes: { timers: Lanes; effects: Lanes };
  start(): void;
  /** Something was stored that they may have to do with. */
  wake(): void;
  /** Does all that is due as of the clock and returns when nothing is left. For tests and the demo. */
  runDue(): Promise<void>;
  /** Comes back when nothing runs any more. */
  stop(): Promise<void>;
}

export type WorkersParts = JobsParts &
  LinkWorkerParts &
  CalendarWorkerParts &
  Omit<OutboxWorkerParts, "jobs" | "stopping">;

/** Deadlines end with days and hours, and reminders go out at eight: a quarter of a minute is prompt. */
const TIMERS = 15 * SECOND;
const EFFECTS = 5 * SECOND;
const LINKS = MINUTE;
/** A calendar comes with a restart; what is found later was put back by a return. */
const CALENDAR = HOUR;

/** The workers of one server; there is one server for a data folder. */
export function createWorkers(parts: WorkersParts): Workers {
  const { log } = parts;
  const stopping = new AbortController();
  const jobs = createJobs(parts);
  const timers = createTimerWorker(parts);
  const effects = createOutboxWorker({ ...parts, jobs, stopping: stopping.signal });
  const links = createLinkWorker(parts);
  const calendar = createCalendarWorker(parts);
  const loops = [
    createLoop({ name: "timers", interval: TIMERS, run: timers.round, log }),
    createLoop({ name: "effects", interval: EFFECTS, run: effects.round, log }),
    createLoop({ name: "links", interval: LINKS, run: links, log }),
    createLoop({ name: "calendar", interval: CALENDAR, run: calendar, log }),
  ];
  let isStarted = false;

  return {
    jobs,
    lanes: { timers, effects },
    start() {
      isStarted = true;
      for (const loop of loops) loop.start();
    },
    wake() {
      if (isStarted) for (const loop of loops) loop.wake();
    },
    async runDue() {
      // A timer orders effects, a job's result starts a clock: until a whole round finds nothing.
      for (let busy = true; busy;) {
        const found = [
          await calendar(),
          await settled(timers),
          await links(),
          await settled(effects),
        ];
        await jobs.idle();
        busy = found.includes(true);
      }
    },
    async stop() {
      isStarted = false;
      stopping.abort();
      await Promise.all(loops.map((loop) => loop.stop()));
      await Promise.all([timers.idle(), effects.idle()]);
      await jobs.stop();
    },
  };
}

/** One round of every county to its end; gives whether anything was done. */
async function settled(lanes: Lanes): Promise<boolean> {
  const worked = await lanes.round();
  await lanes.idle();
  return worked;
}
