#!/usr/bin/env node
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./ensure-built.mjs";
import { runProgram } from "./program.mjs";
import { checkNode, lockFile, root } from "./setup.mjs";
import { runMain, SetupError } from "./terminal.mjs";

await runMain(async () => {
  checkNode();
  if (!existsSync(join(root, "node_modules/.qy-setup.json"))) {
    throw new SetupError(
      "the packages are not installed yet. Run `npm start` once, it installs them.",
    );
  }
  await ensureBuilt(root, ["cli"], lockFile);
});
await runProgram(process.argv.slice(2));
