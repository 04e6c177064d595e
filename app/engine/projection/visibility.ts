import { allProperties } from "../form/conditional-schema";
import { isObject, own, type Json, type JsonObject } from "../json";
import type { RoleId } from "../person";
import { pluginFactReads, type Workflow } from "../workflow";

/** The roles that somebody reads with. */
export type ReaderRoles = ReadonlySet<RoleId>;

/** True where a field says `privacy: "none"` or lists one of the roles; a field that says nothing is seen by nobody. */
export function isVisibleLeaf(schema: JsonObject, roles: ReaderRoles): boolean {
  const privacy = own(schema, "privacy");
  if (privacy === "none") return true;
  const visibility = isObject(privacy) ? own(privacy, "visibility") : undefined;
  return Array.isArray(visibility) && visibility.some((role) => roles.has(String(role)));
}

/** The schema of one list item, where a list holds objects; other lists are leaves. */
export function itemSchemaOf(schema: JsonObject): JsonObject | undefined {
  const items = own(schema, "items");
  return isObject(items) && isGroup(items) ? items : undefined;
}

/** True for an object with fields of its own. */
export function isGroup(schema: JsonObject): boolean {
  return isObject(own(schema, "properties"));
}

/** A value without the fields that these roles may not see. Pure; unknown fields go too. */
export function visibleValue(
  schema: JsonObject,
  value: Json,
  roles: ReaderRoles,
): Json | undefined {
  const items = itemSchemaOf(schema);
  if (items !== undefined) {
    return Array.isArray(value)
      ? value.map((item) => visibleValue(items, item, roles) ?? {})
      : undefined;
  }
  if (!isGroup(schema)) return isVisibleLeaf(schema, roles) ? value : undefined;
  if (!isObject(value)) return undefined;
  const shown: JsonObject = {};
  for (const [key, child] of Object.entries(allProperties(schema))) {
    const member = own(value, key);
    if (member === undefined || !isObject(child)) continue;
    const seen = visibleValue(child, member, roles);
    if (seen !== undefined) shown[key] = seen;
  }
  return shown;
}

/** A matter's data as these roles may see it. */
export function visibleData(workflow: Workflow, data: JsonObject, roles: ReaderRoles): JsonObject {
  const seen = visibleValue(workflow.document.data, data, roles);
  return isObject(seen) ? seen : {};
}

/**
 * Whether these roles may know what stands at a scope path (`data.parties[*].phone`, `facts.anyHurt`).
 * A group is visible with any field of it; a fact only with everything that it is computed from.
 */
export function isVisiblePath(workflow: Workflow, path: string, roles: ReaderRoles): boolean {
  const [root = "", name = ""] = path.split(".");
  if (OPEN_ROOTS.has(root)) return true;
  if (root === "data") {
    return isVisibleData(workflow.document.data, path.split(".").slice(1), roles);
  }
  if (root !== "facts") return false;
  const fact = workflow.facts.get(name);
  if (fact === undefined) {
    const behind = pluginFactReads(path.replaceAll("[*]", ""), workflow.registry) ?? ["data"];
    return behind.every((read) => seesAll(workflow.document.data, read.split(".").slice(1), roles));
  }
  // Inside a list the author writes short names (`current`, `[*].x`); the list itself is read by its path.
  const reads = fact.variables.filter((read) => /^(data|facts)\./.test(read) && read !== path);
  return reads.every((read) => isVisiblePath(workflow, read, roles));
}

const OPEN_ROOTS: ReadonlySet<string> = new Set(["params", "case", "links", "user", "decisions"]);

function isVisibleData(schema: JsonObject, path: readonly string[], roles: ReaderRoles): boolean {
  const [key, ...rest] = path;
  if (key === undefined) return leavesUnder(schema).some((leaf) => isVisibleLeaf(leaf, roles));
  const items = itemSchemaOf(schema);
  if (items !== undefined && /^(\d+|\*)$/.test(key)) return isVisibleData(items, rest, roles);
  const name = key.replace(/\[\*\]$/, "");
  const child = own(allProperties(items ?? schema), name);
  return isObject(child) && isVisibleData(child, rest, roles);
}

/** True where nothing at or under a place of the data is hidden; a place that is not there hides nothing. */
function seesAll(schema: JsonObject, path: readonly string[], roles: ReaderRoles): boolean {
  const [name, ...rest] = path;
  if (name === undefined) return leavesUnder(schema).every((leaf) => isVisibleLeaf(leaf, roles));
  const child = own(allProperties(itemSchemaOf(schema) ?? schema), name);
  return !isObject(child) || seesAll(child, rest, roles);
}

function leavesUnder(schema: JsonObject): JsonObject[] {
  const group = itemSchemaOf(schema) ?? (isGroup(schema) ? schema : undefined);
  if (group === undefined) return [schema];
  return Object.values(allProperties(group)).filter(isObject).flatMap(leavesUnder);
}
