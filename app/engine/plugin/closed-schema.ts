import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { Json, JsonObject } from "../json";

/** Why a schema cannot be used. */
export interface UnusableSchema {
  what: string;
}

/** One fault of a value: the JSON pointer and, in English, what is wrong there. */
export interface ValueFault {
  pointer: string;
  what: string;
}

let shared: Ajv2020 | undefined;

/** One for all: a new Ajv spends longer on its own meta-schema than on any schema of a plugin. */
function ajv(): Ajv2020 {
  shared ??= new Ajv2020({
    strict: true,
    allErrors: true,
    useDefaults: true,
    ownProperties: true,
    logger: false,
  });
  return shared;
}

/**
 * Compiles the schema of a plugin's options or parameters, which must be a closed object. The validator fills in
 * defaults.
 */
export function compileClosed(schema: JsonObject): ValidateFunction | UnusableSchema {
  if (schema.type !== "object" || schema.additionalProperties !== false) {
    return { what: "not a closed object" };
  }
  try {
    return ajv().compile(schema);
  } catch (error) {
    return { what: error instanceof Error ? error.message : String(error) };
  } finally {
    // Nothing is kept: two plugins may use one `$id`.
    ajv().removeSchema(schema);
  }
}

function toFault(error: ErrorObject): ValueFault {
  const key: unknown = error.params.additionalProperty;
  const pointer = typeof key === "string" ? `${error.instancePath}/${key}` : error.instancePath;
  return { pointer: pointer || "/", what: error.message ?? "is not valid" };
}

/** A copy of a value with defaults filled in, or its faults. */
export function fillDefaults(
  validate: ValidateFunction,
  value: JsonObject,
): { value: JsonObject } | { faults: ValueFault[] } {
  const copy: Json = structuredClone(value);
  return validate(copy) ? { value: copy } : { faults: (validate.errors ?? []).map(toFault) };
}
