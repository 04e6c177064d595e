import type { Closure, Frame, Run } from "./closure";
import { openOf, unknown, type Reason } from "./reason";

/**
 * `and` (stops at a false part) and `or` (stops at a true one). A part that stops it decides the
 * truth whatever is unknown elsewhere, and the value only if nothing before it is unknown; where
 * every part is a boolean the truth is the value.
 */
export function compileJunction({
  op,
  parts,
  boolean,
}: {
  op: "and" | "or";
  parts: readonly Closure[];
  boolean: boolean;
}): Closure {
  const stopper = op === "or";
  return (frame, run) => {
    run.budget.step();
    const met: Reason[] = [];
    const open: Reason[] = [];
    let last: Reason | undefined;
    for (const part of parts) {
      const reason = part(frame, run);
      if (reason.truth === stopper) {
        const value = open.length === 0 ? reason.value : boolean ? stopper : undefined;
        if (!run.why || value !== undefined) return { truth: stopper, value, op, parts: [reason] };
        return { truth: stopper, value, op, parts: [reason], open: [...open, ...openOf(reason)] };
      }
      if (reason.truth === "unknown") open.push(reason);
      if (run.why) met.push(reason);
      last = reason;
    }
    if (open.length > 0) return unknown({ op, parts: open });
    return { truth: !stopper, value: last?.value, op, parts: met, open: last ? openOf(last) : [] };
  };
}

/** `!` and `!!`. */
export function compileNegation(op: "!" | "!!", part: Closure): Closure {
  return (frame, run) => {
    run.budget.step();
    const reason = part(frame, run);
    if (reason.truth === "unknown") return unknown({ op, parts: [reason] });
    const value = op === "!" ? !reason.truth : reason.truth;
    return { truth: value, value, op, parts: [reason] };
  };
}

/**
 * `if`: condition, result, condition, result, …, otherwise. Where a condition is unknown, both ways
 * are followed: a result that all of them share is decided.
 */
export function compileChoice({
  op,
  parts,
  boolean,
}: {
  op: string;
  parts: readonly Closure[];
  boolean: boolean;
}): Closure {
  return (frame, run) => {
    run.budget.step();
    const conditions: Reason[] = [];
    const results = possibleResults({ parts, frame, run, conditions });
    const [only] = results;
    if (!run.why && only !== undefined && results.length === 1) {
      return { truth: only.truth, value: only.value, op };
    }
    const truth = shared(results, (result) => result.truth) ?? "unknown";
    const common = shared(results, (result) => result.value);
    const value = common === undefined && boolean && truth !== "unknown" ? truth : common;
    // Conditions that turned out not to matter are not what is missing.
    const why =
      value === undefined ? conditions : conditions.filter((met) => met.truth !== "unknown");
    const all = [...why, ...results];
    return value === undefined
      ? { truth, value, op, parts: all, open: results.flatMap(openOf) }
      : { truth, value, op, parts: all };
  };
}

const NOTHING: Reason = Object.freeze({ truth: false, value: null, op: "value" });

function possibleResults({
  parts,
  frame,
  run,
  conditions,
}: {
  parts: readonly Closure[];
  frame: Frame;
  run: Run;
  /** Receives the conditions that were looked at. */
  conditions: Reason[];
}): Reason[] {
  const results: Reason[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const [condition, result] = [parts[index], parts[index + 1]];
    if (condition === undefined) break;
    if (result === undefined) return [...results, condition(frame, run)];
    const met = condition(frame, run);
    conditions.push(met);
    if (met.truth !== false) results.push(result(frame, run));
    if (met.truth === true) return results;
  }
  return [...results, NOTHING];
}

/** What all of them have alike; lists and objects must be the very same, as `==` asks. */
function shared<T>(results: readonly Reason[], read: (result: Reason) => T): T | undefined {
  const [first] = results;
  if (first === undefined) return undefined;
  const common = read(first);
  return results.every((result) => Object.is(read(result), common)) ? common : undefined;
}
