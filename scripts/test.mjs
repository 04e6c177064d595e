import { join } from "node:path";
import { root, setup } from "./setup.mjs";
import { run, runMain } from "./terminal.mjs";

await runMain(() => setup());
const vitest = join(root, "node_modules/vitest/vitest.mjs");
const args = [vitest, "run", ...process.argv.slice(2)];
process.exitCode = await run(process.execPath, args, { cwd: root, stdio: "inherit" });
