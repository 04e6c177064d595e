import { FORBIDDEN_KEYS } from "../json";

/**
 * How a field's answer travels in an HTML form. `each` is one chosen answer of several; `list`, `group`
 * and `unticked` are marks: the list or group is there even if empty, the box was shown and left empty.
 */
export type FieldKind =
  "text" | "integer" | "number" | "boolean" | "money" | "each" | "list" | "group" | "unticked";

const KINDS: ReadonlySet<string> = new Set<FieldKind>([
  "text",
  "integer",
  "number",
  "boolean",
  "money",
  "each",
  "list",
  "group",
  "unticked",
]);

/** First part of every field's id and posted name, so that no field can pose as `csrf` or `intent`. */
export const FIELD_PREFIX = "form";

export type FieldPath = readonly (string | number)[];

/** A field's id on the page: `form/parties/0/name`; with the prefix cut off it is the field's JSON pointer. */
export function fieldId(path: FieldPath): string {
  return [FIELD_PREFIX, ...path].join("/");
}

/** The id of the field that a JSON pointer (`/parties/0/name`) names; a name without a slash is itself an id. */
export function idOfPointer(pointer: string): string {
  return pointer.startsWith("/") ? `${FIELD_PREFIX}${pointer}` : pointer;
}

/** A field's posted name: its id, and its kind where that is not `text`: `form/amount:money`. */
export function fieldName(id: string, kind: FieldKind): string {
  return kind === "text" ? id : `${id}:${kind}`;
}

/** True for the parts of a pointer that a form of ours can have: keys and positions, not too deep. */
export function isFieldPath(path: readonly string[]): boolean {
  return (
    path.length > 0 && path.length <= DEEPEST && path.every((part) => isKey(part) || isIndex(part))
  );
}

/** Reads a posted name; `null` where it could not have been written by `fieldName`. */
export function parseFieldName(name: string): { path: string[]; kind: FieldKind } | null {
  const [id = "", kind = "text", ...more] = name.split(":");
  const [prefix, ...path] = id.split("/");
  const readable =
    more.length === 0 && isKind(kind) && prefix === FIELD_PREFIX && isFieldPath(path);
  return readable ? { path, kind } : null;
}

/** True for the parts of a path that are positions in a list. */
export function isIndex(part: string): boolean {
  return /^\d{1,4}$/.test(part);
}

const DEEPEST = 16;

function isKey(part: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(part) && !FORBIDDEN_KEYS.has(part);
}

function isKind(kind: string): kind is FieldKind {
  return KINDS.has(kind);
}
