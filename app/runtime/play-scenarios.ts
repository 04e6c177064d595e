import type { Refusal } from "../engine/refusal";
import { runScenario } from "../engine/scenario/run-scenario";
import type { Scenario, ScenarioReport } from "../engine/scenario/scenario";
import { calendarOf, type Workflow } from "../engine/workflow";
import type { LoadedWorkflows } from "./load-workflows";

export interface PlayedScenario {
  package: string;
  file: string;
  report: ScenarioReport;
}

/** Plays one scenario of a package (or of its variant) on the engine. */
export function playScenario(
  loaded: LoadedWorkflows,
  packageId: string,
  scenario: Scenario,
): ScenarioReport {
  const workflow = loaded.find(packageId, scenario.variant);
  if (!isWorkflow(workflow)) return notPlayed(scenario, workflow);
  const run = runScenario(scenario, {
    workflow,
    calendar: calendarOf(workflow),
    findWorkflow: (id) => {
      const found = loaded.find(id);
      return isWorkflow(found) ? found : undefined;
    },
  });
  return run.report;
}

/** Plays every scenario of every listed package, in order. */
export function playScenarios(loaded: LoadedWorkflows): PlayedScenario[] {
  return loaded.packages.flatMap((one) =>
    one.scenarios.map(({ file, scenario }) => ({
      package: one.id,
      file,
      // Its shape is held by `qy check`; what does not fit fails here with a sentence.
      report: playScenario(loaded, one.id, scenario as unknown as Scenario),
    })),
  );
}

function isWorkflow(found: Workflow | Refusal): found is Workflow {
  return "machine" in found;
}

function notPlayed(scenario: Scenario, refusal: Refusal): ScenarioReport {
  const problems = [`${refusal.code}: ${refusal.message.zh}`];
  return {
    title: scenario.title,
    passed: false,
    steps: [{ index: 0, title: "load", at: "", state: "", problems }],
  };
}
