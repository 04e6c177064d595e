import { runProgram } from "./program.mjs";
import { setup } from "./setup.mjs";
import { runMain } from "./terminal.mjs";

// Pages are renewed on every change; what lies behind them is built once, at the start.
await runMain(() => setup(["cli"]));
process.env.NODE_ENV = "development";
await runProgram(["serve", "--dev", ...process.argv.slice(2)]);
