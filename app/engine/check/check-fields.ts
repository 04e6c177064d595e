import { RE2JS } from "re2js";
import { createForm } from "../form/form";
import { isObject, own, type JsonObject } from "../json";
import { pointerTo } from "../json-pointer";
import { createValidator, type Validator } from "../validation/validator";
import type { Check, CheckContext } from "./check-context";
import { problem, type Problem } from "./problem";
import { branchesOf, fieldsOf, propertiesOf, type SchemaField } from "./schema-fields";
import { unknownName } from "./unknown-name";

/** Fields that one data document or one form may have, and how deep they may lie. */
const MAX_FIELDS = 1_000;
const MAX_DEPTH = 8;

/** Formats that the platform itself knows. */
const OWN_FORMATS = ["date", "date-time"];

/**
 * The data and every form: bounded in length, number and depth; patterns that are matched in linear time;
 * labels; choices with words; names in `required` and conditions that exist; a schema that compiles.
 */
export const checkFields: Check = (document, context) => {
  const validator = createValidator(context.registry.formats);
  const { data, forms } = document;
  return [
    ...checkSchema(data, "/data", { context, validator, compile: () => validator.compile(data) }),
    ...Object.entries(forms).flatMap(([name, form]) =>
      checkSchema(form.schema, pointerTo("/forms", name, "schema"), {
        context,
        validator,
        compile: () => createForm(name, form, validator).prepare(),
      }),
    ),
  ];
};

interface Means {
  context: CheckContext;
  validator: Validator;
  /** Compiles the schema as a running matter does; throws where it cannot. */
  compile: () => unknown;
}

function checkSchema(schema: JsonObject, pointer: string, means: Means): Problem[] {
  const fields = fieldsOf(schema, pointer);
  if (fields.length > MAX_FIELDS) {
    return [problem("check/too-many-fields", pointer, { count: fields.length, limit: MAX_FIELDS })];
  }
  const problems = fields.flatMap((field) => [
    ...checkBounds(field),
    ...checkNames(field),
    ...checkWords(field),
    ...checkPattern(field),
    ...checkFormat(field, means.context),
    ...checkRange(field),
  ]);
  if (problems.some((found) => found.severity === "error")) return problems;
  try {
    means.compile();
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause);
    return [...problems, problem("form/schema", pointer, { what })];
  }
  return [...problems, ...fields.flatMap((field) => checkDefault(field, means.validator))];
}

function checkBounds({ schema, pointer, depth, name }: SchemaField): Problem[] {
  if (depth > MAX_DEPTH) return [problem("check/too-deep", pointer, { limit: MAX_DEPTH })];
  const says = (...keys: string[]): boolean => keys.some((key) => own(schema, key) !== undefined);
  const type = own(schema, "type");
  const isOpen =
    (type === "string" && !says("maxLength", "enum", "const", "format", "readOnly")) ||
    (type === "array" && !says("maxItems", "readOnly"));
  const keyword = type === "string" ? "maxLength" : "maxItems";
  return isOpen ? [problem("check/unbounded", pointer, { name, keyword })] : [];
}

/** `required` and the conditions of a group name its own fields. */
function checkNames({ schema, pointer, kind }: SchemaField): Problem[] {
  if (kind !== "group") return [];
  const base = Object.keys(propertiesOf(schema));
  const branches = branchesOf(schema, pointer);
  const all = [...base, ...branches.flatMap(({ part }) => Object.keys(propertiesOf(part)))];
  const allOf = own(schema, "allOf");
  const conditions = (Array.isArray(allOf) ? allOf : []).flatMap((one, i) => {
    const part = isObject(one) ? own(one, "if") : undefined;
    return isObject(part) ? [{ part, at: pointerTo(pointer, "allOf", i, "if") }] : [];
  });
  return [
    ...requiredIn(schema, pointer, base),
    ...branches.flatMap(({ part, at }) => requiredIn(part, at, all)),
    ...conditions.flatMap(({ part, at }) => [
      ...requiredIn(part, at, all),
      ...Object.keys(propertiesOf(part)).flatMap((name) =>
        unknownName(
          "check/unknown-field",
          { pointer: pointerTo(at, "properties", name), name },
          all,
        ),
      ),
    ]),
  ];
}

