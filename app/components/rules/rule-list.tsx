import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { RuleRow } from "../../runtime/api";
import styles from "./rule-list.module.css";
import { RuleMark } from "./rule-mark";

interface RuleListProps {
  package: string;
  unit: string;
  rows: readonly RuleRow[];
}

/** The rules of one package, folded: those that the county may change or has changed first. */
export function RuleList({ package: id, unit, rows }: RuleListProps) {
  const { t } = useTranslation();
  const say = useSay();
  if (rows.length === 0) return null;
  const first = (row: RuleRow) => Number(row.isChanged || row.isOpen);
  const sorted = [...rows].sort((a, b) => first(b) - first(a));
  const open = rows.filter(({ isOpen }) => isOpen).length;
  return (
    <details className={styles.list}>
      <summary>
        {t("ruleEditor.rules", { count: rows.length })}
        {open > 0 && <span>{t("ruleEditor.someOpen", { count: open })}</span>}
      </summary>
      <ul>
        {sorted.map((row) => (
          <li key={row.name}>
            <Link to={`/rules/${id}/rules/${row.name}?unit=${unit}`}>{say(row.title)}</Link>
            <RuleMark rule={row} />
          </li>
        ))}
      </ul>
    </details>
  );
}
