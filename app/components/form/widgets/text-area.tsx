import type { WidgetProps } from "@rjsf/utils";
import { readText } from "../../../engine/form/field-text";
import type { Json } from "../../../engine/json";
import fieldStyles from "../../field.module.css";
import styles from "../form.module.css";
import { controlProps } from "./control-props";
import { useTypedText } from "./use-typed-text";

/** Several lines of text; it can be pulled taller. */
export function TextArea(props: WidgetProps) {
  const { text, setText } = useTypedText("text", props.value as Json | undefined);
  const control = controlProps(props);
  const look = [fieldStyles.input, control["aria-invalid"] && fieldStyles.bad, styles.area];
  const rows = props.options["rows"];
  return (
    <textarea
      {...control}
      className={look.filter(Boolean).join(" ")}
      rows={typeof rows === "number" ? rows : 3}
      value={text}
      readOnly={props.readonly}
      autoComplete="off"
      onChange={({ target }) => {
        setText(target.value);
        props.onChange(readText("text", target.value));
      }}
    />
  );
}
