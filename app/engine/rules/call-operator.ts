import jsonLogic from "json-logic-js";
import type { Json } from "../json";
import type { Budget } from "./budget";
import { PLAIN_OPERATORS } from "./plain-operators";
import { decided, unknown, type Reason } from "./reason";
import type { Operator } from "./types";

interface Call {
  values: Json[];
  parts: readonly Reason[];
  budget: Budget;
}

/**
 * Makes a caller of one json-logic-js operator over values that are all known.
 *
 * The library takes arguments for rules and would run what a villager typed into a form: lists and
 * objects are therefore handed over as data, and only read by `var`.
 */
export function jsonLogicCaller(op: string, count: number): (call: Call) => Reason {
  const plainly = count === 2 ? PLAIN_OPERATORS.get(op) : undefined;
  const overData = { [op]: Array.from({ length: count }, (_, index) => ({ var: `${index}` })) };
  return ({ values, parts, budget }) => {
    spend({ op, values, budget });
    const [first = null, second = null] = values;
    const told = plainly?.(first, second);
    if (told !== undefined) return { truth: told, value: told, op, parts };
    const plain = values.every(isPlain) || (op === "in" && values.every(isShortAndPlain));
    const result: unknown = plain
      ? jsonLogic.apply({ [op]: values })
      : jsonLogic.apply(overData, values);
    return isJson(result) ? decided(result, { op, parts }) : unknown({ op, parts });
  };
}

/** Makes a caller of a plugin's operator. It never sees `null`: that counts as not known. */
export function pluginCaller(operator: Operator, op: string): (call: Call) => Reason {
  return ({ values, parts, budget }) => {
    for (const value of values) budget.buildFrom(value);
    const result: unknown = values.includes(null) ? undefined : operator.run(...values);
    const told =
      isJson(result) && result !== null && (typeof result !== "number" || Number.isFinite(result));
    if (!told) return unknown({ op, parts });
    budget.buildFrom(result);
    return decided(result, { op, parts });
  };
}

/** JavaScript turns a list into text before it compares or adds it: that costs as much as `cat`. */
function spend({ op, values, budget }: { op: string; values: Json[]; budget: Budget }): void {
  for (const value of values) {
    if (typeof value === "string" && op === "cat") budget.build(value.length);
    if (!Array.isArray(value)) continue;
    if (op === "merge" || op === "in") budget.build(value.length);
    else budget.buildFrom(value);
  }
}

function isPlain(value: Json): boolean {
  return typeof value !== "object" || value === null;
}

/** The library copies such a list, which only `==` and its like would notice; it is the faster way. */
function isShortAndPlain(value: Json): boolean {
  return Array.isArray(value) ? value.length <= 20 && value.every(isPlain) : isPlain(value);
}

function isJson(value: unknown): value is Json {
  return ["string", "number", "boolean", "object"].includes(typeof value);
}
