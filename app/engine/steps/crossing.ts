import type { Case, DataWrite } from "../case";
import { applyWrites } from "../form/write-form";
import { at, type Json, type JsonObject } from "../json";

/**
 * What crosses from a matter to a linked one: target path → our data path, or `case.number`. What is not
 * there does not cross. Paths may be written with `data.` before them.
 */
export function crossing(
  paths: Readonly<Record<string, string>>,
  from: { number: Case["number"]; data: JsonObject },
): DataWrite[] {
  return Object.entries(paths).flatMap(([to, path]) => {
    const value: Json | undefined =
      path === "case.number" ? (from.number ?? undefined) : at(from.data, withoutRoot(path));
    return value === undefined ? [] : [{ path: withoutRoot(to), value }];
  });
}

/** The part of a matter's data that these paths name, and nothing else of it. */
export function pick(data: JsonObject, paths: readonly string[]): JsonObject {
  const same = Object.fromEntries(paths.map((path) => [path, path]));
  return applyWrites({}, crossing(same, { number: null, data }));
}

/** `data.claim.owner` and `claim.owner` are the same place in the data. */
export function withoutRoot(path: string): string {
  return path.replace(/^data\./, "");
}
