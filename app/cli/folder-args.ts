import path from "node:path";
import { parseArgs } from "node:util";
import { projectRoot } from "../runtime/project-root";
import type { Terminal } from "./terminal/report";

export type FolderArgs =
  { ok: false } | { ok: true; names: string[]; dir: string; json: boolean; explain: boolean };

/** The arguments that the commands over a folder of packages share; wrong ones print the usage. */
export function parseFolderArgs(terminal: Terminal, args: string[], usage: string): FolderArgs {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { dir: { type: "string" }, json: { type: "boolean" }, explain: { type: "boolean" } },
    });
    return {
      ok: true,
      names: positionals,
      dir: values.dir === undefined ? projectRoot : path.resolve(values.dir),
      json: values.json ?? false,
      explain: values.explain ?? false,
    };
  } catch (fault) {
    terminal.err(`${fault instanceof Error ? fault.message : String(fault)}\n${usage}`);
    return { ok: false };
  }
}
