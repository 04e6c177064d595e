import { schemaAt } from "../form/write-form";
import { memberOf } from "../facts";
import type { Roles } from "../check/roles";
import { decisionWord } from "../decision/decision-words";
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
  /** For `decisions.… | label`: what roles are called. */
  roles?: Roles;
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

/** A template made ready. Pure and total: what is missing shows as the blank. */
export type Template = (context: TemplateContext, language: Language) => string;

/** Reads a template once, so that filling it only looks values up. */
export function compileTemplate(template: string): Template {
  const pieces: (string | Template)[] = [];
  let end = 0;
  for (const match of template.matchAll(PLACEHOLDER)) {
    const [whole, path = "", displays = ""] = match;
    pieces.push(template.slice(end, match.index), compilePlaceholder(path, namesOf(displays)));
    end = match.index + whole.length;
  }
  pieces.push(template.slice(end));
  return (context, language) => {
    let filled = "";
    for (const piece of pieces)
      filled += typeof piece === "string" ? piece : piece(context, language);
    return filled;
  };
}

function compilePlaceholder(path: string, displays: readonly string[]): Template {
  const parts = pathParts(path);
  const dataPath = parts.slice(1).join(".");
  const isOfItem = path.startsWith("item.");
  const key = parts.at(-1) ?? "";
  return (context, language) => {
    const { itemPath } = context;
    const labelPath =
      isOfItem && itemPath !== undefined
        ? [...pathParts(`${itemPath}[*]`).slice(1), dataPath].join(".")
        : dataPath;
    const root = isOfItem ? (itemPath ?? "") : path;
    const decided = root.startsWith("decisions.") ? key : undefined;
    const values: Json[] = [];
    collectAt(context.scope, parts, values);
    const shown = values
      .filter((value) => value !== "")
      .map((value) => showValue(value, { labelPath, decided, displays, context, language }));
    return shown.length === 0 ? context.blank : shown.join(language === "en" ? ", " : "、");
  };
}

/** Both languages of a text made ready. */
export function compileText(text: Text): (context: TemplateContext) => Text {
  const zh = compileTemplate(text.zh);
  const en = text.en === undefined ? undefined : compileTemplate(text.en);
  return (context) => ({
    zh: zh(context, "zh"),
    ...(en === undefined ? {} : { en: en(context, "en") }),
  });
}

/** Fills a template that is used once. */
export function fillTemplate(
  template: string,
  context: TemplateContext,
  language: Language,
): string {
  return compileTemplate(template)(context, language);
}

/** Fills both languages of a text that is used once. */
export function fillText(text: Text, context: TemplateContext): Text {
  return compileText(text)(context);
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

/** The plain values at a scope path: one, those of a list (`data.panel[*].account`), or none. */
export function valuesAt(scope: TemplateContext["scope"], path: string): Json[] {
  const values: Json[] = [];
  collectAt(scope, pathParts(path), values);
  return values;
}

/** Collects the plain values at a path from its part `from` on: one, those of a list, or none. */
function collectAt(
  here: Json | { readonly [root: string]: Json } | undefined,
  path: readonly string[],
  values: Json[],
  from = 0,
): void {
  if (here === undefined || here === null) return;
  const key = path[from];
  if (key === undefined) {
    if (Array.isArray(here)) values.push(...here.filter((item: Json) => !isObject(item)));
    else values.push(here as Json);
  } else if (key === "*") {
    if (Array.isArray(here))
      for (const item of here as Json[]) collectAt(item, path, values, from + 1);
  } else if (FORBIDDEN_KEYS.has(key)) return;
  else if (Array.isArray(here)) {
    if (/^\d+$/.test(key)) collectAt(here[Number(key)], path, values, from + 1);
  } else if (isObject(here)) collectAt(memberOf(here, key), path, values, from + 1);
}

function showValue(
  value: Json,
  how: {
    /** For `| label`: the data path (no `data.`). */
    labelPath: string;
    /** For `| label` of a decision: the key of what is shown. */
    decided: string | undefined;
    displays: readonly string[];
    context: TemplateContext;
    language: Language;
  },
): string {
  const { context, language, labelPath, decided } = how;
  let shown: Json = value;
  for (const name of how.displays) {
    if (name === "label") {
      const label =
        decided === undefined
          ? labelAt(context.dataSchema, labelPath, shown)
          : decisionWord(decided, String(shown), context.roles ?? {});
      if (label !== undefined) shown = say(label, language);
    } else {
      shown = context.displays.get(name)?.show(shown, language, { today: context.today }) ?? shown;
    }
  }
  return isObject(shown) || Array.isArray(shown) ? "" : String(shown);
}
