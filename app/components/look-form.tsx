import { useTranslation } from "react-i18next";
import { LANGUAGES } from "../i18n/language";
import { useLanguage } from "../i18n/use-say";
import { Button } from "./button";
import { useFrameData } from "./frame-data";
import styles from "./look-form.module.css";

/** Language, type size and colours. A plain post: it works before scripts arrive, and `back` is where it returns. */
export function LookForm({ csrf, back }: { csrf: string; back: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const frame = useFrameData();
  return (
    <form method="post" action="/look" className={styles.look} aria-labelledby="look">
      <h2 id="look">{t("look.title")}</h2>
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="back" value={back} />
      <Choice
        name="type"
        legend={t("look.type")}
        chosen={frame?.largeType ? "large" : "normal"}
        options={{ normal: t("look.normal"), large: t("look.large") }}
      />
      <Choice
        name="theme"
        legend={t("look.theme")}
        chosen={frame?.theme ?? "system"}
        options={{ system: t("look.system"), light: t("look.light"), dark: t("look.dark") }}
      />
      <Choice
        name="language"
        legend={t("look.language")}
        chosen={language}
        options={Object.fromEntries(LANGUAGES.map((each) => [each, t(`look.${each}`)]))}
      />
      <Button>{t("look.save")}</Button>
    </form>
  );
}

interface ChoiceProps {
  name: string;
  legend: string;
  chosen: string;
  options: Record<string, string>;
}

function Choice({ name, legend, chosen, options }: ChoiceProps) {
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      <div className={styles.segments}>
        {Object.entries(options).map(([value, word]) => (
          <label key={value}>
            <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
            <span>{word}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
