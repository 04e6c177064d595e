import type { OutputUnit } from "@cfworker/json-schema";
import { isObject, own, type Json, type JsonObject } from "../../engine/json";
import type { Text } from "../../engine/text";
import { defaultMessage } from "../../engine/validation/default-messages";
import { findErrors } from "./browser-validator";

/** One field that cannot be accepted, in the words that the server would use. */
export interface FormFault {
  pointer: string;
  message: string;
}

/** Errors that only say that some part is wrong, and those that conditional fields always cause. */
const SILENT: ReadonlySet<string> = new Set([
  "properties",
  "items",
  "allOf",
  "if",
  "false",
  "additionalProperties",
  "unevaluatedProperties",
]);

/**
 * What is plainly wrong with the answers, found before they are sent: one fault a field. The server
 * decides; it knows patterns, formats and rules besides. `schema` is a localised one; `say` chooses the
 * language of messages that the package leaves to us.
 */
export function findFaults(
  schema: JsonObject,
  answers: JsonObject,
  say: (text: Text) => string,
): FormFault[] {
  const faults = new Map<string, FormFault>();
  for (const error of findErrors(schema, answers)) {
    if (SILENT.has(error.keyword) || error.keywordLocation.includes("/oneOf/")) continue;
    for (const fault of toFaults(schema, answers, error, say)) {
      if (!faults.has(fault.pointer)) faults.set(fault.pointer, fault);
    }
  }
  return [...faults.values()];
}

function toFaults(
  schema: JsonObject,
  answers: JsonObject,
  { keyword, keywordLocation, instanceLocation }: OutputUnit,
  say: (text: Text) => string,
): FormFault[] {
  const pointer = instanceLocation.slice(1);
  const owner = at(schema, partsOf(keywordLocation).slice(0, -1));
  if (keyword !== "required") {
    const asWritten = keyword === "oneOf" ? "enum" : keyword;
    return [{ pointer, message: messageOf(owner, asWritten, say) }];
  }
  const value = at(answers, partsOf(instanceLocation));
  const required = isObject(owner) ? own(owner, "required") : undefined;
  const properties = isObject(owner) ? own(owner, "properties") : undefined;
  return (Array.isArray(required) ? required : [])
    .filter((key) => typeof key === "string")
    .filter((key) => !isObject(value) || own(value, key) === undefined)
    .map((key) => ({
      pointer: `${pointer}/${key}`,
      message: messageOf(isObject(properties) ? own(properties, key) : undefined, "required", say),
    }));
}

function messageOf(schema: Json | undefined, keyword: string, say: (text: Text) => string): string {
  const messages = isObject(schema) ? own(schema, "messages") : undefined;
  const message = isObject(messages) ? own(messages, keyword) : undefined;
  return typeof message === "string" ? message : say(defaultMessage(keyword));
}

/** `#/properties/name` → `["properties", "name"]`. */
function partsOf(location: string): string[] {
  return location
    .split("/")
    .slice(1)
    .map((part) => decodeURI(part).replaceAll("~1", "/").replaceAll("~0", "~"));
}

function at(root: Json, parts: readonly string[]): Json | undefined {
  return parts.reduce<Json | undefined>((here, part) => {
    if (Array.isArray(here)) return here[Number(part)];
    return isObject(here) ? own(here, part) : undefined;
  }, root);
}
