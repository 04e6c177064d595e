import { Validator, type OutputUnit, type Schema } from "@cfworker/json-schema";
import type { RJSFSchema, ValidatorType } from "@rjsf/utils";
import { isObject, type Json, type JsonObject } from "../../engine/json";

/** Backtracking expressions could hang a page; the server, which decides, checks patterns in linear time. */
const LEFT_TO_SERVER: ReadonlySet<string> = new Set(["pattern", "format"]);

/**
 * Validation for drawing a form: which branch of a condition holds. Runs in the browser without
 * generating code, so that the Content-Security-Policy stays strict, and on the server alike.
 */
export const browserValidator: ValidatorType<unknown, RJSFSchema> = {
  isValid: (schema, formData) => findErrors(schema, formData).length === 0,
  rawValidation: <Result>(schema: RJSFSchema, formData?: unknown) => ({
    errors: findErrors(schema, formData) as Result[],
  }),
  // Faults are found when the form is sent, by `findFaults`; rjsf itself is never asked.
  validateFormData: () => ({ errors: [], errorSchema: {} }),
};

/** Every error of a value, each with the places in schema and value. Patterns and formats are left out. */
export function findErrors(schema: unknown, value: unknown): OutputUnit[] {
  if (!isObject(schema)) return [];
  // rjsf keeps keys without a value; the validator knows JSON only.
  const plain: unknown = value === undefined ? {} : JSON.parse(JSON.stringify(value));
  return validatorOf(schema).validate(plain).errors;
}

const validators = new WeakMap<object, Validator>();

function validatorOf(schema: JsonObject): Validator {
  let validator = validators.get(schema);
  if (!validator) {
    // A copy: the validator writes into the schema it is given.
    validator = new Validator(withoutPatterns(schema) as Schema, "2020-12", false);
    validators.set(schema, validator);
  }
  return validator;
}

function withoutPatterns(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(withoutPatterns);
  if (!isObject(schema)) return schema;
  // A keyword has a text; an object under the same name is a field that is called so.
  const kept = Object.entries(schema).filter(
    ([key, value]) => !(LEFT_TO_SERVER.has(key) && typeof value === "string"),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutPatterns(value)]));
}
