import { at, isObject, own, type JsonObject } from "../json";
import type { Workflow } from "../workflow";
import type { FieldRules } from "../workflow-source";
import { createForm, type Form } from "./form";
import { parseInto } from "./write-form";

const known = new WeakMap<FieldRules, Map<string, Form>>();

/** The form of a step as that step asks it (节点字段权限): fields that it hides or only shows are not asked. */
export function findEventForm(
  workflow: Workflow,
  { form: name, fields }: { form?: string | undefined; fields?: FieldRules | undefined },
): Form | undefined {
  const form = name === undefined ? undefined : workflow.forms.get(name);
  if (form === undefined || fields === undefined || name === undefined) return form;
  const forms = known.get(fields) ?? new Map<string, Form>();
  known.set(fields, forms);
  const key = `${workflow.hash} ${name}`;
  let ruled = forms.get(key);
  if (ruled === undefined) forms.set(key, (ruled = createRuledForm(form, fields, workflow)));
  return ruled;
}

function createRuledForm(form: Form, fields: FieldRules, workflow: Workflow): Form {
  const { source } = form;
  const schema = ruledSchema(source.schema, fields);
  const asked = {
    ...source,
    schema,
    ...(source.ui === undefined ? {} : { ui: ruledUi(source.ui, fields) }),
  };
  const ruled = createForm(form.name, asked, workflow.validator);
  return {
    ...ruled,
    // Whatever a page sends for them, they are not this step's to answer.
    accept: (entered) =>
      ruled.accept(
        Object.fromEntries(Object.entries(entered).filter(([key]) => !isKept(fields, key))),
      ),
  };
}

function isKept(fields: FieldRules, key: string): boolean {
  const rule = own(fields, key);
  return rule === "read" || rule === "hide";
}

/** The fields that a step only shows, as its form has them; undefined where it shows none. */
export function shownSchema(
  { source: { schema } }: Form,
  fields: FieldRules | undefined,
): JsonObject | undefined {
  const properties = own(schema, "properties");
  const shown = Object.entries(isObject(properties) ? properties : {}).filter(
    ([key]) => own(fields, key) === "read",
  );
  return shown.length === 0
    ? undefined
    : { ...schema, properties: Object.fromEntries(shown), required: [], allOf: [] };
}

function ruledSchema(schema: JsonObject, fields: FieldRules): JsonObject {
  const properties = own(schema, "properties");
  const required = own(schema, "required");
  const named = Array.isArray(required) ? required.map(String) : [];
  const needed = Object.keys(fields).filter((key) => fields[key] === "required");
  return {
    ...schema,
    properties: Object.fromEntries(
      Object.entries(isObject(properties) ? properties : {}).filter(
        ([key]) => !isKept(fields, key),
      ),
    ),
    required: [...new Set([...named, ...needed])].filter((key) => !isKept(fields, key)),
  };
}

/** What is not asked is not drawn either: nothing of it leaves the server. */
function ruledUi(ui: JsonObject, fields: FieldRules): JsonObject {
  const kept = Object.entries(ui).filter(([key]) => !isKept(fields, key));
  const order = own(ui, "ui:order");
  return {
    ...Object.fromEntries(kept),
    ...(Array.isArray(order)
      ? { "ui:order": order.filter((key) => !isKept(fields, String(key))) }
      : {}),
  };
}

/** What stands already in fields that a step does not ask: it stays as it is. */
export function keptFields(
  form: Form,
  fields: FieldRules | undefined,
  data: JsonObject,
): JsonObject {
  const into = parseInto(form.source.into);
  if (fields === undefined || into.kind === "append" || into.kind === "each") return {};
  const there = into.kind === "set" ? at(data, into.path) : data;
  if (!isObject(there)) return {};
  return Object.fromEntries(
    Object.keys(fields).flatMap((key) => {
      const value = isKept(fields, key) ? own(there, key) : undefined;
      return value === undefined ? [] : [[key, value]];
    }),
  );
}
