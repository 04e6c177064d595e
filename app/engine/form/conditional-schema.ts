import { isObject, own, type Json, type JsonObject } from "../json";

/** The conditions of a group: the members of its `allOf` that have an `if`. */
export function conditionsOf(schema: JsonObject): JsonObject[] {
  const allOf = own(schema, "allOf");
  return Array.isArray(allOf)
    ? allOf.filter(isObject).filter((part) => isObject(own(part, "if")))
    : [];
}

/** The properties that a schema declares itself. */
export function propertiesOf(schema: Json | undefined): JsonObject {
  const properties = isObject(schema) ? own(schema, "properties") : undefined;
  return isObject(properties) ? properties : {};
}

/** Declared properties of an object schema, those of every branch included. */
export function allProperties(schema: JsonObject): JsonObject {
  const parts = conditionsOf(schema).flatMap((part) => [own(part, "then"), own(part, "else")]);
  return Object.assign({}, ...parts.map(propertiesOf), propertiesOf(schema)) as JsonObject;
}

/**
 * The schema that judges pruned answers. Ajv would refuse conditional properties under
 * `additionalProperties: false`; pruning sees to extras instead.
 */
export function openConditional(schema: Json): JsonObject {
  const visit = (here: Json): Json => {
    if (Array.isArray(here)) return here.map(visit);
    if (!isObject(here)) return here;
    const copy = Object.fromEntries(
      Object.entries(here).map(([key, value]) => [key, visit(value)]),
    );
    if (conditionsOf(here).length > 0) delete copy["additionalProperties"];
    return copy;
  };
  return visit(schema) as JsonObject;
}
