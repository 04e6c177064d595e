import type { EnumOptionsType, WidgetProps } from "@rjsf/utils";
import { useTranslation } from "react-i18next";
import { fieldName } from "../../../engine/form/field-name";
import { readText, showValue } from "../../../engine/form/field-text";
import type { Json } from "../../../engine/json";
import fieldStyles from "../../field.module.css";
import { kindOf } from "../field-kind";
import styles from "../form.module.css";
import { controlProps } from "./control-props";

/** A native list to choose one from, for answers too many to show. Nothing is chosen beforehand. */
export function Select(props: WidgetProps) {
  const { t } = useTranslation();
  const kind = kindOf(props.schema);
  const control = controlProps(props);
  const look = [fieldStyles.input, styles.choice, control["aria-invalid"] && fieldStyles.bad];
  return (
    <select
      {...control}
      className={look.filter(Boolean).join(" ")}
      value={showValue(kind, props.value as Json | undefined)}
      onChange={({ target }) => props.onChange(readText(kind, target.value))}
    >
      <option value="">{t("form.choose")}</option>
      {optionsOf(props).map(({ text, label }) => (
        <option key={text} value={text}>
          {label}
        </option>
      ))}
    </select>
  );
}

/** All answers in sight, one to choose. Nothing is chosen beforehand: it would be an answer nobody gave. */
export function Radios(props: WidgetProps) {
  const kind = kindOf(props.schema);
  const { id, name, ...described } = controlProps(props);
  const options = optionsOf(props);
  const chosen = showValue(kind, props.value as Json | undefined);
  return (
    <div className={`${styles.options} ${styles[widthOf(options)]}`}>
      {options.map(({ text, label }, index) => (
        <label key={text} className={styles.option}>
          <input
            type="radio"
            {...described}
            id={index === 0 ? id : `${id}~${index}`}
            name={name}
            value={text}
            checked={chosen === text}
            onChange={() => props.onChange(readText(kind, text))}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}

/** All answers in sight, any number to choose. */
export function TickBoxes(props: WidgetProps) {
  const { id, name: _, ...described } = controlProps(props);
  const options = optionsOf(props);
  const chosen = Array.isArray(props.value) ? props.value.map(String) : [];
  const toggle = (text: string, isOn: boolean) => {
    const values = options.map((option) => option.text);
    const next = values.filter((value) => (value === text ? isOn : chosen.includes(value)));
    props.onChange(next.length > 0 ? next : undefined);
  };
  return (
    <div className={`${styles.options} ${styles[widthOf(options)]}`}>
      {options.map(({ text, label }, index) => (
        <label key={text} className={styles.option}>
          <input
            type="checkbox"
            {...described}
            id={index === 0 ? id : `${id}~${index}`}
            name={fieldName(props.htmlName ?? id, "each")}
            value={text}
            checked={chosen.includes(text)}
            onChange={({ target }) => toggle(text, target.checked)}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}

/** One box to tick: shown and left empty it means no. */
export function TickBox(props: WidgetProps) {
  const control = controlProps(props);
  return (
    <div className={`${styles.options} ${styles.long}`}>
      <input type="hidden" name={fieldName(props.htmlName ?? props.id, "unticked")} value="" />
      <label className={styles.option}>
        <input
          type="checkbox"
          {...control}
          value="true"
          checked={props.value === true}
          onChange={({ target }) => props.onChange(target.checked)}
        />
        <span>{props.label}</span>
      </label>
    </div>
  );
}

interface Option {
  text: string;
  label: string;
}

function optionsOf({ options, schema }: WidgetProps): Option[] {
  const kind = kindOf(schema);
  const given: EnumOptionsType[] = options.enumOptions ?? [];
  return given.map(({ value, label }) => ({ text: showValue(kind, value as Json), label }));
}

/** Short answers stand beside each other, long ones below. */
function widthOf(options: readonly Option[]): "brief" | "medium" | "long" {
  const longest = Math.max(0, ...options.map(({ label }) => label.length));
  return longest <= 3 ? "brief" : longest <= 5 ? "medium" : "long";
}
