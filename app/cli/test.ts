import { loadWorkflows } from "../runtime/load-workflows";
import { playScenarios, type PlayedScenario } from "../runtime/play-scenarios";
import { playStories } from "../runtime/stories/play-stories";
import { parseFolderArgs } from "./folder-args";
import { processTerminal, type Terminal } from "./terminal/report";

export const about =
  "plays the scenarios of packages and models: qy test [id…] [--dir PATH] [--json]";

/** Exit 0 when all passed, 1 when one failed, 2 on wrong use. Ends with a line `N passed, N failed`. */
export async function testCommand(terminal: Terminal, args: string[]): Promise<number> {
  const asked = parseFolderArgs(terminal, args, about);
  if (!asked.ok) return 2;
  const isWanted = (id: string | null): boolean =>
    id === null || asked.names.length === 0 || asked.names.includes(id);
  const loaded = await loadWorkflows({
    dir: asked.dir,
    ...(asked.names.length > 0 ? { ids: asked.names } : {}),
  });
  const faults = loaded.problems.filter(
    (found) => found.severity === "error" && isWanted(found.package),
  );
  const noFolder = faults.find((found) => found.code === "check/no-packages-folder");
  if (noFolder !== undefined) {
    terminal.err(`qy test: ${noFolder.code} ${noFolder.message.zh}`);
    return 2;
  }
  const known = [
    ...loaded.packages.map((one) => one.id),
    ...loaded.models.map((one) => `models/${one.id}`),
    ...faults.map((found) => found.package),
  ];
  const unknown = asked.names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    terminal.err(`qy test: 没有流程包 ${unknown} (there is no package ${unknown})`);
    return 2;
  }
  const played = [...playScenarios(loaded), ...(await playStories(loaded.models, loaded.story))];
  const failed = played.filter((one) => !one.report.passed).length + faults.length;
  const passed = played.filter((one) => one.report.passed).length;
  if (asked.json) {
    const problems = faults.map(({ package: _owner, ...found }) => found);
    terminal.out(JSON.stringify({ scenarios: played, problems, passed, failed }, null, 2));
  } else {
    for (const { file, pointer, code, message } of faults)
      terminal.out(`✕ ${file}:${pointer || "/"} ${code} ${message.zh}`);
    for (const one of played) terminal.out(toText(one));
    terminal.out(`${passed} passed, ${failed} failed`);
  }
  return failed === 0 ? 0 : 1;
}

export function run(args: string[]): Promise<number> {
  return testCommand(processTerminal, args);
}

function toText({ file, report }: PlayedScenario): string {
  const problems = report.steps.flatMap((step) =>
    step.problems.map((text) => `    第 ${step.index + 1} 步 ${step.title} ${step.at}: ${text}`),
  );
  return [`${report.passed ? "✓" : "✕"} ${report.title.zh}  (${file})`, ...problems].join("\n");
}
