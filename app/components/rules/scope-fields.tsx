import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { ParameterPage } from "../../runtime/api";
import styles from "./scope-fields.module.css";

/** For whom a change holds: the whole county, or its villages under one model. Nothing where there is no model. */
export function ScopeFields({ page }: { page: Pick<ParameterPage, "models" | "model"> }) {
  const { t } = useTranslation();
  const say = useSay();
  if (page.models.length === 0) return null;
  const options = [
    { id: "", label: t("rules.wholeCounty") },
    ...page.models.map(({ id, title, villages }) => ({
      id,
      label: t("rules.onlyModel", { model: say(title), count: villages }),
    })),
  ];
  return (
    <fieldset className={styles.scope}>
      <legend>{t("rules.scope")}</legend>
      {options.map(({ id, label }) => (
        <label key={id}>
          <input type="radio" name="model" value={id} defaultChecked={(page.model ?? "") === id} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
