import type { Json } from "../json";
import type { Text } from "../text";
import type { Comparison } from "./condition";
import type { PathKind } from "./scope-words";

/** The word for a comparison, the same on the builder's controls and in the sentence. */
export function comparisonWord(comparison: Comparison, kind: PathKind): Text {
  return BY_KIND[kind]?.[comparison] ?? WORDS[comparison];
}

const WORDS: Readonly<Record<Comparison, Text>> = {
  is: { zh: "是", en: "is" },
  isNot: { zh: "不是", en: "is not" },
  less: { zh: "少于", en: "is less than" },
  atMost: { zh: "不超过", en: "is at most" },
  more: { zh: "大于", en: "is more than" },
  atLeast: { zh: "不少于", en: "is at least" },
  oneOf: { zh: "属于", en: "is one of" },
  noneOf: { zh: "不属于", en: "is none of" },
  contains: { zh: "包含", en: "contains" },
  lacks: { zh: "不包含", en: "does not contain" },
  holds: { zh: "填了", en: "is filled in" },
  fails: { zh: "没有填", en: "is not filled in" },
};

/** Days are earlier and later; “是否” would be a question. */
const BY_KIND: Readonly<Partial<Record<PathKind, Partial<Record<Comparison, Text>>>>> = {
  date: {
    less: { zh: "早于", en: "is before" },
    atMost: { zh: "不晚于", en: "is not after" },
    more: { zh: "晚于", en: "is after" },
    atLeast: { zh: "不早于", en: "is not before" },
  },
  boolean: {
    is: { zh: "为", en: "is" },
    isNot: { zh: "不为", en: "is not" },
    holds: { zh: "成立", en: "holds" },
    fails: { zh: "不成立", en: "does not hold" },
  },
  number: {
    is: { zh: "等于", en: "is" },
    isNot: { zh: "不等于", en: "is not" },
  },
};

/** True for the name of a comparison. */
export function isComparison(value: Json | undefined): value is Comparison {
  return typeof value === "string" && Object.hasOwn(WORDS, value);
}

/** The comparisons that make sense for a kind of field. */
export function comparisonsFor(kind: PathKind): Comparison[] {
  switch (kind) {
    case "number":
    case "date":
      return ["is", "isNot", "less", "atMost", "more", "atLeast"];
    case "choice":
    case "text":
      return ["is", "isNot", "oneOf", "noneOf"];
    case "boolean":
      return ["is", "isNot", "holds", "fails"];
    case "choices":
    case "list":
      return ["contains", "lacks"];
  }
}
