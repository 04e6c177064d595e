import type { RuleEditInput } from "../runtime/api";
import { textOf } from "./form-data";

/** An edited rule as its page posts it; what it says is read by the runtime. */
export function readRuleEdit(formData: FormData): {
  scope: { unit: string | null; model: string | null };
  edit: RuleEditInput;
} {
  return {
    scope: {
      unit: textOf(formData, "unit") || null,
      model: textOf(formData, "model") || null,
    },
    edit: {
      mode: textOf(formData, "mode") === "rows" ? "rows" : "text",
      rows: textOf(formData, "rows"),
      when: textOf(formData, "when"),
      examples: textOf(formData, "examples"),
      refusal: { zh: textOf(formData, "refusal.zh"), en: textOf(formData, "refusal.en") },
    },
  };
}
