import { isObject, type Json, type JsonObject } from "../json";
import { compileLogic } from "./compile-logic";
import { parseLogic } from "./parse-logic";
import type { Absent, CompiledLogic, Logic, Operator } from "./types";
import { gatherUses, type Uses } from "./variable-use";
import { chooseDomains, type Domain, type Known } from "./witness-domains";

/** A rule and what it is to come to; `absent` as in the rule. */
export interface Conjunct {
  logic: Logic;
  expect: boolean;
  absent?: Absent | undefined;
}

export interface WitnessSearch {
  conjuncts: readonly Conjunct[];
  operators: ReadonlyMap<string, Operator>;
  /** All values that a path can have, where they are few (an enum, a parameter's value); also of `data.parties[*].consent`. */
  domains: Known["domains"];
  /** The type of a path, where it is known: whole numbers need fewer values than others. */
  typeOf?: Known["typeOf"];
  /** How many times rules may be worked out (default 20,000). */
  limit?: number;
}

/**
 * A scope by path under which all conjuncts come out as expected; what it does not name does not
 * matter. When none is found, `exhaustive` says whether there is none, or only that the search
 * could not tell (“not analysed”).
 */
export type WitnessResult =
  { found: true; witness: Record<string, Json> } | { found: false; exhaustive: boolean };

const MOST_TRIES = 20_000;

/**
 * Looks for a case that makes rules come out as expected, over the values that the rules themselves
 * tell apart: enums, booleans, their constants and the values beside them, lists of up to two
 * items. Three-valued evaluation prunes: as soon as a half-made scope decides a rule the wrong way,
 * nothing that fills it up is tried.
 *
 * Variables are taken to be independent of one another: facts that are worked out from data should
 * be expanded by the caller. Refuses what `compileLogic` refuses.
 */
export function findWitness({
  conjuncts,
  operators,
  domains,
  typeOf,
  limit = MOST_TRIES,
}: WitnessSearch): WitnessResult {
  const uses: Uses = { variables: new Map(), lists: new Map() };
  for (const { logic, absent } of conjuncts) {
    gatherUses(parseLogic(logic, operators), uses, new Set(Object.keys(absent ?? {})));
  }
  const chosen = chooseDomains(uses, { domains, typeOf: typeOf ?? (() => undefined) });
  const search = new Search({ conjuncts, operators, domains: chosen.domains, limit });
  const witness = search.run();
  if (witness !== undefined) return { found: true, witness };
  return { found: false, exhaustive: chosen.complete && !search.gaveUp };
}

interface OpenConjunct {
  compiled: CompiledLogic;
  expect: boolean;
  absent: Absent | undefined;
}

class Search {
  gaveUp = false;
  private readonly conjuncts: OpenConjunct[];
  private readonly domains: Domain[];
  /** Rules are judged only from here on: before, leaving a path away is still open. */
  private readonly presenceSettled: number;
  private readonly scope: { [part: string]: Json } = {};
  private readonly witness = new Map<string, Json>();
  private tries: number;

  constructor({
    conjuncts,
    operators,
    domains,
    limit,
  }: Pick<WitnessSearch, "conjuncts" | "operators"> & {
    domains: Domain[];
    limit: number;
  }) {
    this.conjuncts = conjuncts.map(({ logic, expect, absent }) => ({
      compiled: compileLogic(logic, operators),
      expect,
      absent,
    }));
    const bySize = [...domains].sort((a, b) => a.values.length - b.values.length);
    this.domains = [
      ...bySize.filter(({ presence }) => presence),
      ...bySize.filter(({ presence }) => !presence),
    ];
    this.presenceSettled = domains.filter(({ presence }) => presence).length;
    this.tries = limit;
  }

  run(): Record<string, Json> | undefined {
    return this.from(0, this.conjuncts) ? Object.fromEntries(this.witness) : undefined;
  }

  /** Whether the paths from `index` on can be set so that all open conjuncts come out as expected. */
  private from(index: number, open: readonly OpenConjunct[]): boolean {
    let left = open;
    if (index >= this.presenceSettled) {
      const judged = this.judge(open);
      if (judged === "wrong") return false;
      if (judged.length === 0) return true;
      left = judged;
    }
    const domain = this.domains[index];
    if (domain === undefined) return false;
    for (const value of domain.values) {
      this.set(domain.path, value);
      if (this.from(index + 1, left)) return true;
      this.set(domain.path, undefined);
      if (this.gaveUp) return false;
    }
    return false;
  }

  /** The conjuncts that are still open. What is decided stays decided, however the rest is filled. */
  private judge(open: readonly OpenConjunct[]): OpenConjunct[] | "wrong" {
    const left: OpenConjunct[] = [];
    for (const conjunct of open) {
      this.tries -= 1;
      if (this.tries < 0) {
        this.gaveUp = true;
        return "wrong";
      }
      const options = conjunct.absent === undefined ? {} : { absent: conjunct.absent };
      const { truth } = conjunct.compiled.evaluate(this.scope, options);
      if (truth === "unknown") left.push(conjunct);
      else if (truth !== conjunct.expect) return "wrong";
    }
    return left;
  }

  private set(path: string, value: Json | undefined): void {
    const parts = path.split(".");
    const last = parts.pop() ?? "";
    let holder: JsonObject = this.scope;
    for (const part of parts) {
      const next: Json = holder[part] ?? {};
      holder[part] = next;
      if (!isObject(next)) return;
      holder = next;
    }
    if (value === undefined) {
      delete holder[last];
      this.witness.delete(path);
    } else {
      holder[last] = value;
      this.witness.set(path, value);
    }
  }
}
