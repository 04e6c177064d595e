import { parseArgs } from "node:util";
import { RefusalError } from "../engine/refusal";
import { say, type Language } from "../engine/text";
import { readSettings } from "../runtime/settings";
import { verifyInstallation, type VerifyReport } from "../runtime/verify-installation";
import { processTerminal, reportFault, type Terminal } from "./terminal/report";

export const about =
  "checks everything that is stored: its chain, its sums, its encryption; --replay takes every step again";

const usage = "qy verify [--replay] [--json]";

/** So many findings are printed; `--json` has them all. */
const MOST_SHOWN = 20;

/** Exit 0 when all is well, 1 when something is not, 2 on wrong use or without a database. */
export function run(args: string[]): Promise<number> {
  return verifyCommand(processTerminal, args);
}

/** `qy verify` on a given terminal. It only reads: the server may run meanwhile. */
export async function verifyCommand(terminal: Terminal, args: string[]): Promise<number> {
  const options = readFlags(args);
  if (!options) {
    terminal.err(usage);
    return 2;
  }
  try {
    const settings = readSettings(terminal.env);
    const report = await verifyInstallation({ settings, replay: options.replay });
    terminal.out(options.json ? toJson(report) : toLines(report, options, settings.language));
    return report.findings.length === 0 ? 0 : 1;
  } catch (fault) {
    const code = reportFault(terminal, fault);
    const isMissing = fault instanceof RefusalError && fault.refusal.code === "verify/no-database";
    return isMissing ? 2 : code;
  }
}

interface Flags {
  replay: boolean;
  json: boolean;
}

function readFlags(args: string[]): Flags | undefined {
  try {
    const { values } = parseArgs({
      args,
      options: { replay: { type: "boolean" }, json: { type: "boolean" } },
    });
    return { replay: values.replay ?? false, json: values.json ?? false };
  } catch {
    return undefined;
  }
}

function toJson({ cases, steps, replayed, findings }: VerifyReport): string {
  const problems = findings.map(({ code, caseId, seq, message }) => {
    return { code, case: caseId, seq, message };
  });
  return JSON.stringify({ cases, steps, replayed, problems }, null, 2);
}

/** The first finding names the first broken matter and step; what follows from it comes after. */
function toLines(report: VerifyReport, { replay }: Flags, language: Language): string {
  const { cases, steps, replayed, findings } = report;
  const isChinese = language === "zh";
  const head = isChinese
    ? `核对了 ${cases} 件事项、${steps} 步。`
    : `${cases} matters and ${steps} steps were read.`;
  const again = isChinese
    ? `重新推演了 ${replayed} 步，结果相同。`
    : `${replayed} steps were taken again and came out the same.`;
  const sum = isChinese
    ? findings.length === 0
      ? "没有发现问题。"
      : `发现 ${findings.length} 处问题：`
    : findings.length === 0
      ? "Nothing is wrong."
      : `${findings.length} problems were found:`;
  const shown = findings.slice(0, MOST_SHOWN).map(({ code, caseId, seq, message }) => {
    const step = seq === null ? "" : isChinese ? ` 第 ${seq} 步` : ` step ${seq}`;
    const place = caseId === null ? "" : `${caseId}${step}: `;
    return `✕ ${place}${say(message, language)}\n  [${code}]`;
  });
  const more = findings.length - shown.length;
  const rest = isChinese ? `还有 ${more} 处，用 --json 看全部。` : `${more} more: see --json.`;
  return [head, ...(replay ? [again] : []), sum, ...shown, ...(more > 0 ? [rest] : [])].join("\n");
}
