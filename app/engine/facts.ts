import { isObject, own, type Json, type JsonObject } from "./json";
import type { Scope } from "./scope";

/** One fact as every scope computes it. */
export interface PreparedFact {
  /** `name`, or `<plugin>.<name>`. */
  name: string;
  /** Undefined where it cannot be told: the fact is absent then. */
  compute: (scope: Scope) => Json | undefined;
  /** True where it stays the same for scopes that differ only in `case.enteredAt`. */
  steady: boolean;
}

/** Gives a scope its `facts`; `steadyFrom` is an earlier scope that differs only in `case.enteredAt`. */
export type AttachFacts = (scope: Scope, steadyFrom?: Scope) => JsonObject;

/** A name's fact, or the facts of the plugin of that name. */
type Catalogue = { readonly [name: string]: PreparedFact | Catalogue };

/** What is known of one scope's facts. */
interface Memory {
  scope: Scope;
  known: Map<PreparedFact | Catalogue, Json | undefined>;
  /** Where the steady ones are computed and kept. */
  steady: Memory | undefined;
}

/**
 * Prepares the facts of a workflow. Whoever reads a scope meets them as own properties; each is computed when it is
 * first read, and once for a scope.
 */
export function prepareFacts(facts: readonly PreparedFact[]): AttachFacts {
  const catalogue = toCatalogue(facts);
  return (scope, steadyFrom) => {
    const earlier = steadyFrom && memoryOf(steadyFrom);
    const memory = { scope, known: new Map(), steady: earlier?.steady ?? earlier };
    return readable(new FactReader(catalogue, memory));
  };
}

const readers = new WeakMap<object, FactReader>();

/** Everybody who looks at a scope sees facts as own properties of an object. */
function readable(reader: FactReader): JsonObject {
  const facts = new Proxy<JsonObject>({}, reader);
  readers.set(facts, reader);
  return facts;
}

/** An own property; of facts the same without the detour over what only stands for them, for those who read often. */
export function memberOf(here: JsonObject, key: string): Json | undefined {
  const reader = readers.get(here);
  return reader === undefined ? own(here, key) : reader.find(key);
}

function toCatalogue(facts: readonly PreparedFact[]): Catalogue {
  const catalogue: Record<string, PreparedFact | Record<string, PreparedFact>> = {};
  for (const fact of facts) {
    const [plugin = "", name] = splitName(fact.name);
    if (name === undefined) catalogue[plugin] = fact;
    else catalogue[plugin] = { ...catalogue[plugin], [name]: fact };
  }
  return catalogue as Catalogue;
}

function splitName(fullName: string): [string, string?] {
  const dot = fullName.indexOf(".");
  return dot < 0 ? [fullName] : [fullName.slice(0, dot), fullName.slice(dot + 1)];
}

function isFact(entry: PreparedFact | Catalogue): entry is PreparedFact {
  return typeof entry["compute"] === "function";
}

function memoryOf(scope: Scope): Memory | undefined {
  const facts = scope["facts"];
  return isObject(facts) ? readers.get(facts)?.memory : undefined;
}

/** Answers for an object that holds every fact of the catalogue. */
class FactReader implements ProxyHandler<JsonObject> {
  constructor(
    private readonly catalogue: Catalogue,
    readonly memory: Memory,
  ) {}

  find(name: string): Json | undefined {
    const entry = own(this.catalogue, name);
    return entry && this.valueOf(entry);
  }

  get(_target: JsonObject, name: string | symbol): Json | undefined {
    return typeof name === "string" ? this.find(name) : undefined;
  }

  getOwnPropertyDescriptor(_target: JsonObject, name: string | symbol) {
    const isThere = typeof name === "string" && own(this.catalogue, name) !== undefined;
    return isThere
      ? { value: this.get(_target, name), enumerable: true, configurable: true }
      : undefined;
  }

  has(_target: JsonObject, name: string | symbol): boolean {
    return typeof name === "string" && own(this.catalogue, name) !== undefined;
  }

  ownKeys(): string[] {
    return Object.keys(this.catalogue);
  }

  private valueOf(entry: PreparedFact | Catalogue): Json | undefined {
    const memory =
      isFact(entry) && entry.steady ? (this.memory.steady ?? this.memory) : this.memory;
    const { known, scope } = memory;
    if (!known.has(entry)) {
      const value = isFact(entry) ? entry.compute(scope) : readable(new FactReader(entry, memory));
      known.set(entry, value);
    }
    return known.get(entry);
  }
}
