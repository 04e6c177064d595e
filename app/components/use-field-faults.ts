import { useMemo } from "react";
import { say } from "../engine/text";
import { useLanguage } from "../i18n/use-say";
import type { ShownRefusal } from "./shown-refusal";

/** The fields that the server could not accept, in the page's language. */
export interface FieldFaults {
  all: readonly { id: string; message: string }[];
  of(id: string): string | undefined;
}

/** The same object while the refusal is, so that the summary takes the focus once. */
export function useFieldFaults(refusal: ShownRefusal | undefined): FieldFaults {
  const language = useLanguage();
  return useMemo(() => {
    const all = (refusal?.fields ?? []).map(({ pointer, message }) => ({
      id: pointer,
      message: say(message, language),
    }));
    return { all, of: (id) => all.find((one) => one.id === id)?.message };
  }, [refusal, language]);
}
