import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { root } from "./setup.mjs";

/** Runs the built program in this process, so that signals reach it. */
export async function runProgram(args) {
  process.env.NODE_ENV ??= "production";
  process.setSourceMapsEnabled(true);
  const main = join(root, "build/cli/main.js");
  process.argv = [process.execPath, main, ...args];
  await import(pathToFileURL(main).href);
}
