import { schemaAt } from "../form/write-form";
import { FORBIDDEN_KEYS, isObject, own, type Json, type JsonObject } from "../json";
import type { PluginDisplay } from "../plugin/api";
import { say, type Language, type Text } from "../text";

/** One `{{path | display | display}}` of a template. */
export interface Placeholder {
  path: string;
  displays: string[];
}

/** What a template is filled from. */
export interface TemplateContext {
  /** Roots `data facts params case links user`, and `item` inside tables. */
  scope: { readonly [root: string]: Json };
  /** The data schema, for `| label`. */
  dataSchema: JsonObject;
  displays: ReadonlyMap<string, PluginDisplay>;
  /** What stands for a missing value: 「—」 in lists, a blank on paper. */
  blank: string;
  today: string;
  /** Inside a table: the scope path of the list, so that `item.x | label` finds its schema. */
  itemPath?: string;
}

const PLACEHOLDER = /\{\{\s*([^{}|]+?)\s*((?:\|\s*[^{}|]+?\s*)*)\}\}/g;

function namesOf(displays: string): string[] {
  return displays
    .split("|")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** The placeholders of a template, for `check`. */
export function placeholdersOf(template: string): Placeholder[] {
  return [...template.matchAll(PLACEHOLDER)].map((match) => ({
    path: match[1] ?? "",
    displays: namesOf(match[2] ?? ""),
  }));
}

/** Fills a template in one language. Pure and total: what is missing shows as the blank. */
export function fillTemplate(
  template: string,
  context: TemplateContext,
  language: Language,
): string {
  return template.replace(PLACEHOLDER, (_whole, path: string, displays: string) => {
    const shown = valuesAt(context.scope, pathParts(path))
      .filter((value) => value !== "")
      .map((value) => showValue(value, { path, displays: namesOf(displays), context, language }));
    return shown.length === 0 ? context.blank : shown.join(language === "en" ? ", " : "、");
  });
}

/** Fills both languages of a text. */
export function fillText(text: Text, context: TemplateContext): Text {
  const zh = fillTemplate(text.zh, context, "zh");
  return text.en === undefined ? { zh } : { zh, en: fillTemplate(text.en, context, "en") };
}

/** An enum value's label at a data path (no `data.`; `*` for any list item), where the schema has one. */
export function labelAt(dataSchema: JsonObject, dataPath: string, value: Json): Text | undefined {
  const schema = schemaAt(dataSchema, dataPath);
  const items = schema && own(schema, "items");
  const labels =
    (schema && own(schema, "labels")) ?? (isObject(items) ? own(items, "labels") : undefined);
  const label = isObject(labels) ? own(labels, String(value)) : undefined;
  return isObject(label) && typeof label["zh"] === "string"
    ? (label as unknown as Text)
    : undefined;
}

function pathParts(path: string): string[] {
  return path
    .split(".")
    .flatMap((part) => (part.endsWith("[*]") ? [part.slice(0, -3), "*"] : [part]));
}

function valuesAt(
  here: Json | { readonly [root: string]: Json } | undefined,
  path: readonly string[],
): Json[] {
  const [key, ...rest] = path;
  if (here === undefined || here === null) return [];
  if (key === undefined)
    return Array.isArray(here) ? here.filter((item: Json) => !isObject(item)) : [here as Json];
  if (key === "*")
    return Array.isArray(here) ? here.flatMap((item: Json) => valuesAt(item, rest)) : [];
  if (FORBIDDEN_KEYS.has(key)) return [];
  if (Array.isArray(here)) return /^\d+$/.test(key) ? valuesAt(here[Number(key)], rest) : [];
  return isObject(here) ? valuesAt(own(here, key), rest) : [];
}

function showValue(
  value: Json,
  how: { path: string; displays: readonly string[]; context: TemplateContext; language: Language },
): string {
  const { context, language } = how;
  let shown: Json = value;
  for (const name of how.displays) {
    if (name === "label") {
      const scopePath =
        how.path.startsWith("item.") && context.itemPath !== undefined
          ? `${context.itemPath}[*].${how.path.slice("item.".length)}`
          : how.path;
      const label = labelAt(context.dataSchema, pathParts(scopePath).slice(1).join("."), shown);
      if (label !== undefined) shown = say(label, language);
    } else {
      shown = context.displays.get(name)?.show(shown, language, { today: context.today }) ?? shown;
    }
  }
  return isObject(shown) || Array.isArray(shown) ? "" : String(shown);
}
