import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { setup } from "./setup.mjs";
import { runMain } from "./terminal.mjs";

/** `npm run bench`: builds bench/ as the server is built, and runs it. */
await runMain(async () => {
  await setup();
  const root = fileURLToPath(new URL("..", import.meta.url));
  const script = fileURLToPath(new URL("./ensure-built.mjs", import.meta.url));
  const built = spawnSync(process.execPath, [script, "--only", "bench"], {
    cwd: root,
    stdio: "inherit",
  });
  if (built.status !== 0) process.exit(built.status ?? 1);
});
await import("../build/bench/main.js");
