import type { WidgetProps } from "@rjsf/utils";
import { useTranslation } from "react-i18next";
import { readText } from "../../../engine/form/field-text";
import type { Json } from "../../../engine/json";
import fieldStyles from "../../field.module.css";
import styles from "../form.module.css";
import { controlProps } from "./control-props";
import { moneyInWords } from "../money-in-words";
import { useTypedText } from "./use-typed-text";

/** An amount in yuan, kept in fen, with the amount in capital characters beneath, as on the paper. */
export function MoneyInput(props: WidgetProps) {
  const { t } = useTranslation();
  const { text, setText } = useTypedText("money", props.value as Json | undefined);
  const control = controlProps(props);
  const fen = readText("money", text);
  return (
    <>
      <span className={styles.money}>
        <span aria-hidden="true">¥</span>
        <input
          {...control}
          type="text"
          inputMode="decimal"
          className={
            control["aria-invalid"] ? `${fieldStyles.input} ${fieldStyles.bad}` : fieldStyles.input
          }
          value={text}
          readOnly={props.readonly}
          autoComplete="off"
          onChange={({ target }) => {
            setText(target.value);
            props.onChange(readText("money", target.value));
          }}
          onBlur={() => {
            if (typeof fen === "number") setText((fen / 100).toFixed(2));
          }}
        />
        <span>{t("form.yuan")}</span>
      </span>
      {typeof fen === "number" && (
        <output className={fieldStyles.hint} htmlFor={props.id}>
          {moneyInWords(fen)}
        </output>
      )}
    </>
  );
}
