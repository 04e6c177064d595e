import process from "node:process";
import { RefusalError, type Refusal } from "../../engine/refusal";
import { say, type Language } from "../../engine/text";

/** Where a command reads and writes; the terminal itself, or a test's own streams. */
export interface Terminal {
  env: Readonly<Record<string, string | undefined>>;
  input: NodeJS.ReadableStream;
  /** Results. */
  out(text: string): void;
  /** Refusals and questions. */
  err(text: string): void;
}

/** The terminal of this process. */
export const processTerminal: Terminal = {
  env: process.env,
  input: process.stdin,
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
};

/** Prints a refusal and gives the exit code: 2 for wrong settings, else 1. */
export function reportRefusal(terminal: Terminal, refusal: Refusal, language: Language): number {
  terminal.err(`${say(refusal.message, language)}\n  [${refusal.code}]`);
  return refusal.code === "runtime/settings" ? 2 : 1;
}

/** Prints what a command was stopped by, without a stack trace, and gives the exit code. */
export function reportFault(terminal: Terminal, fault: unknown): number {
  const language = terminal.env["QY_LANG"] === "en" ? "en" : "zh";
  if (fault instanceof RefusalError) return reportRefusal(terminal, fault.refusal, language);
  terminal.err(fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault));
  return 1;
}
