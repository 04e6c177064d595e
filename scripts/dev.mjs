import { join } from "node:path";
import { checkNode, ensureInstalled, root } from "./setup.mjs";
import { run, runMain } from "./terminal.mjs";

await runMain(async () => {
  checkNode();
  await ensureInstalled();
});
const remix = join(root, "node_modules/@remix-run/dev/dist/cli.js");
const args = [remix, "vite:dev", ...process.argv.slice(2)];
process.exitCode = await run(process.execPath, args, { cwd: root, stdio: "inherit" });
