import { createInstance, type i18n, type InitOptions } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "../engine/text";
import { en } from "./en";
import { FIRST_LANGUAGE, LANGUAGES } from "./language";
import { zh } from "./zh";

/** Options shared by server and browser. React escapes by itself; resources are part of the bundle. */
export const i18nOptions: InitOptions = {
  supportedLngs: [...LANGUAGES],
  fallbackLng: FIRST_LANGUAGE,
  resources: { zh: { translation: zh }, en: { translation: en } },
  interpolation: { escapeValue: false },
  initImmediate: false,
};

/** A translator for one page in one language. The server makes one for each request. */
export function createI18n(language: Language): i18n {
  const instance = createInstance();
  // Everything is in memory, so that this is done when the call returns.
  void instance.use(initReactI18next).init({ ...i18nOptions, lng: language });
  return instance;
}
