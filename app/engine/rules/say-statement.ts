import type { Json } from "../json";
import type { Phrases } from "./phrases";
import type { Claim, Operand, Relation, Statement } from "./statement";
import type { Truth } from "./types";

/** The names and values of one package in one language, with that language's phrases. */
export interface Wording {
  label: (path: string) => string;
  show: (path: string, value: Json) => string;
  phrases: Phrases;
}

type Compare = Extract<Claim, { kind: "compare" }>;
type Between = Extract<Claim, { kind: "between" }>;

const MOST_CHOICES = 6;
const IN_ORDER: ReadonlySet<Relation> = new Set<Relation>(["less", "atMost", "more", "atLeast"]);

/** One statement as a sentence without its full stop. */
export function sayStatement({ truth, claim, items }: Statement, wording: Wording): string {
  const { phrases, label } = wording;
  const listed = items.at(-1)?.list;
  const about = items.map(({ list, label: item }, index) =>
    phrases.ofItem(list === undefined || index > 0 ? "" : label(list), item),
  );
  const said = sayClaim({ claim, truth, listed }, wording);
  if (about.length === 0) return said;
  const itself = "subject" in claim && isItem(claim.subject, listed);
  const before = about.reduce(phrases.said);
  return itself ? phrases.named(before, said) : phrases.said(before, said);
}

/** The item itself was named already: “不适用情形第 1 项：雇凶”. */
function isItem(subject: Operand, listed: string | undefined): boolean {
  return subject.kind === "read" && subject.path === `${listed}[*]`;
}

interface Said {
  claim: Claim;
  truth: Truth;
  /** The list whose item was named before. */
  listed: string | undefined;
}

function sayClaim({ claim, truth, listed }: Said, wording: Wording): string {
  const { phrases, label } = wording;
  const verdict = phrases.verdict(truth);
  switch (claim.kind) {
    case "is":
      return sayWhatIs(claim, wording);
    case "compare":
      return IN_ORDER.has(claim.relation) || claim.subject.kind !== "read"
        ? phrases.concluded(
            phrases.said(withValue(claim.subject, wording), demand(claim, wording)),
            verdict,
          )
        : sayMatch({ claim, truth, listed }, wording);
    case "between":
      return phrases.concluded(
        phrases.said(withValue(claim.subject, wording), range(claim, wording)),
        verdict,
      );
    case "filledIn":
      return phrases.filledIn(claim.complete, phrases.listOf(claim.paths.map(label), false));
    case "emptyList":
      return phrases.emptyList(claim.list === undefined ? "" : label(claim.list));
    case "judged":
      return phrases.concluded(
        phrases.judged(phrases.listOf(claim.from.map(label), false)),
        verdict,
      );
    case "everyItem": {
      const { quantifier, list } = claim;
      return phrases.everyItem({
        quantifier,
        list: label(list),
        condition: condition(claim.claim, wording),
      });
    }
    case "hidden":
      return phrases.concluded(phrases.hidden, verdict);
    case "notWorkedOut":
      return claim.code === "rule/budget" ? phrases.tooMuch : phrases.failed;
  }
}

function sayWhatIs(
  { subject, truthy }: { subject: Operand; truthy: Truth },
  wording: Wording,
): string {
  const { phrases } = wording;
  const name = nameOf(subject, wording);
  if (truthy === "unknown") return phrases.named(name, phrases.open);
  const said = valueOf(subject, wording) || (truthy ? phrases.has : phrases.hasNot);
  return phrases.named(name, isAssumed(subject) ? phrases.assumed(said) : said);
}

/** “调解意愿：不同意，应为“同意””; where it holds, the value alone says it. */
function sayMatch({ claim, truth, listed }: Said & { claim: Compare }, wording: Wording): string {
  const { phrases } = wording;
  const { subject, other } = claim;
  const value = isMissing(subject) ? phrases.open : (valueOf(subject, wording) ?? "");
  const said = isAssumed(subject) ? phrases.assumed(value) : value;
  const name = isItem(subject, listed) ? "" : nameOf(subject, wording);
  const what = name === "" || said === "" ? name + said : phrases.named(name, said);
  return truth === true && other.kind === "constant" && said !== ""
    ? what
    : phrases.said(what, demand(claim, wording));
}

