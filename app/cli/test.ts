import { loadWorkflows } from "../runtime/load-workflows";
import { playScenarios, type PlayedScenario } from "../runtime/play-scenarios";
import { playStories } from "../runtime/stories/play-stories";
import { say, type Language } from "../engine/text";
import { parseFolderArgs } from "./folder-args";
import { languageOf } from "./terminal/language";
import { processTerminal, type Terminal } from "./terminal/report";

export const about =
  "plays the scenarios of packages and models: qy test [id…] [--dir PATH] [--json]";

/** Exit 0 when all passed, 1 when one failed, 2 on wrong use. Ends with a line `N passed, N failed`. */
export async function testCommand(terminal: Terminal, args: string[]): Promise<number> {
  const asked = parseFolderArgs(terminal, args, about);
  if (!asked.ok) return 2;
  const language = languageOf(terminal);
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
    terminal.err(`qy test: ${noFolder.code} ${say(noFolder.message, language)}`);
    return 2;
  }
  const known = [
    ...loaded.packages.map((one) => one.id),
    ...loaded.models.map((one) => `models/${one.id}`),
    ...faults.map((found) => found.package),
  ];
  const unknown = asked.names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const text = { zh: `没有流程包 ${unknown}`, en: `there is no package ${unknown}` };
    terminal.err(`qy test: ${say(text, language)}`);
    return 2;
  }
  const played = [
    ...playScenarios(loaded, language),
    ...(await playStories(loaded.models, { ...loaded.story, language })),
  ];
  const failed = played.filter((one) => !one.report.passed).length + faults.length;
  const passed = played.filter((one) => one.report.passed).length;
  if (asked.json) {
    const problems = faults.map(({ package: _owner, ...found }) => found);
    terminal.out(JSON.stringify({ scenarios: played, problems, passed, failed }, null, 2));
  } else {
    for (const { file, pointer, code, message } of faults)
      terminal.out(`✕ ${file}:${pointer || "/"} ${code} ${say(message, language)}`);
    for (const one of played) terminal.out(toText(one, language));
    terminal.out(`${passed} passed, ${failed} failed`);
  }
  return failed === 0 ? 0 : 1;
}

export function run(args: string[]): Promise<number> {
  return testCommand(processTerminal, args);
}

function toText({ file, report }: PlayedScenario, language: Language): string {
  const problems = report.steps.flatMap(({ index, title, at, problems }) => {
    const number = { zh: `第 ${index + 1} 步`, en: `step ${index + 1}` };
    return problems.map((text) => `    ${say(number, language)} ${title} ${at}: ${text}`);
  });
  return [
    `${report.passed ? "✓" : "✕"} ${say(report.title, language)}  (${file})`,
    ...problems,
  ].join("\n");
}
