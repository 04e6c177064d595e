import { branchesOf, propertiesOf } from "../check/schema-fields";
import { parseInto } from "../form/write-form";
import { isObject, own, type JsonObject } from "../json";
import type { DefinitionDocument, FormSource } from "../workflow-source";

interface Around {
  /** The definition that the change stands on: what its data has is not touched. */
  parent: DefinitionDocument;
  /** The forms as they were before the edit, by name. */
  before: Record<string, FormSource>;
}

/**
 * A definition whose data has a place for every new field of its forms. What a form asks for the first time is kept
 * with the same shape; a field that the change itself brought follows its form, and goes when no form asks it any more.
 * A field that the data already had stays as it is, and `check` compares it with the form's.
 */
export function bringFields(document: DefinitionDocument, around: Around): DefinitionDocument {
  const names = Object.keys(document.forms).filter(
    (name) => document.forms[name] !== own(around.before, name),
  );
  const data = names.reduce((root, name) => {
    const form = document.forms[name];
    if (!isForm(form)) return root;
    const old = own(around.before, name);
    return withFieldsOf(root, form, {
      parent: around.parent.data,
      before: isForm(old) && old.into === form.into ? old.schema : {},
      isAskedElsewhere: (field) => isAsked(document, { except: name, into: form.into, field }),
    });
  }, document.data);
  return data === document.data ? document : { ...document, data };
}

interface Laying {
  parent: JsonObject;
  /** The form's schema before. */
  before: JsonObject;
  isAskedElsewhere: (field: string) => boolean;
}

/** Lays a form's fields over the place in the data that they go to. */
function withFieldsOf(data: JsonObject, form: FormSource, laying: Laying): JsonObject {
  const into = parseInto(form.into);
  if (into.kind === "merge") return lay(data, form.schema, laying);
  const path = into.path.split(".");
  const isList = into.kind !== "set";
  const name = path.at(-1) ?? "";
  const inner = (schema: JsonObject): JsonObject =>
    into.kind === "each" ? itemsOf(fieldsIn(schema)[name]) : schema;
  return inside(data, path, (place) => {
    const parent = path.reduce<JsonObject>(
      (schema, key) => own(propertiesOf(schema), key) ?? {},
      laying.parent,
    );
    const here = { ...laying, before: inner(laying.before) };
    if (!isList) return lay(place, inner(form.schema), { ...here, parent });
    const items = lay(itemsOf(place), inner(form.schema), { ...here, parent: itemsOf(parent) });
    return items === itemsOf(place) ? place : { ...place, items };
  });
}

/** Rewrites the schema of the group or list at a path; what is not there stays away. */
function inside(
  schema: JsonObject,
  [key = "", ...rest]: readonly string[],
  write: (place: JsonObject) => JsonObject,
): JsonObject {
  const properties = propertiesOf(schema);
  const place = own(properties, key);
  if (place === undefined) return schema;
  const written = rest.length === 0 ? write(place) : inside(place, rest, write);
  if (written === place) return schema;
  return { ...schema, properties: { ...properties, [key]: written } };
}

function lay(data: JsonObject, form: JsonObject, laying: Laying): JsonObject {
  const known = propertiesOf(data);
  const shipped = propertiesOf(laying.parent);
  const before = fieldsIn(laying.before);
  const asked = fieldsIn(form);
  const properties: Record<string, JsonObject> = {};
  for (const [name, place] of Object.entries(known)) {
    const parent = own(shipped, name);
    const field = own(asked, name);
    if (field === undefined) {
      const isGone = own(before, name) !== undefined && !laying.isAskedElsewhere(name);
      if (parent !== undefined || !isGone) properties[name] = place;
    } else if (parent === undefined) {
      properties[name] = field;
    } else {
      const inner = { ...laying, parent, before: own(before, name) ?? {} };
      properties[name] = layInside(place, field, inner);
    }
  }
  for (const [name, field] of Object.entries(asked)) {
    if (own(known, name) === undefined) properties[name] = field;
  }
  const isSame =
    Object.keys(properties).length === Object.keys(known).length &&
    Object.entries(properties).every(([name, field]) => own(known, name) === field);
  return isSame ? data : { ...data, properties };
}

/** A group or a list of groups that both have may have got fields inside. */
function layInside(place: JsonObject, field: JsonObject, laying: Laying): JsonObject {
  const isBoth = (type: string) => own(place, "type") === type && own(field, "type") === type;
  if (isBoth("object")) return lay(place, field, laying);
  if (!isBoth("array") || own(itemsOf(place), "type") !== "object") return place;
  const below = { ...laying, parent: itemsOf(laying.parent), before: itemsOf(laying.before) };
  const items = lay(itemsOf(place), itemsOf(field), below);
  return items === itemsOf(place) ? place : { ...place, items };
}

/** All fields of a group by name, those of its branches included. */
function fieldsIn(schema: JsonObject): Record<string, JsonObject> {
  const branches = branchesOf(schema, "").map(({ part }) => propertiesOf(part));
  const all = [...branches, propertiesOf(schema)].flatMap((fields) => Object.entries(fields));
  return Object.fromEntries(all.filter(([, field]) => own(field, "type") !== undefined));
}

const NOTHING: JsonObject = {};

function itemsOf(schema: JsonObject | undefined): JsonObject {
  const items = own(schema, "items");
  return isObject(items) ? items : NOTHING;
}

function isAsked(
  { forms }: DefinitionDocument,
  { except, into, field }: { except: string; into: string; field: string },
): boolean {
  return Object.entries(forms).some(
    ([name, form]) =>
      name !== except &&
      isForm(form) &&
      form.into === into &&
      own(fieldsIn(form.schema), field) !== undefined,
  );
}

/** What was typed may be anything; `check` says what it should be. */
function isForm(form: unknown): form is FormSource {
  return isObject(form) && typeof form["into"] === "string" && isObject(form["schema"]);
}
