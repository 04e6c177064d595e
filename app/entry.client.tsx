import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { createI18n } from "./i18n/i18next";

const language = document.documentElement.lang === "en" ? "en" : "zh";

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider i18n={createI18n(language)}>
        <RemixBrowser />
      </I18nextProvider>
    </StrictMode>,
  );
});
