import { isObject, type Json } from "../json";

/** Characters of a line: what fits stands on one. */
const WIDTH = 72;

/** JSON as people read and edit it: what is short on one line, what is long line by line. */
export function layOutJson(value: Json, indent = ""): string {
  const flat = flatJson(value);
  if (indent.length + flat.length <= WIDTH || typeof value !== "object" || value === null)
    return flat;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const members = isObject(value)
    ? Object.entries(value).map(
        ([key, member]) => `${JSON.stringify(key)}: ${layOutJson(member, inner)}`,
      )
    : value.map((item) => layOutJson(item, inner));
  return `${open}\n${members.map((one) => inner + one).join(",\n")}\n${indent}${close}`;
}

function flatJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(flatJson).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}: ${flatJson(member)}`,
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
