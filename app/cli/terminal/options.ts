import { parseArgs } from "node:util";
import type { Terminal } from "./report";

export interface OptionShape {
  /** Options that must be given, each with a text. */
  required: readonly string[];
  /** Options that may be given, each with a text. */
  optional?: readonly string[];
  /** Options without a text. */
  flags?: readonly string[];
}

export interface Options {
  texts: Readonly<Record<string, string>>;
  flags: ReadonlySet<string>;
  /** The text of a required option. */
  get(name: string): string;
}

/** Reads `--name text` options; undefined, with the usage printed, where they are wrong or missing. */
export function readOptions(
  { terminal, args, usage }: { terminal: Terminal; args: string[]; usage: string },
  { required, optional = [], flags = [] }: OptionShape,
): Options | undefined {
  const options: Record<string, { type: "string" | "boolean" }> = {};
  for (const name of [...required, ...optional]) options[name] = { type: "string" };
  for (const name of flags) options[name] = { type: "boolean" };
  try {
    const { values } = parseArgs({ args, options });
    const missing = required.filter((name) => values[name] === undefined);
    if (missing.length > 0) throw new Error(`缺少 (missing): --${missing.join(", --")}`);
    const texts = Object.fromEntries(
      Object.entries(values).filter(
        (entry): entry is [string, string] => typeof entry[1] === "string",
      ),
    );
    const set = new Set(flags.filter((name) => values[name] === true));
    return { texts, flags: set, get: (name) => texts[name] ?? "" };
  } catch (fault) {
    terminal.err(`${fault instanceof Error ? fault.message : String(fault)}\n${usage}`);
    return undefined;
  }
}
