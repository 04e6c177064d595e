import { pointerTo } from "../engine/json-pointer";
import { problem, type Problem } from "../engine/check/problem";

interface Open {
  pointer: string;
  /** Keys met so far; undefined for a list. */
  keys: Set<string> | undefined;
  /** The key or position whose value comes next. */
  at: string | number;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * Keys that stand twice in one object: `JSON.parse` keeps the last and drops the first without a word.
 * `text` must already be known to be JSON. Gives `check/duplicate-key` at the key's pointer; linear time.
 */
export function findDuplicateKeys(text: string): Problem[] {
  const problems: Problem[] = [];
  const open: Open[] = [];
  let keyExpected = false;
  for (const [token] of text.matchAll(TOKEN)) {
    const here = open.at(-1);
    switch (token) {
      case "{":
      case "[": {
        const pointer = here === undefined ? "" : pointerTo(here.pointer, here.at);
        open.push({ pointer, keys: token === "{" ? new Set() : undefined, at: 0 });
        keyExpected = token === "{";
        break;
      }
      case "}":
      case "]":
        open.pop();
        keyExpected = false;
        break;
      case ",":
        if (here?.keys === undefined && typeof here?.at === "number") here.at += 1;
        keyExpected = here?.keys !== undefined;
        break;
      case ":":
        keyExpected = false;
        break;
      default:
        if (here?.keys !== undefined && keyExpected) {
          const key = JSON.parse(token) as string;
          if (here.keys.has(key)) {
            problems.push(problem("check/duplicate-key", pointerTo(here.pointer, key), { key }));
          }
          here.keys.add(key);
          here.at = key;
          keyExpected = false;
        }
    }
  }
  return problems;
}
