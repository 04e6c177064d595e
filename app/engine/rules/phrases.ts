import type { Relation } from "./statement";
import type { Truth } from "./types";

/** The turns of one language that clauses are made of. Everything given is already in words. */
export interface Phrases {
  yes: string;
  no: string;
  nothing: string;
  has: string;
  hasNot: string;
  /** What is asked about cannot be told yet. */
  open: string;
  listOf: (all: string[], more: boolean) => string;
  quoted: (value: string) => string;
  verdict: (truth: Truth) => string;
  /** The item that a sentence is about, put before it; a number is its place in the list. */
  ofItem: (list: string, label: string | undefined) => string;
  named: (name: string, value: string) => string;
  withValue: (name: string, value: string) => string;
  withoutValue: (name: string) => string;
  assumed: (value: string) => string;
  computed: (from: string) => string;
  demand: (asked: { relation: Relation; other: string; isDay: boolean }) => string;
  amongRead: (list: string, negated: boolean) => string;
  between: (asked: { low: string; high: string; inclusive: boolean; outside: boolean }) => string;
  said: (what: string, demand: string) => string;
  concluded: (what: string, verdict: string) => string;
  condition: (name: string, demand: string) => string;
  filledIn: (complete: boolean, names: string) => string;
  emptyList: (list: string) => string;
  judged: (from: string) => string;
  everyItem: (asked: {
    quantifier: "all" | "some" | "none";
    list: string;
    condition: string;
  }) => string;
  hidden: string;
  tooMuch: string;
  failed: string;
  notListed: (count: number) => string;
}
