import path from "node:path";
import { isObject, own, type JsonObject } from "../engine/json";
import type { Refusal, RuleReason } from "../engine/refusal";
import type { ScenarioReport } from "../engine/scenario/scenario";
import { say, type Language, type Text } from "../engine/text";
import type { Workflow } from "../engine/workflow";
import { reasonViews } from "../runtime/cases/view-reasons";
import { loadWorkflows } from "../runtime/load-workflows";
import { openPackageFolder } from "../runtime/package-folder";
import { playScenario } from "../runtime/play-scenarios";
import { playFile } from "../runtime/stories/play-stories";
import { parseFolderArgs } from "./folder-args";
import { languageOf } from "./terminal/language";
import { processTerminal, type Terminal } from "./terminal/report";

export const about =
  "plays one scenario file step by step: qy run FILE [--dir PATH] [--explain] [--json]";

/** Exit 0 when every step came out as expected, 1 when one did not, 2 on wrong use. */
export async function runCommand(terminal: Terminal, args: string[]): Promise<number> {
  const wrongUse = (sentence: string): number => {
    terminal.err(`qy run: ${sentence}`);
    return 2;
  };
  const asked = parseFolderArgs(terminal, args, about);
  if (!asked.ok) return 2;
  const language = languageOf(terminal);
  const [file, ...more] = asked.names;
  if (file === undefined || more.length > 0) return wrongUse(about);
  const scenario = await readScenario(file, language);
  if (typeof scenario === "string") return wrongUse(scenario);
  const loaded = await loadWorkflows({ dir: asked.dir });
  if (isStory(file)) {
    const told = await playFile(scenario, { ...loaded.story, language });
    terminal.out(asked.json ? JSON.stringify(told, null, 2) : lines(told, () => [], language));
    return told.passed ? 0 : 1;
  }
  const packageId = packageOf(
    file,
    scenario,
    loaded.packages.map((one) => one.id),
  );
  if (packageId === undefined) return wrongUse(`${file}: ${say(NOWHERE, language)}`);
  const report = playScenario(loaded, packageId, scenario, language);
  const variant = own(scenario, "variant");
  const workflow = loaded.find(packageId, typeof variant === "string" ? variant : undefined);
  const explain = asked.explain ? explainer(workflow, language) : () => [];
  terminal.out(asked.json ? JSON.stringify(report, null, 2) : lines(report, explain, language));
  return report.passed ? 0 : 1;
}

export function run(args: string[]): Promise<number> {
  return runCommand(processTerminal, args);
}

const NOWHERE: Text = {
  zh: "文件不在任何流程包的 scenarios/ 里",
  en: "not inside a package's scenarios/",
};
const NO_SCENARIO: Text = { zh: "不是场景文件", en: "not a scenario" };
const PASSED: Text = { zh: "通过", en: "passed" };
const FAILED: Text = { zh: "没有通过", en: "not passed" };

async function readScenario(file: string, language: Language): Promise<JsonObject | string> {
  const read = await openPackageFolder(path.dirname(file)).readJson(path.basename(file));
  if (read.ok) {
    return isObject(read.value) ? read.value : `${file}: ${say(NO_SCENARIO, language)}`;
  }
  return read.problems
    .map(
      ({ code, pointer, message }) => `${file}:${pointer || "/"} ${code} ${say(message, language)}`,
    )
    .join("\n");
}

/** `workflows/models/<id>/scenarios/x.json` is a story across packages. */
function isStory(file: string): boolean {
  const folders = path.dirname(path.resolve(file)).split(path.sep);
  return folders.at(-1) === "scenarios" && folders.at(-3) === "models";
}

/** `workflows/<package>/scenarios/x.json` belongs to the package; `workflow` names one of its machines. */
function packageOf(file: string, scenario: JsonObject, ids: readonly string[]): string | undefined {
  const parts = path.resolve(file).split(path.sep);
  const folder = parts[parts.lastIndexOf("scenarios") - 1];
  const id = own(scenario, "workflow") ?? folder;
  return typeof id === "string" && ids.includes(id) ? id : undefined;
}

function lines(
  report: ScenarioReport,
  explain: (reasons: readonly RuleReason[]) => string[],
  language: Language,
): string {
  const steps = report.steps.map((step) => {
    const mark = step.problems.length === 0 ? "✓" : "✕";
    const refusal = step.refusal === undefined ? "" : `    ${step.refusal}\n`;
    const why = explain(step.reasons ?? []).map((line) => `      ${line}\n`);
    const problems = step.problems.map((text) => `    ✕ ${text}\n`);
    return `${mark} ${step.at}  ${step.title}  → ${step.state}\n${refusal}${why.join("")}${problems.join("")}`;
  });
  const verdict = say(report.passed ? PASSED : FAILED, language);
  return `${say(report.title, language)}\n${steps.join("")}${verdict}`;
}

const MARKS = { true: "✓", false: "✕", unknown: "◌" };

/** The clauses of each rule as a person would read them. */
function explainer(
  workflow: Workflow | Refusal,
  language: Language,
): (reasons: readonly RuleReason[]) => string[] {
  if (!("machine" in workflow)) return () => [];
  // A scenario's people are invented: its reader sees everything.
  const roles = new Set([...Object.keys(workflow.roles), "party", "public"]);
  return (reasons) =>
    reasonViews(reasons, { workflow, roles, today: "" }).flatMap((reason) => [
      say(reason.title, language),
      ...reason.clauses.map(
        (clause) => `  ${MARKS[`${clause.truth}`]} ${say(clause.text, language)}`,
      ),
    ]);
}
