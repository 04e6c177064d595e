import { useTranslation } from "react-i18next";
import { LANGUAGES } from "../../i18n/language";
import { useLanguage } from "../../i18n/use-say";
import { Button } from "../button";
import { useFrameData } from "../frame-data";
import styles from "./look-line.module.css";
import type { PublicPage } from "./public-frame";

/** Larger type, dark or light, the other language: each a press that comes back to the page. */
export function LookLine({ csrf, path }: PublicPage) {
  const { t } = useTranslation();
  const language = useLanguage();
  const frame = useFrameData();
  const large = frame?.largeType ?? false;
  const now = { type: large ? "large" : "normal", theme: frame?.theme ?? "system", language };
  const other = LANGUAGES.find((each) => each !== language) ?? language;
  const presses = [
    {
      set: { type: large ? "normal" : "large" },
      word: large ? t("notice.normal") : t("notice.large"),
    },
    {
      set: { theme: now.theme === "dark" ? "light" : "dark" },
      word: now.theme === "dark" ? t("notice.light") : t("notice.dark"),
    },
    { set: { language: other }, word: t(`look.${other}`) },
  ];
  return (
    <div className={styles.line}>
      {presses.map(({ set, word }) => (
        <form key={word} method="post" action="/look">
          <input type="hidden" name="csrf" value={frame?.signedIn?.csrf ?? csrf} />
          <input type="hidden" name="back" value={path} />
          {Object.entries({ ...now, ...set }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button kind="text" mini>
            {word}
          </Button>
        </form>
      ))}
    </div>
  );
}
