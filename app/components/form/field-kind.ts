import type { RJSFSchema } from "@rjsf/utils";
import type { FieldKind } from "../../engine/form/field-name";

const KINDS: Readonly<Record<string, FieldKind>> = {
  integer: "integer",
  number: "number",
  boolean: "boolean",
};

/** How a field of this schema is posted and read back. */
export function kindOf(schema: RJSFSchema): FieldKind {
  if (schema["unit"] === "fen") return "money";
  return KINDS[String(schema.type)] ?? "text";
}
