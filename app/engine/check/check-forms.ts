import { parseInto, schemaAt } from "../form/write-form";
import { isObject, own, type JsonObject } from "../json";
import { pointerTo } from "../json-pointer";
import type { DefinitionDocument, FormSource } from "../workflow-source";
import type { Check } from "./check-context";
import { problem, type Problem } from "./problem";
import { childrenOf, fieldsOf, rootField, type SchemaField } from "./schema-fields";
import { resolvePath } from "./scope-paths";
import { unknownPath } from "./check-templates";
import { unknownName } from "./unknown-name";

/** What a form writes has a place in the data, of the same kind; what it starts with can be read. */
export const checkForms: Check = (document, context) => {
  const used = new Set<string | undefined>([
    document.workflow.start.form,
    ...context.graph.nodes.flatMap(({ source }) =>
      Object.values(source.meta?.events ?? {}).map((meta) => meta.form),
    ),
  ]);
  const scope = { document, registry: context.registry, others: context.others };
  return Object.entries(document.forms).flatMap(([name, form]) => {
    const pointer = pointerTo("/forms", name);
    const prefill = Object.entries(form.prefill ?? {}).flatMap(([path, from]) => {
      const at = pointerTo(pointer, "prefill", path);
      const found = resolvePath(from, scope);
      const fields = fieldsOf(form.schema, "").map((field) => field.path);
      return [
        ...unknownName("check/unknown-field", { pointer: at, name: path }, fields),
        ...("missing" in found ? unknownPath(from, at, found) : []),
      ];
    });
    return [
      ...(used.has(name) ? [] : [problem("check/unused", pointer, { name })]),
      ...checkInto(form, pointer, document),
      ...prefill,
      ...checkStamp(form, pointer, document),
    ];
  });
};

/** A stamp has a text field in the data where the answers go, which the form itself does not ask. */
function checkStamp(form: FormSource, pointer: string, { data }: DefinitionDocument): Problem[] {
  const into = parseInto(form.into);
  const place = into.kind === "merge" ? data : schemaAt(data, into.path);
  const items = place && own(place, "items");
  const holder = into.kind === "append" && isObject(items) ? items : place;
  const known = holder === undefined ? [] : childrenOf(rootField(holder, ""));
  const asked = childrenOf(rootField(form.schema, "")).map((field) => field.name);
  return Object.keys(form.stamp ?? {}).flatMap((name) => {
    const at = { pointer: pointerTo(pointer, "stamp", name), name };
    const field = known.find((one) => one.name === name);
    if (into.kind === "each" || asked.includes(name) || (field && typeOf(field) !== "string")) {
      return [problem("check/stamp-place", at.pointer, { name })];
    }
    const names = known.map((one) => one.name);
    return unknownName("check/field-not-in-data", at, names);
  });
}

function typeOf({ schema }: SchemaField): string {
  return String(own(schema, "type"));
}

/** Lays the form's groups and fields over the place in the data that they go to. */
function checkInto(form: FormSource, pointer: string, { data }: DefinitionDocument): Problem[] {
  const into = parseInto(form.into);
  const at = pointerTo(pointer, "into");
  const base = pointerTo(pointer, "schema");
  if (into.kind === "merge") return compare(rootField(form.schema, base), rootField(data, "/data"));

  const place = schemaAt(data, into.path);
  if (place === undefined) return noPlace(into.path, at, data);
  const isList = own(place, "type") === "array";
  const wanted = into.kind === "set" ? "object" : "array";
  if (own(place, "type") !== wanted) {
    return [problem("check/into-kind", at, { into: form.into, wanted })];
  }
  if (!isList) return compare(rootField(form.schema, base), rootField(place, ""));
  const items = own(place, "items");
  const item = rootField(isObject(items) ? items : {}, "");
  if (into.kind === "append") return compare(rootField(form.schema, base), item);

  const name = into.path.split(".").at(-1) ?? into.path;
  const children = childrenOf(rootField(form.schema, base));
  const list = children.find((child) => child.name === name && child.kind === "list");
  const entry = list && childrenOf(list)[0];
  const hasId = entry !== undefined && childrenOf(entry).some((child) => child.name === "id");
  if (entry === undefined || !hasId || children.length !== 1) {
    return [problem("check/into-each", at, { into: form.into, name })];
  }
  return compare(entry, item);
}

function noPlace(path: string, pointer: string, data: JsonObject): Problem[] {
  const known = fieldsOf(data, "").map((field) => field.path);
  return unknownName("check/unknown-field", { pointer, name: path }, known);
}

function compare(form: SchemaField, data: SchemaField): Problem[] {
  const known = childrenOf(data);
  return childrenOf(form).flatMap((field) => {
    const place = known.find((child) => child.name === field.name);
    if (place === undefined) {
      const names = known.map((child) => child.name);
      return unknownName(
        "check/field-not-in-data",
        { pointer: field.pointer, name: field.name },
        names,
      );
    }
    const differing = (["type", "format", "unit"] as const).find(
      (key) => own(field.schema, key) !== own(place.schema, key),
    );
    if (differing !== undefined) {
      const [here, there] = [field, place].map((one) => String(own(one.schema, differing) ?? "—"));
      const params = { name: field.name, keyword: differing, here: here ?? "", there: there ?? "" };
      return [problem("check/field-differs", field.pointer, params)];
    }
    return [...compareChoices(field, place), ...compare(field, place)];
  });
}

/** A form may offer fewer choices than the data knows, never others. */
function compareChoices(field: SchemaField, place: SchemaField): Problem[] {
  const [offered, known] = [own(field.schema, "enum"), own(place.schema, "enum")];
  if (!Array.isArray(offered) || !Array.isArray(known)) return [];
  const extra = offered.filter((choice) => !known.includes(choice)).map(String);
  if (extra.length === 0) return [];
  const params = { name: field.name, choices: extra.slice(0, 10).join(", ") };
  return [problem("check/choice-not-in-data", pointerTo(field.pointer, "enum"), params)];
}
