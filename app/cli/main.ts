import process from "node:process";
import { processTerminal, reportFault } from "./terminal/report";

interface Command {
  /** One line for the list of commands. */
  about: string;
  /** Runs the command and gives the exit code: 0 ok, 1 problems found, 2 wrong use. */
  run(args: string[]): Promise<number>;
}

/** One file a command; a file is loaded only when its command is asked for. */
const commands = import.meta.glob<Command>(["./*.ts", "!./main.ts", "!./*-args.ts"]);

async function main([name, ...args]: string[]): Promise<number> {
  const load = name === undefined ? undefined : commands[`./${name}.ts`];
  if (load) return (await load()).run(args);
  const help = name === undefined || name === "--help" || name === "help";
  const lines = [help ? "qy: 清源" : `qy: there is no command "${name}"`, "", "Commands:"];
  for (const [path, loadOne] of Object.entries(commands)) {
    lines.push(`  ${path.slice(2, -3).padEnd(10)} ${(await loadOne()).about}`);
  }
  (help ? process.stdout : process.stderr).write(`${lines.join("\n")}\n`);
  return help ? 0 : 2;
}

// `qy user list | head`: whoever reads has read enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (fault) {
  process.exitCode = reportFault(processTerminal, fault);
}
