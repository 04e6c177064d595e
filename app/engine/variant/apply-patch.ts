import { problem, type Problem } from "../check/problem";
import { FORBIDDEN_KEYS, isObject, sameJson, type Json } from "../json";
import { keysOf, pointerTo } from "../json-pointer";
import { leavesOf, memberAt, showValue, type PatchOperation } from "./patch";

type Operation = PatchOperation & { keys: string[] };

/**
 * Applies a patch to a keyed view. Everything is decided against the view as it is given, and every conflict is
 * reported: a test that fails (`variant/conflict`), a leaf that is replaced or removed without a test
 * (`variant/untested`), an `add` where something is (`variant/exists`), a change of something that is not there
 * (`variant/missing`). Two changes of one place are refused (`variant/overlap`), so the order of operations means
 * nothing. With any problem, nothing is applied.
 */
export function applyPatch(
  view: Json,
  patch: readonly PatchOperation[],
): { ok: true; view: Json } | { ok: false; problems: Problem[] } {
  const operations: Operation[] = [];
  const malformed: Problem[] = [];
  for (const operation of patch) {
    const keys = parsePath(operation.path);
    if (keys) operations.push({ ...operation, keys });
    else malformed.push(found("variant/path", operation.path));
  }
  if (malformed.length > 0) return { ok: false, problems: malformed };
  const tests = operations.filter(({ op }) => op === "test");
  const changes = operations.filter(({ op }) => op !== "test");
  const problems = [
    ...tests.flatMap((test) => checkTest(view, test, changes)),
    ...changes.flatMap((change) => checkChange(view, change, tests)),
    ...checkOverlap(changes),
  ];
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, view: changes.reduce(applyChange, view) };
}

/** The keys of a path that may be changed; undefined for the whole document, a bad pointer or a forbidden key. */
function parsePath(path: string): string[] | undefined {
  const keys = keysOf(path);
  const isGood = keys && keys.length > 0 && !keys.some((key) => FORBIDDEN_KEYS.has(key));
  return isGood ? keys : undefined;
}

function checkTest(view: Json, test: Operation, changes: readonly Operation[]): Problem[] {
  const is = memberAt(view, test.keys);
  const was = valueOf(test);
  if (was !== undefined && sameJson(is, was)) return [];
  const change = changes.find(({ keys }) => isWithin(test.keys, keys) || isWithin(keys, test.keys));
  const here = showValue(change && valueOf(change));
  return [found("variant/conflict", test.path, { was: showValue(was), is: showValue(is), here })];
}

function checkChange(view: Json, change: Operation, tests: readonly Operation[]): Problem[] {
  const { op, keys, path } = change;
  const parents = keys.map((_, length) => memberAt(view, keys.slice(0, length)));
  if (parents.some(Array.isArray)) return [found("variant/inside-list", path)];
  const is = memberAt(view, keys);
  if (op === "add") {
    if (!isObject(parents.at(-1))) return [found("variant/missing", path)];
    const here = showValue(valueOf(change));
    return is === undefined ? [] : [found("variant/exists", path, { is: showValue(is), here })];
  }
  if (is === undefined) return [found("variant/missing", path)];
  return leavesOf(is, keys)
    .filter((leaf) => !tests.some((test) => isWithin(leaf.keys, test.keys)))
    .map(({ keys, value }) =>
      found("variant/untested", pointerTo("", ...keys), { is: showValue(value) }),
    );
}

function checkOverlap(changes: readonly Operation[]): Problem[] {
  const seen = new Set<string>();
  const twice = changes.flatMap(({ path }) => {
    if (seen.has(path)) return [found("variant/overlap", path, { other: path })];
    seen.add(path);
    return [];
  });
  const nested = changes.flatMap(({ keys, path }) => {
    const above = keys.map((_, length) => pointerTo("", ...keys.slice(0, length)));
    const other = above.find((pointer) => seen.has(pointer));
    return other === undefined ? [] : [found("variant/overlap", path, { other })];
  });
  return [...twice, ...nested];
}

function applyChange(view: Json, change: Operation): Json {
  const write = (here: Json, [key, ...rest]: readonly string[]): Json => {
    if (key === undefined) return valueOf(change) ?? null;
    const members = isObject(here) ? Object.entries(here) : [];
    if (rest.length === 0 && change.op === "remove") {
      return Object.fromEntries(members.filter(([name]) => name !== key));
    }
    const written = write(memberAt(here, [key]) ?? null, rest);
    const isThere = members.some(([name]) => name === key);
    const changed = members.map(([name, value]) => [name, name === key ? written : value] as const);
    return Object.fromEntries(isThere ? changed : [...members, [key, written]]);
  };
  return write(view, change.keys);
}

function valueOf(operation: PatchOperation): Json | undefined {
  return operation.op === "remove" ? undefined : operation.value;
}

function isWithin(keys: readonly string[], area: readonly string[]): boolean {
  return area.every((key, index) => keys[index] === key);
}

function found(code: Problem["code"], path: string, params: Record<string, Json> = {}): Problem {
  return problem(code, path, { path, ...params });
}
