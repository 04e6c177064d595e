import Ajv2020, { type ErrorObject, type ValidateFunction } from "ajv/dist/2020";
import { RE2JS } from "re2js";
import { refusalError } from "../errors";
import { isObject, own, type Json, type JsonObject } from "../json";
import type { PluginFormat } from "../plugin/api";
import type { FieldFault } from "../refusal";
import type { Text } from "../text";
import { isDay } from "../time/zone";
import { defaultMessage } from "./default-messages";

/** The keywords of our own vocabulary; they describe and never validate. */
export const VOCABULARY = ["label", "labels", "hint", "messages", "privacy", "unit"] as const;

/** Gives every fault of a value, an empty list where it fits. Never throws. */
export type Check = (value: Json) => FieldFault[];

export interface Validator {
  /** Compiles a JSON Schema. Throws `form/schema` (RefusalError) where it cannot be compiled. */
  compile(schema: JsonObject): Check;
  /** The same where only the answer counts, as of a condition. */
  accepts(schema: JsonObject): (value: Json) => boolean;
  /** A value as it is stored: a string of a plugin's format in that format's own form, anything else as it is. */
  normalize(schema: JsonObject, value: Json): Json;
}

/** Linear-time regular expressions only: an exponential pattern cannot hang the server (re2). */
function linearRegExp(source: string): { test: (value: string) => boolean } {
  const compiled = RE2JS.compile(source);
  return { test: (value) => compiled.matcher(value).find() };
}
linearRegExp.code = "linearRegExp";

function messageAt(schema: JsonObject | undefined, keyword: string): Text | undefined {
  const messages = schema && own(schema, "messages");
  const text = isObject(messages) ? own(messages, keyword) : undefined;
  return isObject(text) && typeof text["zh"] === "string" ? (text as unknown as Text) : undefined;
}

function escapePointer(part: string): string {
  return part.replaceAll("~", "~0").replaceAll("/", "~1");
}

function toFault(error: ErrorObject, formats: ReadonlyMap<string, PluginFormat>): FieldFault {
  const parent = error.parentSchema as JsonObject | undefined;
  let pointer = error.instancePath;
  let owner = parent;
  if (error.keyword === "required") {
    const name = String(error.params["missingProperty"]);
    pointer += `/${escapePointer(name)}`;
    const properties = parent && own(parent, "properties");
    const child = isObject(properties) ? own(properties, name) : undefined;
    owner = isObject(child) ? child : undefined;
  } else if (
    error.keyword === "additionalProperties" ||
    error.keyword === "unevaluatedProperties"
  ) {
    const name = error.params["additionalProperty"] ?? error.params["unevaluatedProperty"];
    return {
      pointer: `${pointer}/${escapePointer(String(name))}`,
      code: "form/extra",
      message: defaultMessage("extra"),
    };
  }
  const format =
    error.keyword === "format" ? formats.get(String(error.params["format"])) : undefined;
  const message =
    messageAt(owner, error.keyword) ?? format?.message ?? defaultMessage(error.keyword);
  return {
    pointer,
    code: `form/${error.keyword.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    message,
  };
}

/**
 * A validator for one package: strict Ajv (JSON Schema 2020-12), own properties only, linear-time
 * patterns, no `$data`, and the formats of the plugins that the package lists.
 */
export function createValidator(formats: ReadonlyMap<string, PluginFormat> = new Map()): Validator {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    allErrors: true,
    ownProperties: true,
    verbose: true,
    logger: false,
    // The meta-schemas cost more than everything else here; `check` holds schemas against our own.
    meta: false,
    validateSchema: false,
    addUsedSchema: false,
    code: { regExp: linearRegExp },
  });
  for (const keyword of VOCABULARY) ajv.addKeyword({ keyword });
  ajv.addFormat("date", { type: "string", validate: isDay });
  ajv.addFormat("date-time", {
    type: "string",
    validate: (value: string) =>
      /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(value) && isDay(value.slice(0, 10)),
  });
  for (const [name, format] of formats)
    ajv.addFormat(name, { type: "string", validate: format.test });

  const compile = (schema: JsonObject): ValidateFunction => {
    try {
      return ajv.compile(schema);
    } catch (cause) {
      throw refusalError("form/schema", {
        what: cause instanceof Error ? cause.message : String(cause),
      });
    }
  };
  return {
    normalize(schema, value) {
      const format = own(schema, "format");
      if (typeof value !== "string" || typeof format !== "string") return value;
      return formats.get(format)?.normalize?.(value) ?? value;
    },
    compile(schema) {
      const validate = compile(schema);
      return (value) => {
        if (validate(value)) return [];
        const faults = (validate.errors ?? [])
          .filter((error) => error.keyword !== "if" && error.keyword !== "allOf")
          .map((error) => toFault(error, formats));
        const seen = new Set<string>();
        return faults.filter((fault) => !seen.has(fault.pointer) && seen.add(fault.pointer));
      };
    },
    accepts(schema) {
      const validate = compile(schema);
      return (value) => validate(value);
    },
  };
}