function requiredIn(part: JsonObject, pointer: string, known: readonly string[]): Problem[] {
  const required = own(part, "required");
  return (Array.isArray(required) ? required : []).flatMap((name, i) =>
    unknownName(
      "check/unknown-field",
      { pointer: pointerTo(pointer, "required", i), name: String(name) },
      known,
    ),
  );
}

/** What people read: a label on every field, a word for every choice. */
function checkWords({ schema, pointer, name, kind }: SchemaField): Problem[] {
  const problems: Problem[] = [];
  const isShown = name !== "" && own(schema, "readOnly") !== true;
  if (isShown && kind !== "group" && own(schema, "label") === undefined) {
    problems.push(problem("check/no-label", pointer, { name }));
  }
  const items = own(schema, "items");
  const holder = isObject(items) && kind === "leaf" ? items : schema;
  const at = holder === schema ? pointer : pointerTo(pointer, "items");
  const choices = own(holder, "enum");
  const labels = own(holder, "labels") ?? (isShown ? {} : undefined);
  if (!Array.isArray(choices) || !isObject(labels)) return problems;
  const missing = choices.map(String).filter((choice) => own(labels, choice) === undefined);
  const extra = Object.keys(labels).filter((label) => !choices.map(String).includes(label));
  if (missing.length > 0) {
    const params = { name, choices: missing.slice(0, 10).join(", ") };
    problems.push(problem("check/choice-without-label", at, params));
  }
  for (const label of extra) {
    const here = pointerTo(at, "labels", label);
    problems.push(problem("check/label-without-choice", here, { name: label }));
  }
  return problems;
}

function checkPattern({ schema, pointer }: SchemaField): Problem[] {
  const pattern = own(schema, "pattern");
  if (typeof pattern !== "string") return [];
  try {
    RE2JS.compile(pattern);
    return [];
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : "";
    return [problem("check/pattern-not-linear", pointerTo(pointer, "pattern"), { pattern, what })];
  }
}

function checkFormat({ schema, pointer }: SchemaField, { registry }: CheckContext): Problem[] {
  const format = own(schema, "format");
  if (typeof format !== "string") return [];
  const at = { pointer: pointerTo(pointer, "format"), name: format };
  const known = [...OWN_FORMATS, ...registry.formats.keys()];
  return unknownName("check/unknown-format", at, known);
}

const RANGES = [
  ["minLength", "maxLength"],
  ["minItems", "maxItems"],
  ["minimum", "maximum"],
  ["exclusiveMinimum", "exclusiveMaximum"],
] as const;

/** Keywords that say nothing about the other types; a validator passes over them without a word. */
const ONLY_FOR: Readonly<Record<string, readonly string[]>> = {
  string: ["minLength", "maxLength", "pattern", "format"],
  number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "unit"],
};

function checkRange({ schema, pointer }: SchemaField): Problem[] {
  const number = (key: string): number | undefined => {
    const value = own(schema, key);
    return typeof value === "number" ? value : undefined;
  };
  const empty = RANGES.filter(([low, high]) => (number(low) ?? 0) > (number(high) ?? Infinity));
  const type = own(schema, "type");
  const family = type === "integer" ? "number" : type;
  const idle = Object.entries(ONLY_FOR)
    .filter(([only]) => only !== family)
    .flatMap(([, keywords]) => keywords)
    .filter((keyword) => own(schema, keyword) !== undefined);
  return [
    ...empty.map(([low, high]) =>
      problem("check/empty-range", pointerTo(pointer, low), { low, high }),
    ),
    ...idle.map((keyword) =>
      problem("check/idle-keyword", pointerTo(pointer, keyword), { keyword, type: String(type) }),
    ),
  ];
}

function checkDefault({ schema, pointer }: SchemaField, validator: Validator): Problem[] {
  const given = own(schema, "default");
  if (given === undefined || validator.compile(schema)(given).length === 0) return [];
  return [problem("check/default-does-not-fit", pointerTo(pointer, "default"))];
}
