import { problem, type Problem } from "../check/problem";
import { pointerTo } from "../json-pointer";

/**
 * What a package may let its variants change: `vary` of workflow.json, area → words.
 *
 * - `add`: new entries (a state, a rule, a form, …); what is there stays as it is.
 * - `change`: everything in the area, removing included.
 * - `within schema` (parameters): another value, as far as the parameter's own schema allows: its floor and ceiling.
 * - `fields` (forms, data): fields added, changed, removed, reordered; where a form writes to stays as it is.
 * - `text` (papers): the wording and blocks of the papers there are; (notices): their paragraph, places, contact, mark.
 * - `ladder` (deadlines): whom the deadlines there are bring a matter to, rung by rung.
 * - `columns` (registers, notices): the columns of the registers and notices there are.
 * - `transitions` are the ways out of the states there are: `on`, `after`, `always`, `onDone` and the events' entries
 *   in `meta.events`. `add` keeps the candidates that are there, in their order.
 *
 * Several words are separated by commas: `"forms": "fields, add"`. `<area>.<name>` opens one entry alone:
 * `"rules.bothAgree": "change"`, `"states.consent": "change"`, `"forms.intake": "fields"`.
 *
 * Always open: titles, labels, help, descriptions, messages, refusals, `order`, new optional fields, and further examples
 * of a rule.
 * Never open: id, version, `mustPass`, `vary` itself, and whatever is `statutory` (only its title, help and order).
 */
export const VARY: Readonly<Record<string, readonly string[]>> = {
  parameters: ["within schema", "add"],
  states: ["add", "change"],
  transitions: ["add", "change"],
  forms: ["fields", "add", "change"],
  data: ["fields"],
  papers: ["text", "add", "change"],
  registers: ["columns", "add", "change"],
  notices: ["text", "columns", "add", "change"],
  rules: ["add", "change"],
  facts: ["add", "change"],
  deadlines: ["ladder", "add", "change"],
  quietHours: ["change"],
  legal: ["add", "change"],
  phases: ["add", "change"],
  numbers: ["add", "change"],
  links: ["add", "change"],
  jobs: ["add", "change"],
  retention: ["add", "change"],
  moves: ["add", "change"],
  operations: ["add", "change"],
  plugins: ["add"],
  start: ["change"],
  caseTitle: ["change"],
  backdateDays: ["change"],
};

/** Areas that are one thing, not a map of named entries. */
const WITHOUT_NAMES = new Set([
  "transitions",
  "data",
  "plugins",
  "start",
  "caseTitle",
  "backdateDays",
  "quietHours",
]);

export type Vary = Readonly<Record<string, string>>;

/** The words that hold for an area, or for one entry of it. */
export function wordsFor(vary: Vary, area: string, name?: string): ReadonlySet<string> {
  const keys = name === undefined ? [area] : [area, `${area}.${name}`];
  return new Set(keys.flatMap((key) => (Object.hasOwn(vary, key) ? split(vary[key] ?? "") : [])));
}

/** Every entry of `vary` that says something unknown, as `variant/unknown-vary`. */
export function checkVary(vary: Vary): Problem[] {
  return Object.entries(vary).flatMap(([key, value]) => {
    const [area = "", ...name] = key.split(".");
    const known = Object.hasOwn(VARY, area) ? (VARY[area] ?? []) : undefined;
    const isNamed = name.length > 0;
    const pointer = pointerTo("/workflow/vary", key);
    if (known === undefined || (isNamed && WITHOUT_NAMES.has(area))) {
      const choices = Object.keys(VARY).join(", ");
      return [problem("variant/unknown-vary", pointer, { key, value, choices })];
    }
    const unknown = split(value).filter((word) => !known.includes(word));
    return unknown.map((word) =>
      problem("variant/unknown-vary", pointer, { key, value: word, choices: known.join(", ") }),
    );
  });
}

function split(words: string): string[] {
  return words.split(",").map((word) => word.trim());
}
