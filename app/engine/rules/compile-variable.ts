import { memberOf } from "../facts";
import { isObject, own, type Json, type JsonObject } from "../json";
import type { Closure, Compile, Frame } from "./closure";
import { jsonLogicCaller } from "./call-operator";
import type { MissingExpression, Reference, VarExpression } from "./expression";
import { openOf, truthy, type Reason } from "./reason";

/**
 * `var`. Reads own properties only; what is not there, or is `null`, is missing. A missing variable
 * takes its own default, else what the rule says absence means, else it is unknown. An empty text
 * is a value, as in json-logic.
 */
export function compileVariable(expression: VarExpression, compile: Compile): Closure {
  const { parts, path, counts, nullable } = expression;
  const fallback = expression.fallback && compile(expression.fallback);
  const gap: Reason = Object.freeze({
    truth: "unknown",
    value: undefined,
    op: "var",
    path,
    gap: true,
  });

  return (frame, run) => {
    run.budget.step();
    if (frame.accumulator !== undefined && (parts.length === 0 || parts[0] === "accumulator")) {
      const truth = parts.length === 1 ? frame.accumulator.truth : "unknown";
      return { truth, value: undefined, op: "var" };
    }
    const holder = counts ? read(frame.data, parts, parts.length - 1) : undefined;
    const value = read(frame.data, parts, parts.length);
    // `.length` of a list is named by the list; of an object it is a field like any other.
    const named = isObject(holder) ? `${path}.length` : path;
    if (value !== undefined && (value !== null || nullable)) {
      return { truth: truthy(value), value, op: "var", path: named };
    }
    if (fallback !== undefined) {
      const stood = fallback(frame, run);
      const { truth, value: told } = stood;
      const rest = { assumed: true, parts: [stood], open: openOf(stood) } as const;
      return { truth, value: told, op: "var", path: named, ...rest };
    }
    const meaning = own(run.absent, named);
    if (meaning !== undefined && meaning !== "unknown") {
      return {
        truth: truthy(meaning.as),
        value: meaning.as,
        op: "var",
        path: named,
        assumed: true,
      };
    }
    return named === path ? gap : { ...gap, path: named };
  };
}

/**
 * `missing` and `missing_some` ask about presence itself: they are always decided, an empty text
 * counts as missing (as in json-logic), and a default or the rule's word on absence does not help.
 * So, unlike anything else decided, their result changes when the gap is filled.
 */
export function compileMissing({ keys, need }: MissingExpression, compile: Compile): Closure {
  const op = need === undefined ? "missing" : "missing_some";
  const needed = need && compile(need);
  const enough = jsonLogicCaller(">=", 2);

  return (frame, run) => {
    run.budget.step();
    const present: Reason[] = [];
    const gaps: Reason[] = [];
    const names: string[] = [];
    for (const key of keys) {
      const { path } = key;
      if (frame.accumulator !== undefined && key.parts[0] === "accumulator") {
        return { truth: "unknown", value: undefined, op };
      }
      const isGap = isMissing(frame, key);
      if (isGap) names.push(key.name);
      if (!run.why) continue;
      if (isGap) gaps.push({ truth: "unknown", value: undefined, op: "var", path, gap: true });
      else present.push({ truth: true, value: undefined, op: "var", path });
    }
    if (needed !== undefined) {
      const wanted = needed(frame, run);
      if (wanted.value === undefined)
        return { truth: "unknown", value: undefined, op, parts: [wanted] };
      const values = [keys.length - names.length, wanted.value];
      if (enough({ values, parts: [], budget: run.budget }).truth === true) {
        return { truth: false, value: [], op, parts: present };
      }
    }
    return { truth: names.length > 0, value: names, op, parts: names.length > 0 ? gaps : present };
  };
}

function isMissing(frame: Frame, { parts }: Reference): boolean {
  const value = read(frame.data, parts, parts.length);
  return value === undefined || value === null || value === "";
}

/** Own properties of objects and lists (a list's `length` is one); text has none to read. */
function read(root: Json | undefined, parts: readonly string[], count: number): Json | undefined {
  let here: Json | undefined = root;
  for (let index = 0; index < count; index += 1) {
    const part = parts[index] ?? "";
    if (typeof here !== "object" || here === null) return undefined;
    here = memberOf(here as JsonObject, part);
  }
  return here;
}
