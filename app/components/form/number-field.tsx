import type { FieldProps } from "@rjsf/utils";

/** Numbers are read by the widget, with what people type in Chinese; rjsf's own reading would come on top. */
export function NumberField(props: FieldProps) {
  const { StringField } = props.registry.fields;
  return StringField ? <StringField {...props} /> : null;
}
