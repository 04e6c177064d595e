import { readFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import type { Refusal, RuleReason } from "../engine/refusal";
import type { Scenario, ScenarioReport } from "../engine/scenario/scenario";
import type { Workflow } from "../engine/workflow";
import { reasonViews } from "../runtime/cases/view-reasons";
import { loadWorkflows } from "../runtime/load-workflows";
import { playScenario } from "../runtime/play-scenarios";
import { parseFolderArgs } from "./folder-args";

export const about =
  "plays one scenario file step by step: qy run FILE [--dir PATH] [--explain] [--json]";

/** Exit 0 when every step came out as expected, 1 when one did not, 2 on wrong use. */
export async function run(args: string[]): Promise<number> {
  const asked = parseFolderArgs(args, about);
  if (!asked.ok) return 2;
  const [file, ...more] = asked.names;
  if (file === undefined || more.length > 0) return wrongUse(about);
  const scenario = await readScenario(file);
  if (typeof scenario === "string") return wrongUse(scenario);
  const loaded = await loadWorkflows({ dir: asked.dir });
  const packageId = packageOf(
    file,
    scenario,
    loaded.packages.map((one) => one.id),
  );
  if (packageId === undefined)
    return wrongUse(
      `${file}: 文件不在任何流程包的 scenarios/ 里 (not inside a package's scenarios/)`,
    );
  const report = playScenario(loaded, packageId, scenario);
  const explain = asked.explain ? explainer(loaded.find(packageId, scenario.variant)) : () => [];
  process.stdout.write(
    asked.json ? `${JSON.stringify(report, null, 2)}\n` : lines(report, explain),
  );
  return report.passed ? 0 : 1;
}

function wrongUse(sentence: string): number {
  process.stderr.write(`qy run: ${sentence}\n`);
  return 2;
}

async function readScenario(file: string): Promise<Scenario | string> {
  try {
    const parsed: unknown = JSON.parse(await readFile(file, "utf8"));
    const sound =
      typeof parsed === "object" &&
      parsed !== null &&
      Array.isArray((parsed as { steps?: unknown }).steps);
    return sound ? (parsed as Scenario) : `${file}: 不是场景文件 (not a scenario: it has no steps)`;
  } catch (fault) {
    return `${file}: ${fault instanceof Error ? fault.message : String(fault)}`;
  }
}

/** `workflows/<package>/scenarios/x.json` belongs to the package; `workflow` names one of its machines. */
function packageOf(file: string, scenario: Scenario, ids: readonly string[]): string | undefined {
  const parts = path.resolve(file).split(path.sep);
  const folder = parts[parts.lastIndexOf("scenarios") - 1];
  const id = scenario.workflow ?? folder;
  return id !== undefined && ids.includes(id) ? id : undefined;
}

function lines(
  report: ScenarioReport,
  explain: (reasons: readonly RuleReason[]) => string[],
): string {
  const steps = report.steps.map((step) => {
    const mark = step.problems.length === 0 ? "✓" : "✕";
    const refusal = step.refusal === undefined ? "" : `    ${step.refusal}\n`;
    const why = explain(step.reasons ?? []).map((line) => `      ${line}\n`);
    const problems = step.problems.map((text) => `    ✕ ${text}\n`);
    return `${mark} ${step.at}  ${step.title}  → ${step.state}\n${refusal}${why.join("")}${problems.join("")}`;
  });
  return `${report.title.zh}\n${steps.join("")}${report.passed ? "通过" : "没有通过"}\n`;
}

const MARKS = { true: "✓", false: "✕", unknown: "◌" };

/** The clauses of each rule as a person would read them. */
function explainer(workflow: Workflow | Refusal): (reasons: readonly RuleReason[]) => string[] {
  if (!("machine" in workflow)) return () => [];
  // A scenario's people are invented: its reader sees everything.
  const roles = new Set([...Object.keys(workflow.roles), "party", "public"]);
  return (reasons) =>
    reasonViews(reasons, { workflow, roles, today: "" }).flatMap((reason) => [
      reason.title.zh,
      ...reason.clauses.map((clause) => `  ${MARKS[`${clause.truth}`]} ${clause.text.zh}`),
    ]);
}
