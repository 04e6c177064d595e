import { spawn } from "node:child_process";

/** Something the user can put right: printed without a stack trace. */
export class SetupError extends Error {}

/** One short line of progress. On stderr, so that the output of `qy --json` stays clean. */
export function say(line) {
  process.stderr.write(`qingyuan: ${line}\n`);
}

/**
 * Runs a program to its end and gives its exit code (128 + n when it died of a signal).
 * Ctrl-C and SIGTERM go on to the program; this process ends when the program has.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["inherit", 2, 2], ...options });
    const pass = (signal) => child.kill(signal);
    const signals = ["SIGINT", "SIGTERM"];
    for (const signal of signals) process.on(signal, pass);
    const end = () => signals.forEach((signal) => process.off(signal, pass));
    child.once("error", (error) => (end(), reject(error)));
    child.once("exit", (code, signal) => {
      end();
      resolve(code ?? (signal === "SIGINT" ? 130 : 143));
    });
  });
}

/** Runs `main`; a SetupError becomes one line and exit code 2. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    process.exit(2);
  }
}
