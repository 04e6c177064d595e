import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Case, HistoryEntry } from "../app/engine/case";
import { applyEntry } from "../app/engine/fold";
import { inputOf } from "../app/engine/replay";
import { runScenario } from "../app/engine/scenario/run-scenario";
import type { Scenario } from "../app/engine/scenario/scenario";
import type { StepInput } from "../app/engine/step";
import { calendarOf, type Workflow } from "../app/engine/workflow";
import { loadWorkflows } from "../app/runtime/load-workflows";

const PACKAGE = "dispute-mediation";
const SCENARIO = "written-agreement";

/** A whole mediation as it is really taken: every step's input, and the history that they made. */
export interface RecordedStory {
  workflow: Workflow;
  inputs: StepInput[];
  history: HistoryEntry[];
}

/** Plays the shipped scenario once and keeps what each step was asked. */
export async function recordStory(root: string): Promise<RecordedStory> {
  const loaded = await loadWorkflows({ dir: root });
  const workflow = loaded.find(PACKAGE);
  if (!("machine" in workflow)) throw new Error(workflow.message.en ?? workflow.message.zh);
  const file = path.join(root, "workflows", PACKAGE, "scenarios", `${SCENARIO}.json`);
  const scenario = JSON.parse(await readFile(file, "utf8")) as Scenario;
  const calendar = calendarOf(workflow);
  const { report, history } = runScenario(scenario, {
    workflow,
    calendar,
    findWorkflow: () => workflow,
  });
  if (!report.passed) throw new Error(`the scenario ${SCENARIO} does not pass: run qy test`);
  let matter: Case | null = null;
  const inputs = history.map((entry) => {
    const input = inputOf(entry, matter, { workflow, calendar });
    matter = applyEntry(matter, entry);
    return input;
  });
  return { workflow, inputs, history };
}
