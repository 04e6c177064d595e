import { Readable } from "node:stream";
import type { Terminal } from "../../app/cli/terminal/report";

export interface TestTerminal extends Terminal {
  printed: string[];
  complained: string[];
}

/** A terminal that remembers what was written to it; `typed` is what is piped in. */
export function makeTerminal(env: Record<string, string>, typed = ""): TestTerminal {
  const printed: string[] = [];
  const complained: string[] = [];
  return {
    env,
    input: Readable.from([typed]),
    out: (text) => void printed.push(text),
    err: (text) => void complained.push(text),
    printed,
    complained,
  };
}
