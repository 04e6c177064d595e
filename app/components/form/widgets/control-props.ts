import type { WidgetProps } from "@rjsf/utils";
import { fieldName } from "../../../engine/form/field-name";
import { formContextOf } from "../form-context";
import { kindOf } from "../field-kind";

/** Id of the sentence that says what is wrong with a field. */
export function faultId(id: string): string {
  return `${id}-fault`;
}

/** Id of the hint under a field. */
export function hintId(id: string): string {
  return `${id}-hint`;
}

/** Attributes that every native control of a field has: its posted name, and what describes it. */
export function controlProps({ id, htmlName, schema, registry, required }: WidgetProps) {
  const isFaulty = formContextOf(registry).faults.has(id);
  const described = [isFaulty && faultId(id), schema.description && hintId(id)];
  return {
    id,
    name: fieldName(htmlName ?? id, kindOf(schema)),
    "aria-invalid": isFaulty || undefined,
    "aria-required": required || undefined,
    "aria-describedby": described.filter(Boolean).join(" ") || undefined,
  };
}
