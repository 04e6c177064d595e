import { isObject, sameJson, type Json } from "../json";
import { pointerTo } from "../json-pointer";
import { toKeyed } from "./keyed-view";
import { leavesOf, memberAt, type PatchOperation } from "./patch";

/** The patch that makes `changed` of `base` (two definition documents): the fewest leaves, each with its test. */
export function makePatch(base: Json, changed: Json): PatchOperation[] {
  return difference(toKeyed(base), toKeyed(changed), []);
}

function difference(base: Json, changed: Json, keys: readonly string[]): PatchOperation[] {
  if (sameJson(base, changed)) return [];
  if (!hasMembers(base) || !hasMembers(changed)) {
    const path = pointerTo("", ...keys);
    return [...testsOf(base, keys), { op: "replace", path, value: changed }];
  }
  const names = [...new Set([...Object.keys(base as object), ...Object.keys(changed as object)])];
  return names.flatMap((name): PatchOperation[] => {
    const below = [...keys, name];
    const path = pointerTo("", ...below);
    const before = memberAt(base, [name]);
    const after = memberAt(changed, [name]);
    if (after === undefined) {
      return [...testsOf(before ?? null, below), { op: "remove", path }];
    }
    return before === undefined
      ? [{ op: "add", path, value: after }]
      : difference(before, after, below);
  });
}

function hasMembers(value: Json): boolean {
  return isObject(value) && Object.keys(value).length > 0;
}

function testsOf(value: Json, keys: readonly string[]): PatchOperation[] {
  return leavesOf(value, keys).map((leaf) => ({
    op: "test",
    path: pointerTo("", ...leaf.keys),
    value: leaf.value,
  }));
}
