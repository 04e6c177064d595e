import type { Json } from "../../app/engine/plugin/api";

/** How a display writes a value that is not of its kind: as it is, so that the mistake is seen, not hidden. */
export function asText(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
