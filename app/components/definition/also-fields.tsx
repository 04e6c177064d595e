import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { PartPage } from "../../runtime/api";
import { SubmitButton } from "../submit-button";
import styles from "./also-fields.module.css";
import { partAddress } from "./part-address";

/** Opens another part beside those that are open, with what was typed; closes one again. */
export function AlsoFields({ page }: { page: PartPage }) {
  const { t } = useTranslation();
  const say = useSay();
  const [first, ...rest] = page.texts;
  return (
    <details className={styles.also} open={rest.length > 0}>
      <summary>{t("definition.also")}</summary>
      <p>{t("definition.alsoHint")}</p>
      <div className={styles.row}>
        <select name="another" aria-label={t("definition.also")} defaultValue="">
          <option value="" />
          {page.others.map(({ title, parts }) => (
            <optgroup key={title.zh} label={say(title)}>
              {parts.map((one) => (
                <option key={one.part} value={one.part}>
                  {say(one.title)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <SubmitButton mini name="intent" value="also">
          {t("definition.alsoOpen")}
        </SubmitButton>
      </div>
      {first &&
        rest.map(({ part, title }) => {
          const others = rest.filter((one) => one.part !== part).map((one) => one.part);
          return (
            <p key={part}>
              {say(title)}{" "}
              <Link to={partAddress(page, first.part, others)}>{t("definition.close")}</Link>
            </p>
          );
        })}
    </details>
  );
}
