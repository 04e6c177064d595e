import { checkPackages, type CheckedPackage } from "../runtime/check-packages";
import { loadPackages } from "../runtime/load-packages";
import { loadPlugins } from "../runtime/plugins";
import type { LocatedProblem } from "../engine/check/problem";
import { say, type Language } from "../engine/text";
import { parseFolderArgs } from "./folder-args";
import { languageOf } from "./terminal/language";
import { processTerminal, type Terminal } from "./terminal/report";

export const about = "checks packages before they run: qy check [id…] [--dir PATH] [--json]";

/**
 * Exit 0 where nothing is wrong (warnings and notes may be there), 1 where there is an error, 2 on wrong
 * use: wrong arguments, a package that is not there, a folder without packages.
 */
export async function checkCommand(terminal: Terminal, args: string[]): Promise<number> {
  const asked = parseFolderArgs(terminal, args, about);
  if (!asked.ok) return 2;
  const loaded = await loadPackages({ dir: asked.dir });
  const checked = checkPackages(loaded, loadPlugins());
  const language = languageOf(terminal);

  const unusable = checked.find((one) => one.id === "" && hasErrors(one));
  const unknown = asked.names.find((name) => !checked.some((one) => one.id === name));
  if (unusable !== undefined || unknown !== undefined) {
    terminal.err(`qy check: ${wrongUse({ unusable, unknown, checked, language })}`);
    return 2;
  }
  const wanted = checked.filter((one) => asked.names.length === 0 || asked.names.includes(one.id));
  terminal.out(asked.json ? toJson(wanted) : toText(wanted, language));
  return wanted.some(hasErrors) ? 1 : 0;
}

export function run(args: string[]): Promise<number> {
  return checkCommand(processTerminal, args);
}

function hasErrors(one: CheckedPackage): boolean {
  return one.problems.some((found) => found.severity === "error");
}

function wrongUse(what: {
  unusable: CheckedPackage | undefined;
  unknown: string | undefined;
  checked: readonly CheckedPackage[];
  language: Language;
}): string {
  const { unusable, unknown, checked, language } = what;
  const [first] = unusable?.problems ?? [];
  if (first !== undefined) {
    const place = first.file === "" ? "" : ` ${first.file}:${first.pointer || "/"}`;
    return `${first.code}${place} ${say(first.message, language)}`;
  }
  const known = checked.map((one) => one.id).join(", ");
  return language === "en"
    ? `there is no package “${unknown ?? ""}”. Known: ${known}`
    : `没有流程包“${unknown ?? ""}”。现有：${known}`;
}

function toJson(checked: readonly CheckedPackage[]): string {
  const packages = checked.map(({ id, version, hash, problems }) => ({
    ...{ id, version, hash },
    problems: problems.map(({ code, severity, file, pointer, message }) => ({
      ...{ code, severity, file, pointer, message: message.zh },
      en: message.en ?? message.zh,
    })),
  }));
  return JSON.stringify({ packages }, null, 2);
}

const MARKS: Record<LocatedProblem["severity"], string> = { error: "✕", warning: "▲", info: "·" };
const WORDS = {
  zh: { error: "错误", warning: "提醒", info: "说明", clean: "没有问题", total: "合计" },
  en: { error: "error", warning: "warning", info: "note", clean: "clean", total: "total" },
} as const;

function toText(checked: readonly CheckedPackage[], language: Language): string {
  const lines = checked.flatMap(({ id, version, problems }) => [
    `${id} ${version ?? ""}`.trimEnd(),
    ...problems.map(
      ({ severity, code, file, pointer, message }) =>
        `  ${MARKS[severity]} ${WORDS[language][severity]} ${code} ${file}:${pointer || "/"} ${say(message, language)}`,
    ),
    ...(problems.length === 0 ? [`  ✓ ${WORDS[language].clean}`] : []),
  ]);
  const all = checked.flatMap((one) => one.problems);
  const counts = (["error", "warning", "info"] as const).map(
    (severity) =>
      `${WORDS[language][severity]} ${all.filter((found) => found.severity === severity).length}`,
  );
  return [...lines, `${WORDS[language].total}: ${counts.join(", ")}`].join("\n");
}
