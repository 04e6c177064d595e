import type { StateValue } from "../case";

/** A machine is in few state values again and again; only a very parallel one has more than these. */
const MOST_REMEMBERED = 1_000;

/** The same function, which works out each state value once. What it throws is not remembered. */
export function rememberByValue<Result>(
  workOut: (value: StateValue) => Result,
): (value: StateValue) => Result {
  const remembered = new Map<string, Result>();
  return (value) => {
    const name = JSON.stringify(value);
    const known = remembered.get(name);
    if (known !== undefined) return known;
    const result = workOut(value);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(name, result);
    return result;
  };
}
