import type { DataWrite } from "../case";
import { applyWrites } from "../form/write-form";
import { at, type JsonObject } from "../json";
import type { Scope } from "../scope";
import { scopeValue } from "./situation";

/** Paths that are read from the scope as they stand; all others lie in the data. */
const OF_SCOPE = /^(case|facts|params)\./;

/**
 * What crosses from a matter to a linked one: target path → our data path, or a path of the scope. What is not
 * there does not cross. Paths may be written with `data.` before them.
 */
export function crossing(paths: Readonly<Record<string, string>>, scope: Scope): DataWrite[] {
  return Object.entries(paths).flatMap(([to, path]) => {
    const value = scopeValue(scope, sourceOf(path));
    return value === undefined || value === null ? [] : [{ path: withoutRoot(to), value }];
  });
}

/** Where in the scope a path of an `export` is read: `claim.owner` is `data.claim.owner`. */
export function sourceOf(path: string): string {
  return OF_SCOPE.test(path) ? path : `data.${withoutRoot(path)}`;
}

/** The part of a matter's data that these paths name, and nothing else of it. */
export function pick(data: JsonObject, paths: readonly string[]): JsonObject {
  const writes = paths.map(withoutRoot).flatMap((path): DataWrite[] => {
    const value = at(data, path);
    return value === undefined ? [] : [{ path, value }];
  });
  return applyWrites({}, writes);
}

/** `data.claim.owner` and `claim.owner` are the same place in the data. */
export function withoutRoot(path: string): string {
  return path.replace(/^data\./, "");
}
