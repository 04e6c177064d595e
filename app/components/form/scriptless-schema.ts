import { fieldId } from "../../engine/form/field-name";
import { isObject, own, type Json, type JsonObject } from "../../engine/json";

/** What a page without scripts draws: every field at once, and the style that shows it when it is asked. */
export interface ScriptlessForm {
  schema: JsonObject;
  css: string;
}

/**
 * A form whose outermost conditions are left to the style sheet. A browser that does not know `:has` shows all
 * fields, and the server drops what the chosen branch does not ask; conditions of another kind stay as they are.
 */
export function scriptlessSchema(schema: JsonObject): ScriptlessForm {
  const allOf = own(schema, "allOf");
  const parts = Array.isArray(allOf) ? allOf : [];
  const simple = parts.flatMap((part) => readBranch(part) ?? []);
  const others = parts.filter((part) => readBranch(part) === undefined);
  const { allOf: _, properties, required, ...rest } = schema;
  const fields = [...new Set(simple.flatMap(({ properties }) => Object.keys(properties)))];
  return {
    schema: {
      ...rest,
      properties: {
        ...(isObject(properties) ? properties : {}),
        ...Object.assign({}, ...simple.map((branch) => branch.properties)),
      } as JsonObject,
      required: [
        ...(Array.isArray(required) ? required : []),
        ...simple.flatMap((branch) => branch.required),
      ],
      ...(others.length === 0 ? {} : { allOf: others }),
    },
    css: fields.map((field) => ruleOf(field, simple)).join("\n"),
  };
}

/** Where the field `on` has one of the answers, these are asked as well. */
interface Branch {
  on: string;
  answers: string[];
  properties: JsonObject;
  required: Json[];
}

/** Names and answers are plain keys: nothing else may stand in a style sheet. */
const PLAIN = /^[\w-]{1,64}$/;

/** `if` one answer is one of these, `then` ask these fields; undefined for anything else. */
function readBranch(part: Json): Branch | undefined {
  if (!isObject(part) || own(part, "else") !== undefined) return undefined;
  const [when, then] = [own(part, "if"), own(part, "then")];
  const tested = isObject(when) ? own(when, "properties") : undefined;
  const [entry, second] = Object.entries(isObject(tested) ? tested : {});
  const properties = isObject(then) ? own(then, "properties") : undefined;
  if (entry === undefined || second !== undefined || !isObject(properties)) return undefined;
  const [on, test] = entry;
  const choices = isObject(test) ? (own(test, "enum") ?? [own(test, "const") ?? null]) : [];
  if (!Array.isArray(choices) || !choices.every((one) => typeof one === "string")) return undefined;
  const answers = choices.map(String);
  const texts = [on, ...answers, ...Object.keys(properties)];
  if (answers.length === 0 || !texts.every((text) => PLAIN.test(text))) return undefined;
  const required = isObject(then) ? own(then, "required") : undefined;
  return { on, answers, properties, required: Array.isArray(required) ? required : [] };
}

/** Hides a field unless one of the branches that ask it is chosen. */
function ruleOf(field: string, branches: readonly Branch[]): string {
  const asking = branches.filter(({ properties }) => Object.hasOwn(properties, field));
  const chosen = asking.flatMap(({ on, answers }) =>
    answers.flatMap((answer) => {
      const control = `[name=${JSON.stringify(fieldId([on]))}]`;
      const value = `[value=${JSON.stringify(answer)}]:checked`;
      return [`${control}${value}`, `${control} ${value}`];
    }),
  );
  const asked = JSON.stringify(fieldId([field]));
  return `form:not(:has(${chosen.join(", ")})) [data-field=${asked}] { display: none; }`;
}
