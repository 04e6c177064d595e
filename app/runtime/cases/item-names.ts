import { allProperties } from "../../engine/form/conditional-schema";
import { parseInto, schemaAt } from "../../engine/form/write-form";
import { at, isObject, own, type Json, type JsonObject } from "../../engine/json";
import { itemSchemaOf } from "../../engine/projection/visibility";
import { templateContext } from "../../engine/projection/context";
import { fillTemplate } from "../../engine/projection/template";
import type { Scope } from "../../engine/scope";
import { say, type Language, type Text } from "../../engine/text";
import type { Workflow } from "../../engine/workflow";
import type { FormSource } from "../../engine/workflow-source";

/** What people call the items of a matter's lists, by item id: 李长顺（申请人）. Items without a name are left out. */
export type ItemNames = ReadonlyMap<string, string>;

/** A list that a form shows, and how it names the items. */
interface NamedList {
  /** Path in the matter's data. */
  path: string;
  label: Text;
}

/** Fills every `itemLabel` of the package's forms over a scope (which holds only what the reader may see). */
export function itemNames(workflow: Workflow, scope: Scope, language: Language): ItemNames {
  const names = new Map<string, string>();
  const context = templateContext(workflow, scope, "");
  for (const { path, label } of namedLists(workflow)) {
    const list = at(scope["data"], path);
    for (const item of Array.isArray(list) ? list : []) {
      const id = isObject(item) ? own(item, "id") : undefined;
      if (typeof id !== "string" || names.has(id)) continue;
      const inItem = { ...context, scope: { ...scope, item }, itemPath: `data.${path}` };
      const name = fillTemplate(say(label, language), inItem, language)
        .replace(/（）|\(\)/g, "")
        .trim();
      if (name !== "") names.set(id, name);
    }
  }
  return names;
}

function namedLists(workflow: Workflow): NamedList[] {
  return [...workflow.forms.values()].flatMap(({ source }) => {
    const { ui = {} } = source;
    return Object.entries(allProperties(source.schema)).flatMap(([key, child]): NamedList[] => {
      const label = at(ui, `${key}.ui:options.itemLabel`);
      const isList = isObject(child) && itemSchemaOf(child) !== undefined;
      const named = isList && isText(label) && label.zh.includes("{{");
      return named ? [{ path: listPath(source, key), label }] : [];
    });
  });
}

/** Where the items of a form's list stand in the matter's data. */
export function listPath({ into }: Pick<FormSource, "into">, key: string): string {
  const target = parseInto(into);
  if (target.kind === "merge") return key;
  return target.kind === "each" ? target.path : `${target.path}.${key}`;
}

/** `ui` with the names of items that are already known, where the page finds them. */
export function withItemNames(
  ui: JsonObject,
  ask: { source: FormSource; dataSchema: JsonObject; data: JsonObject; names: ItemNames },
): JsonObject {
  const { source, dataSchema, data, names } = ask;
  const named = Object.keys(allProperties(source.schema)).flatMap((key): [string, Json][] => {
    const path = listPath(source, key);
    const list = at(data, path);
    if (!Array.isArray(list) || schemaAt(dataSchema, path) === undefined) return [];
    const known = list.flatMap((item): [string, string][] => {
      const id = isObject(item) ? own(item, "id") : undefined;
      const name = typeof id === "string" ? names.get(id) : undefined;
      return typeof id === "string" && name !== undefined ? [[id, name]] : [];
    });
    if (known.length === 0) return [];
    const here = own(ui, key);
    const options = isObject(here) ? own(here, "ui:options") : undefined;
    const itemNames = Object.fromEntries(known);
    return [
      [
        key,
        {
          ...(isObject(here) ? here : {}),
          "ui:options": { ...(isObject(options) ? options : {}), itemNames },
        },
      ],
    ];
  });
  return { ...ui, ...Object.fromEntries(named) };
}

function isText(value: Json | undefined): value is Json & Text {
  return isObject(value) && typeof value["zh"] === "string";
}
