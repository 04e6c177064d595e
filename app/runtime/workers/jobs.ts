import type { Json } from "../../engine/json";
import { MINUTE } from "../../engine/time/duration";
import type { Instant } from "../../engine/time/types";
import type { Workflow } from "../../engine/workflow";
import type { Database } from "../../storage/database";
import { extendEffect, failEffect, finishEffect, type ClaimedEffect } from "../../storage/outbox";
import type { CaseService } from "../cases/case-service";
import type { Log } from "../log";
import type { PlatformOrders } from "../models/platform-orders";
import { createLinearSolver } from "../solver/highs-solver";
import { pluginOptions } from "./plugin-options";
import { untilAborted } from "./until-aborted";

/** Long works of plugins. Each result, or the last failure, comes back to its matter as a command. */
export interface Jobs {
  /** Begins a claimed job and returns at once. */
  begin(effect: ClaimedEffect, workflow: Workflow): void;
  /** How far a running job has come, 0 to 1; undefined where it does not run. */
  progressOf(effect: string): number | undefined;
  /** Stops a running job for good: its matter is told that it failed. */
  cancel(effect: string): void;
  /** Resolves when no job runs any more. */
  idle(): Promise<void>;
  /** Interrupts what runs; it begins anew after the next start. */
  stop(): Promise<void>;
}

export interface JobsParts {
  database: Database;
  cases: Pick<CaseService, "system">;
  now: () => Instant;
  orders: PlatformOrders;
  log: Pick<Log, "warn" | "error">;
}

interface Running {
  abort: AbortController;
  progress: number;
  cancelled: boolean;
  done: Promise<void>;
}

const LEASE = 2 * MINUTE;

/** Runs jobs beside each other; the outbox keeps what was ordered. */
export function createJobs(parts: JobsParts): Jobs {
  const { database, cases, now, log } = parts;
  const running = new Map<string, Running>();
  let stopping = false;

  async function run(effect: ClaimedEffect, workflow: Workflow, here: Running): Promise<void> {
    const { id } = effect;
    // A claim runs out; while the job works it is held, so that nobody begins it a second time.
    const hold = setInterval(() => {
      extendEffect(database, id, now() + LEASE).catch((error: unknown) =>
        log.error("job.hold", { error }),
      );
    }, LEASE / 2);
    try {
      const value = await callJob(effect, { workflow, here, orders: parts.orders });
      await report(effect, { result: { value } });
      await finishEffect(database, id);
    } catch (error) {
      if (!stopping) await fail(effect, here, error);
    } finally {
      clearInterval(hold);
      running.delete(id);
    }
  }

  /** Tries again later; the last failure, and what somebody cancelled, is told to the matter. */
  async function fail(effect: ClaimedEffect, here: Running, error: unknown): Promise<void> {
    const { id } = effect;
    log.error("job.failed", { error });
    const message = here.cancelled ? "cancelled" : error instanceof Error ? error.message : "?";
    const status = await failEffect(database, { id, now: now(), error: message });
    if (status === "waiting" && !here.cancelled) return;
    await report(effect, { error: message });
    await finishEffect(database, id);
  }

  async function report(
    effect: ClaimedEffect,
    outcome: { result: { value: Json } } | { error: string },
  ): Promise<void> {
    const { id, caseId } = effect;
    const job = jobName(effect);
    const sent = { type: "job" as const, job, effect: id, occurredAt: now(), ...outcome };
    const taken = await cases.system(caseId, `job:${id}`, sent);
    if (!taken.ok) log.warn("job.refused", { caseId, job, code: taken.refusal.code });
  }

  return {
    begin(effect, workflow) {
      const here: Running = {
        abort: new AbortController(),
        progress: 0,
        cancelled: false,
        done: Promise.resolve(),
      };
      running.set(effect.id, here);
      here.done = run(effect, workflow, here).catch((error: unknown) =>
        log.error("job.lost", { error }),
      );
    },
    progressOf: (effect) => running.get(effect)?.progress,
    cancel(effect) {
      const here = running.get(effect);
      if (here === undefined) return;
      here.cancelled = true;
      here.abort.abort();
    },
    async idle() {
      while (running.size > 0) await Promise.all([...running.values()].map(({ done }) => done));
    },
    async stop() {
      stopping = true;
      const all = [...running.values()];
      for (const { abort } of all) abort.abort();
      await Promise.all(all.map(({ done }) => done));
    },
  };
}

function jobName(effect: ClaimedEffect): string {
  return effect.action.slice("job:".length);
}

function callJob(
  effect: ClaimedEffect,
  { workflow, here, orders }: { workflow: Workflow; here: Running; orders: PlatformOrders },
): Promise<Json> {
  const fullName = workflow.source.jobs?.[jobName(effect)]?.job ?? "";
  const job = workflow.registry.jobs.get(fullName);
  if (job === undefined) throw new Error(`no plugin brings the job ${fullName}`);
  const { signal } = here.abort;
  const solver = createLinearSolver();
  const work = job.run({
    params: effect.params,
    options: pluginOptions(workflow, fullName),
    idempotencyKey: effect.id,
    signal,
    solve: solver.solve,
    order: (order) => orders.carryOut(order, effect.caseId),
    progress: (share) => {
      here.progress = Math.min(1, Math.max(0, share));
    },
  });
  return untilAborted(work, signal).finally(() => solver.close());
}
