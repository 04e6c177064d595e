/* Runs in a thread of its own, so that no page waits for a search. Answers one message with one message. */
const { parentPort, workerData } = require("node:worker_threads");

const loading = require(workerData.highs)();

parentPort.on("message", (ask) => {
  loading
    .then((highs) => parentPort.postMessage({ answer: search(highs, ask) }))
    .catch((error) => parentPort.postMessage({ fault: String(error && error.message) }));
});

function search(highs, { model, options, start }) {
  const begun = Date.now();
  const { callbackType, modelStatus } = highs.constants;
  const programme = highs.createModel(model);
  try {
    programme.options.set({ output_flag: false, ...options });
    if (start) programme.setSolution({ colValue: start });
    programme.run({
      [callbackType.mipLogging]({ data }) {
        parentPort.postMessage({ seconds: data.running_time, gap: data.mip_gap });
      },
    });
    const status = programme.getModelStatus();
    const found = programme.info.get("primal_solution_status") === 2;
    const ended = {
      found,
      infeasible: status === modelStatus.infeasible,
      optimal: status === modelStatus.optimal || status === modelStatus.empty,
      milliseconds: Date.now() - begun,
    };
    if (!found) return ended;
    return {
      ...ended,
      values: programme.getSolution().colValue,
      objective: programme.getObjectiveValue(),
      bound: programme.info.get("mip_dual_bound"),
    };
  } finally {
    programme.dispose();
  }
}
