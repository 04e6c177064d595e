import { useTranslation } from "react-i18next";
import type { RulePage } from "../../runtime/api";
import { Card } from "../card";
import fieldStyles from "../field.module.css";

/** The sentence that a refused person reads. */
export function RefusalWords({ refusal }: Pick<RulePage, "refusal">) {
  const { t } = useTranslation();
  if (refusal === null) {
    return (
      <Card title={t("ruleEditor.refusal")}>
        <p className={fieldStyles.hint}>{t("ruleEditor.noRefusal")}</p>
      </Card>
    );
  }
  const texts = [
    { name: "refusal.zh", label: t("ruleEditor.refusalZh"), value: refusal.zh },
    { name: "refusal.en", label: t("ruleEditor.refusalEn"), value: refusal.en },
  ];
  return (
    <Card title={t("ruleEditor.refusal")}>
      <p className={fieldStyles.hint}>{t("ruleEditor.refusalHint")}</p>
      {texts.map(({ name, label, value }) => (
        <div key={name} className={fieldStyles.field}>
          <label className={fieldStyles.label} htmlFor={name}>
            {label}
          </label>
          <textarea
            id={name}
            name={name}
            rows={2}
            className={fieldStyles.input}
            defaultValue={value}
          />
        </div>
      ))}
    </Card>
  );
}
