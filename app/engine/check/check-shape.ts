import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { isObject, own, type Json, type JsonObject } from "../json";
import { pointerTo, valueAt } from "../json-pointer";
import { nearest } from "./nearest";
import type { FileKind, PlatformSchemas } from "./platform-schemas";
import { problem, type Problem } from "./problem";

/** More problems of one file than anybody reads; a bomb must not become a book. */
const MAX_PROBLEMS = 100;

/** What XState offers and a package may not use: it would hide data, time or effects from the engine. */
const XSTATE_FEATURES = new Set([
  ...["context", "invoke", "history", "delays", "actors", "guards", "actions", "schemas", "types"],
  ...[
    "tags",
    "output",
    "input",
    "data",
    "params",
    "description",
    "internal",
    "cond",
    "in",
    "route",
  ],
  ...["activities", "predictableActionArguments", "order", "delimiter", "strict", "version"],
]);

const loaded = new WeakMap<PlatformSchemas, Ajv2020>();

/** Compiled when first needed: a format costs some tenths of a second, once. */
function validatorOf(schemas: PlatformSchemas, kind: FileKind): ValidateFunction {
  const ajv = loaded.get(schemas) ?? createAjv(schemas);
  loaded.set(schemas, ajv);
  const validate = ajv.getSchema(String(schemas[kind]["$id"]));
  if (validate === undefined) throw new Error(`no platform schema for ${kind}`);
  return validate;
}

function createAjv(schemas: PlatformSchemas): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allErrors: true,
    ownProperties: true,
    verbose: true,
    messages: false,
    logger: false,
    // The formats are the product's own, and held by its tests.
    meta: false,
    validateSchema: false,
    inlineRefs: false,
  });
  for (const schema of Object.values(schemas)) ajv.addSchema(schema);
  return ajv;
}

/**
 * Holds one file of a package against the platform's format, which is closed: what it does not name is a
 * problem. `pointer` is where the value stands in the definition document.
 */
export function checkShape(
  value: Json,
  format: { kind: FileKind; schemas: PlatformSchemas; pointer: string },
): Problem[] {
  const validate = validatorOf(format.schemas, format.kind);
  if (validate(value)) return [];
  const found: Problem[] = [];
  const seen = new Set<string>();
  for (const error of validate.errors ?? []) {
    const one = toProblem(error, value, format.pointer);
    if (one === undefined) continue;
    const said = `${one.code} ${one.pointer} ${one.message.zh}`;
    if (seen.has(said)) continue;
    seen.add(said);
    found.push(one);
    if (found.length === MAX_PROBLEMS) break;
  }
  return found;
}

function toProblem(error: ErrorObject, root: Json, base: string): Problem | undefined {
  const at = base + error.instancePath;
  const params = error.params as Record<string, Json>;
  const subject = valueAt(root, error.instancePath);
  // The fault of a key is reported by `propertyNames`, where the key itself is known.
  const isAboutKey = /^(pattern|m..Length)$/.test(error.keyword) && typeof subject !== "string";
  const inMachine = at.startsWith("/workflow/machine");
  switch (error.keyword) {
    case "if":
      return undefined;
    case "additionalProperties":
    case "unevaluatedProperties": {
      const key = String(params["additionalProperty"] ?? params["unevaluatedProperty"]);
      const here = pointerTo(at, key);
      if (inMachine && XSTATE_FEATURES.has(key)) {
        return problem("check/forbidden-feature", here, { feature: key });
      }
      const properties = own(error.parentSchema as JsonObject, "properties");
      const known = isObject(properties) ? Object.keys(properties) : [];
      return problem("check/unknown-key", here, {
        key,
        near: nearest(key, known) ?? "",
        known: known.join(", "),
      });
    }
    case "propertyNames":
      return nameProblem(String(params["propertyName"]), at);
    case "required":
      return problem("check/missing-key", at, { key: params["missingProperty"] ?? "" });
    case "type":
      return problem("check/wrong-type", at, { expected: String(params["type"]) });
    case "enum":
    case "const": {
      const value = subject ?? null;
      if (inMachine && value === "history") {
        return problem("check/forbidden-feature", at, { feature: "history" });
      }
      const allowed = params["allowedValues"] ?? [params["allowedValue"] ?? null];
      const list = (Array.isArray(allowed) ? allowed : [allowed]).map((one) => JSON.stringify(one));
      return problem("check/not-allowed", at, {
        value: JSON.stringify(value).slice(0, 60),
        allowed: list.join(", "),
      });
    }
    case "pattern":
      if (isAboutKey) return undefined;
      return problem("check/wrong-form", at, {
        value: String(subject).slice(0, 60),
        pattern: params["pattern"] ?? "",
      });
    default:
      if (isAboutKey) return undefined;
      return problem("check/limit", at, {
        keyword: error.keyword,
        limit: params["limit"] ?? "",
      });
  }
}

function nameProblem(name: string, at: string): Problem {
  const here = pointerTo(at, name);
  if (name.includes("*")) return problem("check/wildcard-event", here, { name });
  if (at.endsWith("/after") && /^\d/.test(name)) {
    return problem("check/numeric-delay", here, { name });
  }
  if (/^(xstate\.|qy\.|decided\.|timer:|link:|parent:|tell:|job:)/.test(name)) {
    return problem("check/reserved-name", here, { name });
  }
  return problem("check/illegal-name", here, { name });
}
