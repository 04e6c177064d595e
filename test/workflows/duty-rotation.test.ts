import { describe, expect, test } from "vitest";
import type { Workflow } from "../../app/engine/workflow";
import { loadWorkflows } from "../../app/runtime/load-workflows";
import { playScenario } from "../../app/runtime/play-scenarios";

const IDS = ["", ".swap", ".leave", ".shift"].map((machine) => `duty-rotation${machine}`);
const loaded = await loadWorkflows({ dir: process.cwd(), ids: IDS });

function compiledOf(id: string): Workflow {
  const found = loaded.find(id);
  if (!("machine" in found)) throw new Error(found.message.zh);
  return found;
}

describe.each(IDS)("%s", (id) => {
  const scenarios = loaded.packages.filter((one) => one.id === id).flatMap((one) => one.scenarios);

  test.each(scenarios)("$scenario.title.zh", { timeout: 60_000 }, ({ scenario }) => {
    const report = playScenario(loaded, id, scenario);
    const problems = report.steps.flatMap((step) =>
      step.problems.map((text) => `${step.index} ${step.title}: ${text}`),
    );
    expect(problems).toEqual([]);
  });
});

test("no package lets an auxiliary decide, and only the chief publishes", () => {
  const decided = IDS.flatMap((id) =>
    [...compiledOf(id).machine.states.values()].flatMap((state) =>
      Object.entries(state.meta?.events ?? {})
        .filter(([, meta]) => meta.act === "decide")
        .map(([event, meta]) => [event, meta.roles] as const),
    ),
  );
  expect(decided.filter(([, roles]) => roles.includes("auxiliary"))).toEqual([]);
  expect(decided.filter(([event]) => event === "publish")).toEqual([["publish", ["stationChief"]]]);
});
