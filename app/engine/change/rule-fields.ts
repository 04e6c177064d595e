import { fieldsOf, type SchemaField } from "../check/schema-fields";
import { isObject, own, type Json } from "../json";
import type { Text } from "../text";
import type { DefinitionDocument } from "../workflow-source";
import { comparisonsFor, comparisonWord } from "./comparison-words";
import { isFixed, isGroup, type Comparison, type ConditionGroup } from "./condition";
import type { ParameterUnit } from "./parameter-words";
import { unitWord } from "./parameter-words";
import { sayConstant, wordsOf, type KnownWords, type PathKind } from "./scope-words";

/** Where a field comes from, as the builder's list is divided. */
export type FieldGroup = "data" | "facts" | "params" | "case" | "user";

/** One thing that a row of the builder may be about, and with what it may be compared. */
export interface RuleField {
  path: string;
  /** What counts where nothing is written, where a row of the rule says so. */
  fallback?: Json;
  title: Text;
  group: FieldGroup;
  kind: PathKind;
  unit: ParameterUnit;
  /** What stands behind a number: 元, 个工作日. */
  unitWord: Text;
  comparisons: { id: Comparison; label: Text }[];
  /** The answers there are, where they are written out. */
  choices: { value: Json; label: Text }[];
}

/** What the matter itself tells. */
const OF_MATTER = ["case.today", "case.startedAt", "case.enteredAt", "user.role"];

/**
 * Everything that a row of a rule may be about: plain fields of the data which `isCertain` where the rule is decided,
 * facts, parameters, the matter's days; and whatever the rule's rows read already, with what absence means there.
 */
export function ruleFields(
  document: DefinitionDocument,
  ask: { rows: ConditionGroup; isCertain: (path: string) => boolean; words: KnownWords },
): RuleField[] {
  const { rows, isCertain, words } = ask;
  const { facts = {}, parameters = {} } = document.workflow;
  const paths = [
    ...fieldsOf(document.data, "")
      .filter(isPlainField)
      .map(({ path }) => `data.${path}`)
      .filter(isCertain),
    ...Object.keys(facts).map((name) => `facts.${name}`),
    ...[...(words.plugins ?? [])]
      .filter(([, { type }]) => type !== "list")
      .map(([name]) => `facts.${name}`),
    ...Object.keys(parameters).map((name) => `params.${name}`),
    ...OF_MATTER,
  ];
  const read = readsOf(rows);
  const used = comparisonsIn(rows);
  const known = new Set(read.map(({ path }) => path));
  const all = [...read, ...paths.filter((path) => !known.has(path)).map((path) => ({ path }))];
  return distinct(
    document,
    all.map((one) => fieldOf(document, one, { words, used: used.get(one.path) ?? [] })),
  );
}

type Read = Pick<RuleField, "path" | "fallback">;

/** What rows read, each once for each thing that stands for absence. */
function readsOf({ items }: ConditionGroup): Read[] {
  const all = items.flatMap((item): Read[] => {
    if (isFixed(item)) return [];
    if (isGroup(item)) return readsOf(item);
    const { path, fallback, other } = item;
    const first = { path, ...(fallback === undefined ? {} : { fallback }) };
    return other === undefined ? [first] : [first, { path: other }];
  });
  const keys = all.map((one) => JSON.stringify(one));
  return all.filter((_, index) => keys.indexOf(keys[index] ?? "") === index);
}

/** The comparisons that rows make with each path: a rule may ask what the list would not offer. */
function comparisonsIn(group: ConditionGroup, into = new Map<string, Comparison[]>()) {
  for (const item of group.items) {
    if (isFixed(item)) continue;
    if (isGroup(item)) comparisonsIn(item, into);
    else into.set(item.path, [...(into.get(item.path) ?? []), item.comparison]);
  }
  return into;
}

function isPlainField({ kind, path, schema }: SchemaField): boolean {
  if (kind !== "leaf" || path.includes("[*]")) return false;
  if (own(schema, "type") !== "array") return true;
  const items = own(schema, "items");
  return isObject(items) && Array.isArray(own(items, "enum"));
}

function fieldOf(
  document: DefinitionDocument,
  { path, fallback }: Read,
  { words, used }: { words: KnownWords; used: readonly Comparison[] },
): RuleField {
  const here = wordsOf(document, path, words);
  const { kind, unit, title } = here;
  return {
    path,
    ...(fallback === undefined ? {} : { fallback }),
    title: fallback === undefined ? title : withFallback(title, sayConstant(here, fallback)),
    group: groupOf(path),
    kind,
    unit,
    unitWord: unitWord(unit),
    comparisons: [...new Set([...comparisonsFor(kind), ...used])].map((id) => ({
      id,
      label: comparisonWord(id, kind),
    })),
    choices: choicesOf(here.schema, kind).map((value) => ({
      value,
      label: sayConstant(here, kind === "choices" ? [value] : value),
    })),
  };
}

function choicesOf(schema: { [key: string]: Json }, kind: PathKind): readonly Json[] {
  if (kind === "boolean") return [true, false];
  const items = own(schema, "items");
  const choices = own(kind === "choices" && isObject(items) ? items : schema, "enum");
  if (Array.isArray(choices)) return choices;
  const labels = own(schema, "labels");
  return isObject(labels) ? Object.keys(labels) : [];
}

function groupOf(path: string): FieldGroup {
  const [root = "data"] = path.split(".");
  return root === "facts" || root === "params" || root === "case" || root === "user"
    ? root
    : "data";
}

function withFallback({ zh, en = zh }: Text, said: Text): Text {
  return {
    zh: `${zh}（没有填按“${said.zh}”算）`,
    en: `${en} (“${said.en ?? said.zh}” where empty)`,
  };
}

/** Fields of one title get the title of the group that they stand in before it. */
function distinct(document: DefinitionDocument, fields: RuleField[]): RuleField[] {
  return fields.map((field) => {
    const isShared = fields.some((one) => one !== field && one.title.zh === field.title.zh);
    const [root, ...names] = field.path.split(".");
    if (!isShared || root !== "data" || names.length < 2) return field;
    const { zh, en = zh } = wordsOf(document, `data.${names.slice(0, -1).join(".")}`).title;
    const { title } = field;
    return { ...field, title: { zh: `${zh}·${title.zh}`, en: `${en}: ${title.en ?? title.zh}` } };
  });
}
