import type { Actor, Case } from "../case";
import type { Command } from "../command";
import type { Refusal } from "../refusal";
import type { Calendar, Instant } from "../time/types";
import type { Workflow } from "../workflow";
import { memberOf } from "../facts";
import type { People } from "../people";
import type { Json, JsonObject } from "../json";
import { buildScope, type Scope } from "../scope";

/** One step being decided: everything that is known before it, as values. */
export interface Situation {
  workflow: Workflow;
  matter: Case;
  command: Command;
  actor: Actor;
  now: Instant;
  calendar: Calendar;
  /** The last value of each number sequence that the step may use, by key. */
  numbers: Readonly<Record<string, number>>;
  people: People;
  /** The ids that linked matters opened by this step will have. */
  childIds: readonly string[];
  seq: number;
  scopes: ScopeMemory;
}

/** The scope that a step built last, and what of the situation it was built from. */
export interface ScopeMemory {
  last?: { scope: Scope; path: string | undefined; from: readonly unknown[] };
}

/**
 * The scope of this step over some data; `path` is the state the event belongs to. Rules and templates of one step
 * mostly see the same data: then they also see the same scope, whose facts are computed once.
 */
export function scopeOf(situation: Situation, data: JsonObject, path?: string): Scope {
  const { workflow, matter, actor, command, now, scopes } = situation;
  const from = [data, matter.number, matter.links, actor, matter.decisions];
  const { last } = scopes;
  const isSame = last !== undefined && from.every((part, i) => part === last.from[i]);
  if (isSame && last.path === path) return last.scope;
  const scope = buildScope({
    workflow,
    matter,
    data,
    user: { id: actor.user, name: actor.name, role: actor.role, unit: actor.unit },
    at: command.occurredAt,
    now,
    ...(path === undefined ? {} : { path }),
    ...(isSame ? { steadyFrom: last.scope } : {}),
  });
  scopes.last = { scope, path, from };
  return scope;
}

export type Decision<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export function yes<T>(value: T): Decision<T> {
  return { ok: true, value };
}
export function no(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal };
}

/** A value at a dotted scope path, by own properties; undefined where missing. */
export function scopeValue(scope: Scope, path: string): Json | undefined {
  let here: unknown = scope;
  for (const key of path.split(".")) {
    if (typeof here !== "object" || here === null) return undefined;
    here = memberOf(here as JsonObject, key);
  }
  return here as Json | undefined;
}