/** What is asked for: 不超过 ¥5,000.00. */
function demand({ relation, subject, other }: Compare, wording: Wording): string {
  const { phrases, label } = wording;
  if (other.kind === "read" && (relation === "oneOf" || relation === "notOneOf")) {
    return phrases.amongRead(label(other.path), relation === "notOneOf");
  }
  const dated = isDay(other) || (other.kind !== "constant" && isDay(subject));
  if (other.kind !== "constant")
    return phrases.demand({ relation, other: withValue(other, wording), isDay: dated });
  const within = relation === "contains" || relation === "lacks" ? "[*]" : "";
  const path = subject.kind === "read" ? subject.path + within : undefined;
  const value = showAt(path, other.value, wording);
  return phrases.demand({
    relation,
    other: IN_ORDER.has(relation) ? value : phrases.quoted(value),
    isDay: dated,
  });
}

function range({ inclusive, outside, subject, low, high }: Between, wording: Wording): string {
  const path = subject.kind === "read" ? subject.path : undefined;
  const end = (operand: Operand): string =>
    operand.kind === "constant"
      ? showAt(path, operand.value, wording)
      : withValue(operand, wording);
  return wording.phrases.between({ low: end(low), high: end(high), inclusive, outside });
}

/** The same without anybody's value, for all items at once: 年龄不少于 16. */
function condition(claim: Claim, wording: Wording): string {
  if (claim.kind === "is") return sayWhatIs(claim, wording);
  if (claim.kind !== "compare" && claim.kind !== "between") return "";
  const asked = claim.kind === "compare" ? demand(claim, wording) : range(claim, wording);
  return wording.phrases.condition(nameOf(claim.subject, wording), asked);
}

function withValue(operand: Operand, wording: Wording): string {
  const { phrases } = wording;
  const value = valueOf(operand, wording);
  if (operand.kind === "constant") return value ?? "";
  const name = nameOf(operand, wording);
  if (isMissing(operand)) return phrases.withoutValue(name);
  if (value === undefined) return name;
  return phrases.withValue(name, isAssumed(operand) ? phrases.assumed(value) : value);
}

function nameOf(operand: Operand, wording: Wording): string {
  const { phrases, label } = wording;
  switch (operand.kind) {
    case "read":
      return label(operand.path);
    case "constant":
      return showAt(undefined, operand.value, wording);
    case "computed":
      return phrases.computed(phrases.listOf(operand.from.map(label), false));
  }
}

function valueOf(operand: Operand, wording: Wording): string | undefined {
  if (operand.value === undefined) return undefined;
  if (operand.kind !== "read") return showAt(undefined, operand.value, wording);
  return showAt(
    Array.isArray(operand.value) ? `${operand.path}[*]` : operand.path,
    operand.value,
    wording,
  );
}

/** A value in words; `path` is that of one item where it is a list. */
function showAt(path: string | undefined, value: Json, wording: Wording): string {
  const { phrases, show } = wording;
  if (Array.isArray(value)) {
    const said = value.slice(0, MOST_CHOICES).map((each) => showAt(path, each, wording));
    return phrases.listOf(said, value.length > MOST_CHOICES);
  }
  if (value === null) return phrases.nothing;
  if (path !== undefined) return show(path, value);
  if (typeof value === "boolean") return value ? phrases.yes : phrases.no;
  return typeof value === "object" ? "" : `${value}`;
}

function isAssumed(operand: Operand): boolean {
  return operand.kind === "read" && operand.assumed;
}

function isMissing(operand: Operand): boolean {
  return operand.kind === "read"
    ? operand.missing
    : operand.kind === "computed" && operand.value === undefined;
}

function isDay(operand: Operand): boolean {
  return typeof operand.value === "string" && /^\d{4}-\d{2}-\d{2}/.test(operand.value);
}
