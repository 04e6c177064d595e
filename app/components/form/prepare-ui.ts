import type { UiSchema } from "@rjsf/utils";
import { isObject, own, type Json, type JsonObject } from "../../engine/json";

/** Built-in widgets, by the names that packages use. */
export type WidgetName =
  | "text"
  | "textarea"
  | "select"
  | "radio"
  | "checkbox"
  | "checkboxes"
  | "date"
  | "datetime"
  | "month"
  | "money"
  | "hidden";

const LONG_TEXT = 120;
const FEW_OPTIONS = 4;
const OPTIONS = ["rows", "inline", "addLabel", "itemLabel", "itemNames", "removable", "prefix"];

/**
 * The uiSchema that rjsf gets: of what a package wrote only the keys we know (anything else could restyle
 * the page or send the form elsewhere), and a widget named for every field, so that rjsf chooses none.
 * `known` holds the widgets that exist; another name falls back to the one that fits the schema.
 */
export function prepareUi(
  schema: JsonObject,
  ui: Json | undefined,
  known: ReadonlySet<string>,
): UiSchema {
  const given = isObject(ui) ? ui : {};
  const prepared: UiSchema = { "ui:options": pick(own(given, "ui:options")) };
  const help = own(given, "ui:help");
  if (typeof help === "string") prepared["ui:help"] = help;
  const order = own(given, "ui:order");
  if (Array.isArray(order)) prepared["ui:order"] = completeOrder(order);
  const properties = allProperties(schema);
  for (const [key, child] of Object.entries(properties)) {
    prepared[key] = prepareUi(child, own(given, key), known);
  }
  const items = own(schema, "items");
  const isList = schema["type"] === "array" && isObject(items);
  if (isList && !isChoice(items)) prepared.items = prepareUi(items, own(given, "items"), known);
  if (Object.keys(properties).length === 0 && !(isList && !isChoice(items))) {
    const asked = own(given, "ui:widget");
    const usable = typeof asked === "string" && known.has(asked);
    prepared["ui:widget"] = usable ? asked : fittingWidget(schema);
  }
  return prepared;
}

/** Declared properties of an object schema, those of its conditional branches included. */
export function allProperties(schema: JsonObject): Record<string, JsonObject> {
  const all: Record<string, JsonObject> = {};
  for (const part of [...conditionalParts(schema), schema]) {
    const properties = own(part, "properties");
    if (!isObject(properties)) continue;
    for (const [key, child] of Object.entries(properties)) if (isObject(child)) all[key] = child;
  }
  return all;
}

/** True where some field depends on another one's answer, here or deeper. */
export function isConditional(schema: JsonObject): boolean {
  const items = own(schema, "items");
  return (
    conditionalParts(schema).length > 0 ||
    Object.values(allProperties(schema)).some(isConditional) ||
    (isObject(items) && isConditional(items))
  );
}

function conditionalParts(schema: JsonObject): JsonObject[] {
  const allOf = own(schema, "allOf");
  const conditions = Array.isArray(allOf) ? allOf.filter(isObject) : [];
  return conditions.flatMap((part) => [own(part, "then"), own(part, "else")].filter(isObject));
}

function fittingWidget(schema: JsonObject): WidgetName {
  if (schema["readOnly"] === true) return "hidden";
  if (schema["unit"] === "fen") return "money";
  const options = schema["oneOf"] ?? schema["enum"];
  if (Array.isArray(options)) return options.length <= FEW_OPTIONS ? "radio" : "select";
  if (schema["type"] === "array") return "checkboxes";
  if (schema["type"] === "boolean") return "radio";
  return schema["type"] === "string" ? fittingText(schema) : "text";
}

function fittingText({ format, maxLength }: JsonObject): WidgetName {
  if (format === "date") return "date";
  if (format === "date-time") return "datetime";
  return typeof maxLength === "number" && maxLength > LONG_TEXT ? "textarea" : "text";
}

/** A list whose items are chosen from given answers, drawn as boxes to tick. */
function isChoice(items: JsonObject): boolean {
  return Array.isArray(items["oneOf"]) || Array.isArray(items["enum"]);
}

function pick(options: Json | undefined): Record<string, Json> {
  if (!isObject(options)) return {};
  return Object.fromEntries(Object.entries(options).filter(([key]) => OPTIONS.includes(key)));
}

/** rjsf refuses an order that leaves out a field; ours puts the rest at the end. */
function completeOrder(order: readonly Json[]): string[] {
  const names = order.filter((name) => typeof name === "string");
  return names.includes("*") ? names : [...names, "*"];
}
