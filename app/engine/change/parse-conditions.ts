import { FORBIDDEN_KEYS, isObject, type Json, type JsonObject } from "../json";
import { isComparison } from "./comparison-words";
import {
  DEEPEST,
  isFieldPath,
  type Condition,
  type ConditionGroup,
  type ConditionItem,
} from "./condition";

/** Rows that one rule may have: more than this nobody reads as a sentence either. */
const MOST_ROWS = 60;

/**
 * Rows and groups as a page sends them: closed, of known comparisons, over paths of the scope, with plain values, not
 * deeper than the builder makes them. Undefined for anything else, and for a row that is not finished.
 */
export function parseConditions(value: unknown): ConditionGroup | undefined {
  const seen = { rows: 0 };
  const group = parseGroup(value, { depth: 0, seen });
  return group !== undefined && seen.rows <= MOST_ROWS ? group : undefined;
}

interface At {
  depth: number;
  seen: { rows: number };
}

function parseGroup(value: unknown, at: At): ConditionGroup | undefined {
  if (!isObject(value) || !hasOnly(value, ["join", "items"]) || at.depth >= DEEPEST) {
    return undefined;
  }
  const { join, items } = value;
  if ((join !== "and" && join !== "or") || !Array.isArray(items)) return undefined;
  if (items.length === 0 || items.length > MOST_ROWS) return undefined;
  const parsed = items.map((item) => parseItem(item, at));
  return parsed.every((item) => item !== undefined) ? { join, items: parsed } : undefined;
}

function parseItem(value: unknown, at: At): ConditionItem | undefined {
  at.seen.rows += 1;
  if (!isObject(value)) return undefined;
  if ("join" in value) return parseGroup(value, { ...at, depth: at.depth + 1 });
  if ("fixed" in value)
    return hasOnly(value, ["fixed"]) ? { fixed: value["fixed"] ?? null } : undefined;
  return parseRow(value);
}

function parseRow(row: JsonObject): Condition | undefined {
  const { path, comparison, fallback, value, other } = row;
  if (!hasOnly(row, ["path", "comparison", "fallback", "value", "other"])) return undefined;
  if (!isScopePath(path) || !isComparison(comparison)) return undefined;
  if (fallback !== undefined && !isPlain(fallback)) return undefined;
  const start = { path, ...(fallback === undefined ? {} : { fallback }), comparison };
  const isAlone = comparison === "holds" || comparison === "fails";
  if (isAlone) return value === undefined && other === undefined ? start : undefined;
  if (other !== undefined) {
    return value === undefined && isScopePath(other) ? { ...start, other } : undefined;
  }
  // Whether a text is empty is asked by comparing it with the empty one; every other row needs something.
  const mayBeEmpty = comparison === "is" || comparison === "isNot";
  if (value === undefined || (value === "" && !mayBeEmpty)) return undefined;
  if (!isPlainOrList(value)) return undefined;
  return { ...start, value };
}

function isScopePath(value: Json | undefined): value is string {
  if (typeof value !== "string" || !isFieldPath(value)) return false;
  return !value.split(".").some((part) => FORBIDDEN_KEYS.has(part));
}

function isPlainOrList(value: Json): boolean {
  return Array.isArray(value) ? value.length > 0 && value.every(isPlain) : isPlain(value);
}

function isPlain(value: Json): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value === "string" || typeof value === "boolean";
}

function hasOnly(value: JsonObject, keys: readonly string[]): boolean {
  return Object.keys(value).every((key) => keys.includes(key));
}
