import { isObject, own, type Json, type JsonObject } from "../../engine/json";
import type { Directory, Place } from "../people/directory";

/** A field whose value is a village's division code. */
export const VILLAGE_FORMAT = "division-code.village";

/** So many can be looked through in a list; with more in reach the code is typed. */
const MOST_CHOICES = 400;

/**
 * The schema as a page draws it, where fields for a village's code offer the villages in the person's reach by
 * name: nobody knows twelve digits by heart. Pure; what is sent is judged by the form's own schema.
 */
export function withVillages(schema: JsonObject, villages: readonly Place[]): JsonObject {
  if (villages.length === 0 || villages.length > MOST_CHOICES) return schema;
  const oneOf = villages.map(({ code, name }): JsonObject => ({ const: code, title: name }));
  const visit = (here: Json): Json => {
    if (Array.isArray(here)) return here.map(visit);
    if (!isObject(here)) return here;
    if (own(here, "format") === VILLAGE_FORMAT) {
      const { format: _format, maxLength: _maxLength, description: _hint, ...rest } = here;
      return { ...rest, oneOf };
    }
    return Object.fromEntries(Object.entries(here).map(([key, value]) => [key, visit(value)]));
  };
  return visit(schema) as JsonObject;
}

/** What villages are called, by code; undefined for a code that no village has. */
export function placeNames(directory: Pick<Directory, "unitsCovering">) {
  return (code: string): string | undefined =>
    directory.unitsCovering(code).find(({ kind }) => kind === "village")?.name;
}
