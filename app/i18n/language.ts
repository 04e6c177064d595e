import type { Language } from "../engine/text";

/** What a page is written in. Chinese first: it is the answer wherever nothing else was chosen. */
export const LANGUAGES: readonly Language[] = ["zh", "en"];
export const FIRST_LANGUAGE: Language = "zh";

/** Narrows any value to a language that pages exist in; undefined for all others. */
export function toLanguage(value: unknown): Language | undefined {
  return value === "zh" || value === "en" ? value : undefined;
}

/** For the `lang` attribute of the page. */
export function htmlLanguage(language: Language): string {
  return language === "en" ? "en" : "zh-CN";
}
