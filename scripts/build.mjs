import { ensureBuilt } from "./ensure-built.mjs";
import { checkNode, ensureInstalled, lockFile, root } from "./setup.mjs";
import { runMain } from "./terminal.mjs";

await runMain(async () => {
  checkNode();
  await ensureInstalled();
  await ensureBuilt(root, ["web", "cli"], lockFile, { force: true });
});
