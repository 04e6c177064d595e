import type { Phrases } from "./phrases";
import type { Relation } from "./statement";

const ITEMS = { all: "all meet", some: "none meets", none: "none has" } as const;

/** Clauses in English. */
export const ENGLISH: Phrases = {
  yes: "yes",
  no: "no",
  nothing: "nothing",
  has: "yes",
  hasNot: "none",
  open: "not known yet",
  listOf: (all, more) => `${all.join(", ")}${more ? ", …" : ""}`,
  quoted: (value) => `“${value}”`,
  verdict: (truth) => (truth === "unknown" ? "not known yet" : truth ? "met" : "not met"),
  ofItem(list, label) {
    if (label === undefined) return list === "" ? "One item" : `${list}, one of them`;
    if (/^\d+$/.test(label)) return `${list === "" ? "Item" : list} ${label}`;
    return list === "" ? label : `${list}, ${label}`;
  },
  named: (name, value) => `${name}: ${value}`,
  withValue: (name, value) => `${name} ${value}`,
  withoutValue: (name) => `${name} (missing)`,
  assumed: (value) => `not filled in, taken as “${value}”`,
  computed: (from) => (from === "" ? "the result" : `the result from ${from}`),
  demand: ({ relation, other, isDay }) => `${demandsFor(isDay)[relation]} ${other}`,
  amongRead: (list, negated) => `must ${negated ? "not " : ""}be among: ${list}`,
  between: ({ low, high, inclusive, outside }) =>
    `${outside ? "not between" : "between"} ${low} and ${high} (ends ${inclusive ? "included" : "left out"})`,
  said: (what, demand) => `${what}, ${demand}`,
  concluded: (what, verdict) => `${what}: ${verdict}`,
  condition: (name, demand) => `${name} ${demand}`,
  filledIn: (complete, names) => `${complete ? "All filled in" : "Still missing"}: ${names}`,
  emptyList: (list) => `${list === "" ? "The list" : list}: empty`,
  judged: (from) => (from === "" ? "This clause" : `Judged by ${from}`),
  everyItem: ({ quantifier, list, condition }) => `${list}, ${ITEMS[quantifier]}: ${condition}`,
  hidden: "Something that is not shown to you",
  tooMuch: "Too much to work out: not known yet",
  failed: "A step could not be worked out: not known yet",
  notListed: (count) => `${count} more not listed`,
};

function demandsFor(isDay: boolean): Record<Relation, string> {
  return {
    equal: "must be",
    notEqual: "must not be",
    less: isDay ? "before" : "less than",
    atMost: isDay ? "not after" : "at most",
    more: isDay ? "after" : "more than",
    atLeast: isDay ? "not before" : "at least",
    oneOf: "must be one of",
    notOneOf: "must not be one of",
    contains: "must include",
    lacks: "must not include",
  };
}
