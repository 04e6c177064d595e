import type { WidgetProps } from "@rjsf/utils";
import type { InputHTMLAttributes } from "react";
import { readText } from "../../../engine/form/field-text";
import type { Json } from "../../../engine/json";
import fieldStyles from "../../field.module.css";
import { kindOf } from "../field-kind";
import styles from "../form.module.css";
import { controlProps } from "./control-props";
import { useTypedText } from "./use-typed-text";

type Native = InputHTMLAttributes<HTMLInputElement>;

/** One line of text, or a number: digits are asked for from the phone's keyboard, never by spinners. */
export function TextInput(props: WidgetProps) {
  const kind = kindOf(props.schema);
  const isNumber = kind === "integer" || kind === "number";
  const isPhone = props.schema.format === "core.phone";
  const inputMode =
    kind === "integer" ? "numeric" : isNumber ? "decimal" : isPhone ? "tel" : undefined;
  return <Input {...props} native={{ type: "text", inputMode, short: isNumber || isPhone }} />;
}

/** A day, as `YYYY-MM-DD`. */
export function DateInput(props: WidgetProps) {
  return <Input {...props} native={{ type: "date", short: true }} />;
}

/** A day and a time in Shanghai, as `YYYY-MM-DDTHH:MM`. */
export function DateTimeInput(props: WidgetProps) {
  return <Input {...props} native={{ type: "datetime-local", short: true }} />;
}

/** A month, as `YYYY-MM`. */
export function MonthInput(props: WidgetProps) {
  return <Input {...props} native={{ type: "month", short: true }} />;
}

function Input({ native, ...props }: WidgetProps & { native: Native & { short?: boolean } }) {
  const { short, ...attributes } = native;
  const kind = kindOf(props.schema);
  const { text, setText } = useTypedText(kind, props.value as Json | undefined);
  const control = controlProps(props);
  const look = [
    fieldStyles.input,
    control["aria-invalid"] && fieldStyles.bad,
    short && styles.short,
  ];
  return (
    <input
      {...attributes}
      {...control}
      className={look.filter(Boolean).join(" ")}
      value={text}
      readOnly={props.readonly}
      autoComplete="off"
      onChange={({ target }) => {
        setText(target.value);
        props.onChange(readText(kind, target.value));
      }}
    />
  );
}
