import type { Case } from "./case";
import { decisionScope } from "./decision/decision-scope";
import type { Json, JsonObject } from "./json";
import { dayOf } from "./time/zone";
import type { Instant } from "./time/types";
import type { Workflow } from "./workflow";

/** What rules, facts and templates read. Fixed roots; facts are computed when first read, never stored. */
export type Scope = { readonly [root: string]: Json };

export interface ScopeInput {
  workflow: Workflow;
  matter: Pick<
    Case,
    | "id"
    | "number"
    | "owner"
    | "place"
    | "startedAt"
    | "startedBy"
    | "entered"
    | "links"
    | "decisions"
  >;
  data: JsonObject;
  user: { id: string; name: string; role: string | null; unit: string | null };
  /** The moment the step counts from (paper is entered later); `case.today` is its day. */
  at: Instant;
  now: Instant;
  /** The state whose entry `case.enteredAt` means. */
  path?: string;
  /** A scope that differs from this one in `path` only: what it knows of the facts is known here. */
  steadyFrom?: Scope;
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
      startedBy: matter.startedBy,
      enteredAt: dayOf(entered?.at ?? matter.startedAt),
      now,
      today: dayOf(at),
    }) as JsonObject,
    links: matter.links as unknown as JsonObject,
    user: Object.freeze({ ...user }) as JsonObject,
  };
  if (matter.decisions !== undefined) {
    scope["decisions"] = decisionScope(matter.decisions, workflow.machine);
  }
  scope["facts"] = workflow.attachFacts(scope, input.steadyFrom);
  return Object.freeze(scope);
}
