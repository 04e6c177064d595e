import { ariaDescribedByIds, type WidgetProps } from "@rjsf/utils";
import type { ComponentType } from "react";
import { showDay, type Language } from "../../app/engine/plugin/api";
import { normalizeResidentId, parseResidentId, type ResidentId } from "./number";

function readBack({ birthDate, sex }: ResidentId, language: Language): string {
  const word = { male: { zh: "男", en: "male" }, female: { zh: "女", en: "female" } }[sex];
  const born = showDay(birthDate, language);
  return language === "en" ? `Born ${born}, ${word.en}` : `${born}出生 · ${word.zh}`;
}

/**
 * A citizen's number. A plain text input before JavaScript; afterwards it tidies what was typed on leaving the
 * field, and reads birth date and sex back, to be compared with the card.
 */
export function ResidentIdInput(props: WidgetProps) {
  const { id, htmlName, name, required, disabled, readonly, rawErrors, registry } = props;
  const value = typeof props.value === "string" ? props.value : "";
  const language: Language = registry.formContext?.language === "en" ? "en" : "zh";
  const known = parseResidentId(value);
  const change = (text: string) => props.onChange(text === "" ? undefined : text);

  return (
    <>
      <input
        id={id}
        name={htmlName ?? name}
        type="text"
        value={value}
        required={required}
        disabled={disabled}
        readOnly={readonly}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        aria-invalid={rawErrors !== undefined && rawErrors.length > 0}
        aria-describedby={props["aria-describedby"] ?? ariaDescribedByIds(id)}
        onChange={(event) => change(event.target.value)}
        onFocus={(event) => props.onFocus(id, event.target.value)}
        onBlur={(event) => {
          const tidy = normalizeResidentId(event.target.value);
          if (tidy !== value) change(tidy);
          props.onBlur(id, tidy);
        }}
      />
      {known && <output htmlFor={id}>{readBack(known, language)}</output>}
    </>
  );
}

/** By the names in `index.ts`. */
export const widgets: Record<string, ComponentType<WidgetProps>> = { input: ResidentIdInput };
