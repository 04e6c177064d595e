import type { Json, JsonObject } from "./json";
import type { Scope } from "./scope";

/** One fact as every scope computes it. */
export interface PreparedFact {
  /** `name`, or `<plugin>.<name>`. */
  name: string;
  /** Undefined where it cannot be told: the fact is absent then. */
  compute: (scope: Scope) => Json | undefined;
  /** True where it stays the same for scopes of one step that differ only in `case.enteredAt`. */
  steady: boolean;
}

/** Gives a scope its `facts`; `steadyFrom` is an earlier scope that differs only in `case.enteredAt`. */
export type AttachFacts = (scope: Scope, steadyFrom?: Scope) => JsonObject;

/** What the getters of one scope's facts share. */
interface Memory {
  scope: Scope;
  known: (Json | undefined)[];
  isKnown: boolean[];
  /** Where the steady ones are computed and kept. */
  steady: Memory | undefined;
}

const MEMORY = Symbol("memory");
interface Facts {
  [MEMORY]: Memory;
}

/**
 * Prepares the facts of a workflow. They are own properties with getters, each computed once for a scope and only when
 * something reads it. The getters are shared by all scopes, so that a scope is made in one go.
 */
export function prepareFacts(facts: readonly PreparedFact[]): AttachFacts {
  const top: PropertyDescriptorMap = {};
  const groups = new Map<string, PropertyDescriptorMap>();
  facts.forEach((fact, index) => {
    const [plugin = "", name] = splitName(fact.name);
    const descriptor = { enumerable: true, get: getterOf(fact, index) };
    if (name === undefined) top[plugin] = descriptor;
    else groups.set(plugin, { ...groups.get(plugin), [name]: descriptor });
  });

  return (scope, steadyFrom) => {
    const steady = steadyFrom && memoryOf(steadyFrom);
    const memory: Memory = { scope, known: [], isKnown: [], steady: steady?.steady ?? steady };
    const attach = (descriptors: PropertyDescriptorMap): object =>
      Object.defineProperties({ [MEMORY]: memory }, descriptors);
    const all = attach(top) as JsonObject;
    for (const [plugin, descriptors] of groups) all[plugin] = attach(descriptors) as JsonObject;
    return all;
  };
}

function memoryOf(scope: Scope): Memory {
  return (scope["facts"] as unknown as Facts)[MEMORY];
}

function getterOf({ compute, steady }: PreparedFact, index: number) {
  return function (this: Facts): Json | undefined {
    const own = this[MEMORY];
    const memory = (steady ? own.steady : undefined) ?? own;
    if (memory.isKnown[index] !== true) {
      memory.known[index] = compute(memory.scope);
      memory.isKnown[index] = true;
    }
    return memory.known[index];
  };
}

function splitName(fullName: string): [string, string?] {
  const dot = fullName.indexOf(".");
  return dot < 0 ? [fullName] : [fullName.slice(0, dot), fullName.slice(dot + 1)];
}
