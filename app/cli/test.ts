import process from "node:process";
import { loadWorkflows } from "../runtime/load-workflows";
import { playScenarios, type PlayedScenario } from "../runtime/play-scenarios";
import { parseFolderArgs } from "./folder-args";

export const about = "plays the scenarios of the packages: qy test [id…] [--dir PATH] [--json]";

/** Exit 0 when all passed, 1 when one failed, 2 on wrong use. Ends with a line `N passed, N failed`. */
export async function run(args: string[]): Promise<number> {
  const asked = parseFolderArgs(args, about);
  if (!asked.ok) return 2;
  const loaded = await loadWorkflows({
    dir: asked.dir,
    ...(asked.names.length > 0 ? { ids: asked.names } : {}),
  });
  for (const id of asked.names.filter((name) => !loaded.packages.some((one) => one.id === name))) {
    process.stderr.write(`qy test: 没有流程包 ${id} (there is no package ${id})\n`);
    return 2;
  }
  const played = playScenarios(loaded);
  const faults = loaded.problems.filter((found) => found.severity === "error");
  const failed = played.filter((one) => !one.report.passed).length + faults.length;
  const passed = played.length - played.filter((one) => !one.report.passed).length;
  if (asked.json) {
    process.stdout.write(
      `${JSON.stringify({ scenarios: played, problems: faults, passed, failed }, null, 2)}\n`,
    );
  } else {
    for (const found of faults)
      process.stdout.write(`✕ ${found.file}:${found.pointer} ${found.code} ${found.message.zh}\n`);
    for (const one of played) process.stdout.write(lines(one));
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
  }
  return failed === 0 ? 0 : 1;
}

function lines({ file, report }: PlayedScenario): string {
  const head = `${report.passed ? "✓" : "✕"} ${report.title.zh}  (${file})\n`;
  const problems = report.steps.flatMap((step) =>
    step.problems.map((text) => `    第 ${step.index + 1} 步 ${step.title} ${step.at}: ${text}\n`),
  );
  return head + problems.join("");
}
