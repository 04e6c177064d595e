import { isObject, own, type Json, type JsonObject } from "../json";
import { pointerTo } from "../json-pointer";
import type { Text } from "../text";
import type { DefinitionDocument } from "../workflow-source";
import type { Check, CheckContext } from "./check-context";
import { deniedIn, deniedPurpose, scoreIn, type DeniedWord, type Named } from "./denied-words";
import { isIdentifying } from "./identifying";
import { problem, type Problem } from "./problem";
import { fieldsOf, type SchemaField } from "./schema-fields";
import { unknownName } from "./unknown-name";

/** Who sees a field besides roles: the matter's parties, and everybody. */
const EVERYBODY = ["party", "public"];

/**
 * The privacy lint: every field of the data says why it is kept, on what ground, how long and who sees
 * it, and nothing is asked, kept or computed that turns service into watching people.
 */
export const checkPrivacy: Check = (document, context) => [
  ...fieldsOf(document.data, "/data").flatMap((field) => [
    ...checkSaid(field, document, context),
    ...checkDenied(field),
  ]),
  ...Object.entries(document.forms).flatMap(([name, form]) =>
    fieldsOf(form.schema, pointerTo("/forms", name, "schema")).flatMap(checkDenied),
  ),
  ...checkComputed(document),
];

function checkSaid(
  field: SchemaField,
  { workflow }: DefinitionDocument,
  { roles }: CheckContext,
): Problem[] {
  const { schema, pointer, name, kind } = field;
  const isItem = name === "" && field.parent?.kind === "leaf";
  if (kind !== "leaf" || isItem) return [];
  const privacy = own(schema, "privacy");
  if (privacy === undefined) return [problem("check/no-privacy", pointer, { name })];
  const at = pointerTo(pointer, "privacy");
  const identifies = isIdentifying(name, schema);
  if (!isObject(privacy)) {
    return identifies ? [problem("check/personal-field", at, { name })] : [];
  }
  const text = (key: string): string => String(own(privacy, key) ?? "");
  const visibility = own(privacy, "visibility");
  const readers = (Array.isArray(visibility) ? visibility : []).map(String);
  const known = [...Object.keys(roles), ...EVERYBODY];
  const denied = deniedPurpose(textsOf(own(privacy, "purpose")));
  return [
    ...unknownName(
      "check/unknown-legal",
      { pointer: pointerTo(at, "legal"), name: text("legal") },
      Object.keys(workflow.legal ?? {}),
    ),
    ...unknownName(
      "check/unknown-retention",
      { pointer: pointerTo(at, "retention"), name: text("retention") },
      Object.keys(workflow.retention ?? {}),
    ),
    ...readers.flatMap((reader, i) => {
      const here = { pointer: pointerTo(at, "visibility", i), name: reader };
      return unknownName("check/unknown-role", here, known);
    }),
    ...(denied === undefined
      ? []
      : [problem("check/denied-purpose", pointerTo(at, "purpose"), { word: denied })]),
    ...(identifies && readers.includes("public")
      ? [problem("check/public-identifier", pointerTo(at, "visibility"), { name })]
      : []),
  ];
}

function checkDenied(field: SchemaField): Problem[] {
  const { pointer, name } = field;
  const named = namedOf(field);
  return refused(deniedIn(name, named.labels) ?? scoreIn(named, around(field)), { name, pointer });
}

function namedOf({ name, schema }: SchemaField): Named {
  return { key: name, labels: [...textsOf(own(schema, "label")), ...choicesOf(schema)] };
}

/** Words that can be chosen are kept as well. */
function choicesOf(schema: JsonObject): string[] {
  const labels = own(schema, "labels");
  return isObject(labels) ? Object.values(labels).flatMap(textsOf) : [];
}

/** The groups and lists that a field stands in. */
function around({ parent }: SchemaField): Named[] {
  return parent === undefined ? [] : [namedOf(parent), ...around(parent)];
}

/** What is computed, tuned or listed: facts, parameters, rules, columns of registers and notices. */
function checkComputed({ workflow }: DefinitionDocument): Problem[] {
  const { facts = {}, parameters = {}, rules = {}, registers = {}, notices = {} } = workflow;
  const named = [
    ...Object.entries({ facts, parameters, rules }).flatMap(([part, map]) =>
      Object.entries(map).map(([name, { title }]) => ({
        ...{ name, title, pointer: pointerTo("/workflow", part, name) },
      })),
    ),
    ...[
      ...Object.entries(registers).map(([list, one]) => ["registers", list, one] as const),
      ...Object.entries(notices).map(([list, one]) => ["notices", list, one] as const),
    ].flatMap(([part, list, { columns }]) =>
      Object.entries<{ title: Text }>(columns).map(([name, { title }]) => ({
        ...{ name, title, pointer: pointerTo("/workflow", part, list, "columns", name) },
      })),
    ),
  ];
  return named.flatMap(({ name, title, pointer }) => {
    const labels = Object.values(title).map(String);
    return refused(deniedIn(name, labels) ?? scoreIn({ key: name, labels }), { name, pointer });
  });
}

function refused(denied: DeniedWord | undefined, at: { name: string; pointer: string }): Problem[] {
  if (denied === undefined) return [];
  return [problem(denied.code, at.pointer, { name: at.name, word: denied.word })];
}

function textsOf(text: Json | undefined): string[] {
  return isObject(text) ? Object.values(text).map(String) : [];
}
