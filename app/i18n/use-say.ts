import { useTranslation } from "react-i18next";
import { say, type Language, type Text } from "../engine/text";
import { FIRST_LANGUAGE, toLanguage } from "./language";

/** The language this page is written in. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return toLanguage(i18n.language) ?? FIRST_LANGUAGE;
}

/** Says a bilingual text of a package in the page's language. */
export function useSay(): (text: Text) => string {
  const language = useLanguage();
  return (text) => say(text, language);
}
