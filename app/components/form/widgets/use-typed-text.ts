import { useState } from "react";
import type { FieldKind } from "../../../engine/form/field-name";
import { readText, showValue } from "../../../engine/form/field-text";
import { sameJson, type Json } from "../../../engine/json";

/**
 * The text in a field while somebody types: it is not rewritten under their hands (`12.` stays `12.`), and
 * is replaced only when the value changes from outside, as when an item of a list is removed.
 */
export function useTypedText(kind: FieldKind, value: Json | undefined) {
  const [text, setText] = useState(() => showValue(kind, value));
  const [seen, setSeen] = useState(value);
  if (!sameJson(seen ?? null, value ?? null)) {
    setSeen(value);
    if (!sameJson(readText(kind, text) ?? null, value ?? null)) setText(showValue(kind, value));
  }
  return { text, setText };
}
