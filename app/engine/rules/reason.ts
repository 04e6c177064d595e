import type { Json } from "../json";
import type { Because, Truth } from "./types";

/**
 * What an expression came to. `value` is set only where it is the same for every completion of what
 * is missing; `truth` may be decided although the value is not (`or` with one true part).
 */
export interface Reason {
  readonly truth: Truth;
  readonly value: Json | undefined;
  readonly op: string;
  readonly path?: string | undefined;
  readonly item?: string | undefined;
  readonly parts?: readonly Reason[] | undefined;
  /** Where the truth is decided and the value is not: what keeps it from being known. */
  readonly open?: readonly Reason[];
  /** A variable with nothing written in it. */
  readonly gap?: true;
  readonly assumed?: true;
  readonly code?: string;
}

const LONGEST_TEXT = 80;
const LONGEST_LIST = 10;
const MOST_ITEMS = 3;

/** json-logic's truth of a value: as in JavaScript, but an empty list is false. */
export function truthy(value: Json): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** Something worked out completely. */
export function decided(value: Json, rest: { op: string; parts?: readonly Reason[] }): Reason {
  return { truth: truthy(value), value, ...rest };
}

/** Something of which neither the value nor the truth can be told. */
export function unknown(rest: { op: string; parts?: readonly Reason[] }): Reason {
  return { truth: "unknown", value: undefined, ...rest };
}

/** What keeps the value of something from being known; nothing where it is known. */
export function openOf(reason: Reason): readonly Reason[] {
  if (reason.value !== undefined) return [];
  return reason.truth === "unknown" ? [reason] : (reason.open ?? []);
}

/** The reason as it is stored and shown: short values, three items of a list. */
export function toBecause(reason: Reason): Because {
  const because: Because = { truth: reason.truth, op: reason.op };
  const value = shorten(reason.value);
  if (value !== undefined) because.value = value;
  if (reason.path !== undefined) because.path = reason.path;
  if (reason.item !== undefined) because.item = reason.item;
  if (reason.assumed) because.assumed = true;
  if (reason.code !== undefined) because.code = reason.code;
  const parts = partsThatMatter(reason);
  if (parts.length > 0) because.parts = firstItems(parts).map(toBecause);
  return because;
}

/** Paths of what is missing in the parts that mattered, in order, without repeats. */
export function gapsOf(reason: Reason, into = new Map<string, Reason>()): Map<string, Reason> {
  if (reason.gap && reason.path !== undefined && !into.has(reason.path))
    into.set(reason.path, reason);
  for (const part of partsThatMatter(reason)) gapsOf(part, into);
  return into;
}

/** An unknown result needed the value of its parts, not only their truth. */
function partsThatMatter({ truth, parts = [] }: Reason): readonly Reason[] {
  if (truth !== "unknown") return parts;
  return parts.map((part) =>
    part.open === undefined ? part : { ...part, parts: [...part.open, ...(part.parts ?? [])] },
  );
}

function firstItems(parts: readonly Reason[]): readonly Reason[] {
  if (parts.length <= MOST_ITEMS) return parts;
  let items = 0;
  return parts.filter((part) => part.op !== "item" || (items += 1) <= MOST_ITEMS);
}

function shorten(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return shortenList(value);
  if (typeof value === "object" && value !== null) return undefined;
  if (typeof value === "number" && !Number.isFinite(value)) return undefined;
  if (typeof value !== "string" || value.length <= LONGEST_TEXT) return value;
  return `${value.slice(0, LONGEST_TEXT - 1)}…`;
}

function shortenList(list: Json[]): Json | undefined {
  if (list.length > LONGEST_LIST || list.some((item) => typeof item === "object")) return undefined;
  return list.map((item) => shorten(item) ?? null);
}
