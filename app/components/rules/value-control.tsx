import { useTranslation } from "react-i18next";
import { useState } from "react";
import { readParameter, writeParameter } from "../../engine/change/read-parameter";
import type { Json } from "../../engine/json";
import { useSay } from "../../i18n/use-say";
import type { RuleField } from "../../runtime/api";
import styles from "./value-control.module.css";

interface ValueControlProps {
  field: RuleField;
  /** Undefined or an empty text where nothing is written. */
  value: Json | undefined;
  /** Several values at once. */
  several?: boolean;
  label: string;
  onChange: (value: Json) => void;
}

/** A native control for one value of a field: a number with its unit, a day, a choice, a text. */
export function ValueControl({ field, value, several, label, onChange }: ValueControlProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { kind, choices } = field;
  if (choices.length > 0 && several) {
    const chosen = Array.isArray(value) ? value : [];
    return (
      <fieldset className={styles.several} aria-label={label}>
        {choices.map(({ value: one, label: name }) => (
          <label key={String(one)}>
            <input
              type="checkbox"
              checked={chosen.includes(one)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, one] : chosen.filter((had) => had !== one))
              }
            />
            {say(name)}
          </label>
        ))}
      </fieldset>
    );
  }
  if (choices.length > 0) {
    const index = choices.findIndex((one) => one.value === value);
    return (
      <select
        className={styles.control}
        aria-label={label}
        value={index < 0 ? "" : index}
        onChange={({ target }) => onChange(choices[Number(target.value)]?.value ?? "")}
      >
        {index < 0 && <option value="">{t("ruleEditor.choose")}</option>}
        {choices.map(({ value: one, label: name }, at) => (
          <option key={String(one)} value={at}>
            {say(name)}
          </option>
        ))}
      </select>
    );
  }
  if (kind === "date") {
    return (
      <input
        type="date"
        className={styles.control}
        aria-label={label}
        value={typeof value === "string" ? value : ""}
        onChange={({ target }) => onChange(target.value)}
      />
    );
  }
  return <TypedValue {...{ field, value, label, onChange }} several={several === true} />;
}

/** What is typed stays as it is typed; what is told is the number or the list that it says. */
function TypedValue({ field, value, several, label, onChange }: ValueControlProps) {
  const say = useSay();
  const { kind, unit } = field;
  const [typed, setTyped] = useState(() =>
    value === undefined ? "" : writeParameter(value, unit),
  );
  const { t } = useTranslation();
  const word = say(field.unitWord);
  return (
    <span className={styles.typed}>
      <input
        className={styles.control}
        aria-label={word === "" ? label : t("joins.note", { text: label, note: word })}
        inputMode={kind === "number" ? "decimal" : "text"}
        autoComplete="off"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          onChange(read(target.value, { kind, unit, several: several === true }));
        }}
      />
      {word !== "" && <span aria-hidden="true">{word}</span>}
    </span>
  );
}

function read(
  text: string,
  { kind, unit, several }: Pick<RuleField, "kind" | "unit"> & { several: boolean },
): Json {
  const one = { type: kind === "number" ? "number" : "string" };
  const schema = several ? { type: "array", items: one } : one;
  // What is no number is told as it is: the server says what is wrong with it.
  return readParameter(schema, text, unit) ?? text.trim();
}
