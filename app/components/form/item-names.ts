import type { UiSchema } from "@rjsf/utils";
import { fieldId, type FieldPath } from "../../engine/form/field-name";
import { isObject, own, type Json } from "../../engine/json";

/**
 * Names of the list items that are already known, by the item's field id on the page. They stand in the
 * list's `ui:options.itemNames`, by the item's own id (`{ "1-1": "李长顺（申请人）" }`).
 */
export function itemNames(ui: UiSchema, data: Json | undefined, path: FieldPath = []) {
  const found = new Map<string, string>();
  if (Array.isArray(data)) {
    const names: unknown = ui["ui:options"]?.["itemNames"];
    data.forEach((item, index) => {
      const id = isObject(item) ? own(item, "id") : undefined;
      const known = typeof id === "string" && isRecord(names) ? names[id] : undefined;
      if (typeof known === "string") found.set(fieldId([...path, index]), known);
      collect(found, ui.items as UiSchema | undefined, item, [...path, index]);
    });
  } else if (isObject(data)) {
    for (const [key, value] of Object.entries(data)) {
      collect(found, ui[key] as UiSchema | undefined, value, [...path, key]);
    }
  }
  return found;
}

function collect(
  found: Map<string, string>,
  ui: UiSchema | undefined,
  data: Json,
  path: FieldPath,
): void {
  if (ui) for (const [id, name] of itemNames(ui, data, path)) found.set(id, name);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
