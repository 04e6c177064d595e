import type { Case } from "./case";
import type { Json, JsonObject } from "./json";
import { dayOf } from "./time/zone";
import type { Instant } from "./time/types";
import type { Workflow } from "./workflow";

/** What rules, facts and templates read. Fixed roots; facts are computed when first read, never stored. */
export type Scope = { readonly [root: string]: Json };

export interface ScopeInput {
  workflow: Workflow;
  matter: Pick<Case, "id" | "number" | "owner" | "place" | "startedAt" | "entered" | "links">;
  data: JsonObject;
  user: { id: string; name: string; role: string | null; unit: string | null };
  /** The moment the step counts from (paper is entered later); `case.today` is its day. */
  at: Instant;
  now: Instant;
  /** The state whose entry `case.enteredAt` means. */
  path?: string;
}

/** Builds the scope of one decision. Pure; the objects are frozen. */
export function buildScope(input: ScopeInput): Scope {
  const { workflow, matter, data, user, at, now, path } = input;
  const entered = path === undefined ? undefined : matter.entered[path];
  const scope: Record<string, Json> = {
    data,
    params: workflow.params,
    case: Object.freeze({
      id: matter.id,
      number: matter.number,
      owner: matter.owner.id,
      ownerName: matter.owner.name,
      place: matter.place.code,
      placeName: matter.place.name,
      startedAt: dayOf(matter.startedAt),
      enteredAt: dayOf(entered?.at ?? matter.startedAt),
      now,
      today: dayOf(at),
    }) as JsonObject,
    links: matter.links as unknown as JsonObject,
    user: Object.freeze({ ...user }) as JsonObject,
  };
  scope["facts"] = lazyFacts(workflow, scope);
  return Object.freeze(scope);
}

/** Facts as own getters: each is computed once, when a rule reads it; one that cannot be told is absent. */
function lazyFacts(workflow: Workflow, scope: Record<string, Json>): JsonObject {
  const facts = {} as JsonObject;
  for (const [name, fact] of workflow.facts) {
    define(facts, name, () => fact.evaluate(scope).value);
  }
  for (const [fullName, fact] of workflow.registry.facts) {
    const [plugin = "", name = ""] = splitName(fullName);
    const group = (facts[plugin] ??= {}) as JsonObject;
    define(group, name, () => fact.compute(scope));
  }
  return facts;
}

function splitName(fullName: string): [string, string] {
  const dot = fullName.indexOf(".");
  return [fullName.slice(0, dot), fullName.slice(dot + 1)];
}

function define(target: JsonObject, name: string, compute: () => Json | undefined): void {
  let known: { value: Json | undefined } | undefined;
  Object.defineProperty(target, name, {
    enumerable: true,
    get: () => (known ??= { value: compute() }).value,
  });
}
