import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { RulePage } from "../../runtime/api";
import styles from "./scope-links.module.css";

type ScopeLinksProps = Pick<RulePage, "models" | "model" | "county" | "package" | "name">;

/** For whom a change holds: each scope has its own draft, so another one is another page. */
export function ScopeLinks({ models, model, county, package: { id }, name }: ScopeLinksProps) {
  const { t } = useTranslation();
  const say = useSay();
  if (models.length === 0) return null;
  const scopes = [
    { value: null, label: t("rules.wholeCounty") },
    ...models.map((one) => ({
      value: one.id,
      label: t("rules.onlyModel", { model: say(one.title), count: one.villages }),
    })),
  ];
  return (
    <nav className={styles.scope} aria-label={t("ruleEditor.scope")}>
      <span>{t("ruleEditor.scope")}</span>
      {scopes.map(({ value, label }) => {
        const query = new URLSearchParams({ unit: county.id, ...(value ? { model: value } : {}) });
        return (
          <Link
            key={label}
            to={`/rules/${id}/rules/${name}?${query}`}
            aria-current={value === model ? "true" : undefined}
          >
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
