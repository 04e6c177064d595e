import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import type { Terminal } from "./report";

interface Question {
  first: string;
  again: string;
}

/**
 * The password typed at a terminal, unseen and twice, or the first line of what is piped in.
 * Undefined where the two differ.
 */
export async function readPassword(
  terminal: Terminal,
  { first, again }: Question,
): Promise<string | undefined> {
  const atTerminal = "isTTY" in terminal.input && terminal.input.isTTY === true;
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: terminal.input, output: silent, terminal: atTerminal });
  const reader = lines[Symbol.asyncIterator]();
  const ask = async (question: string): Promise<string> => {
    if (atTerminal) terminal.err(question);
    const { value } = await reader.next();
    return typeof value === "string" ? value : "";
  };
  try {
    const password = await ask(first);
    return atTerminal && (await ask(again)) !== password ? undefined : password;
  } finally {
    lines.close();
  }
}
