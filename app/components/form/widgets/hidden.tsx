import type { WidgetProps } from "@rjsf/utils";
import { fieldName } from "../../../engine/form/field-name";
import { showValue } from "../../../engine/form/field-text";
import type { Json } from "../../../engine/json";
import { kindOf } from "../field-kind";

/** A value that travels with the form and is not asked for: the id of a list item. */
export function Hidden({ id, htmlName, schema, value }: WidgetProps) {
  const kind = kindOf(schema);
  return (
    <input
      type="hidden"
      name={fieldName(htmlName ?? id, kind)}
      value={showValue(kind, value as Json | undefined)}
    />
  );
}
