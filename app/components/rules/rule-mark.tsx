import { useTranslation } from "react-i18next";
import type { RuleRow } from "../../runtime/api";
import styles from "./rule-mark.module.css";

/** 已改, 可改 or 高级规则; nothing for a rule that the package keeps. */
export function RuleMark({ rule }: { rule: RuleRow }) {
  const { t } = useTranslation();
  if (rule.isChanged) {
    return <b className={`${styles.mark} ${styles.changed}`}>{t("ruleEditor.changed")}</b>;
  }
  if (!rule.isOpen) return null;
  const word = t(rule.isAdvanced ? "ruleEditor.advanced" : "ruleEditor.open");
  return <b className={styles.mark}>{word}</b>;
}
