import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type {
  LinearAnswer,
  LinearModel,
  LinearSearch,
  SolveLinear,
} from "../../engine/plugin/linear-model";
import { packModel } from "./pack-model";
import source from "./highs-worker.cjs?raw";

/** HiGHS in a thread of its own, begun with the first programme. */
export interface LinearSolver {
  /** One after the other. Rejects once it is closed. */
  solve: SolveLinear;
  /** Ends the thread and whatever it searches. */
  close(): Promise<void>;
}

/** What the thread says. */
type Said =
  | { seconds: number; gap: number }
  | { fault: string }
  | {
      answer: {
        found: boolean;
        infeasible: boolean;
        optimal: boolean;
        milliseconds: number;
        values?: Float64Array;
        objective?: number;
        bound?: number;
      };
    };

/** The WebAssembly lies in the package: nothing is fetched. */
const highs = createRequire(import.meta.url).resolve("highs");

/** A solver that costs nothing before it is asked. Close it in any case. */
export function createLinearSolver(): LinearSolver {
  let worker: Worker | undefined;
  let closed = false;
  let last: Promise<unknown> = Promise.resolve();

  function thread(): Worker {
    worker ??= new Worker(source, { eval: true, workerData: { highs } });
    return worker;
  }

  function ask(model: LinearModel, search: LinearSearch): Promise<LinearAnswer> {
    if (closed) return Promise.reject(new Error("the solver is closed"));
    const here = thread();
    return new Promise((resolve, reject) => {
      const settle = (end: () => void): void => {
        here.off("message", hear).off("error", fail).off("exit", stop);
        end();
      };
      const hear = (said: Said): void => {
        if ("answer" in said) settle(() => resolve(answerOf(said.answer)));
        else if ("fault" in said) settle(() => reject(new Error(said.fault)));
        else search.progress?.(Math.min(1, said.seconds / search.seconds));
      };
      const fail = (error: Error): void => settle(() => reject(error));
      const stop = (): void => settle(() => reject(new Error("the solver was closed")));
      here.on("message", hear).on("error", fail).on("exit", stop);
      here.postMessage({
        model: packModel(model),
        options: { time_limit: search.seconds, mip_rel_gap: search.gap ?? 0 },
        start: search.start && Float64Array.from(search.start),
      });
    });
  }

  return {
    solve(model, search) {
      const turn = last.then(() => ask(model, search));
      last = turn.catch(() => undefined);
      return turn;
    },
    async close() {
      closed = true;
      await worker?.terminate();
    },
  };
}

function answerOf(said: Extract<Said, { answer: unknown }>["answer"]): LinearAnswer {
  const { found, infeasible, optimal, milliseconds } = said;
  if (!found) {
    const status = infeasible ? "infeasible" : "unknown";
    return { status, values: [], objective: 0, bound: 0, milliseconds };
  }
  return {
    status: optimal ? "optimal" : "feasible",
    values: [...(said.values ?? [])],
    objective: said.objective ?? 0,
    bound: said.bound ?? 0,
    milliseconds,
  };
}
