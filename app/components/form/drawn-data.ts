import { isObject, own, type Json, type JsonObject } from "../../engine/json";
import { allProperties } from "./prepare-ui";

/**
 * The data as the form draws it: a required list that needs items shows empty ones to fill in, and an
 * item that a button just added has the shape its schema asks for. Nothing else is made up.
 */
export function drawnData(schema: JsonObject, data: JsonObject): JsonObject {
  const drawn: JsonObject = { ...data };
  const required = own(schema, "required");
  for (const [key, child] of Object.entries(allProperties(schema))) {
    const isRequired = Array.isArray(required) && required.includes(key);
    const value = drawnValue(child, own(data, key), isRequired);
    if (value !== undefined) drawn[key] = value;
  }
  return drawn;
}

function drawnValue(schema: JsonObject, value: Json | undefined, isRequired: boolean) {
  if (schema["type"] === "object") {
    return isObject(value) || isRequired ? drawnData(schema, isObject(value) ? value : {}) : value;
  }
  const items = own(schema, "items");
  if (schema["type"] !== "array" || !isObject(items) || items["type"] !== "object") return value;
  const present = Array.isArray(value) ? value : [];
  const least = isRequired && typeof schema["minItems"] === "number" ? schema["minItems"] : 0;
  if (present.length === 0 && least === 0) return value;
  const length = Math.max(present.length, Math.min(least, MOST_DRAWN));
  return Array.from({ length }, (_, index) => {
    const item = present[index];
    return drawnData(items, isObject(item) ? item : {});
  });
}

/** A package may ask for many items; a page draws a few and lets people add the others. */
const MOST_DRAWN = 3;
