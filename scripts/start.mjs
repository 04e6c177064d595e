import { runProgram } from "./program.mjs";
import { setup } from "./setup.mjs";
import { runMain } from "./terminal.mjs";

await runMain(() => setup());
await runProgram(["serve", ...process.argv.slice(2)]);
